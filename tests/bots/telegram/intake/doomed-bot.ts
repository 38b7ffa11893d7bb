/*
 * A bot in a process of its own, to be killed: its handlers do everything, then never come to their end, so that
 * the process dies between the acknowledgement of an update and the commit of what it does.
 */
import { createBot } from '../../../../src/bots/telegram/bot.ts';
import { createUpdateHandler } from '../../../../src/bots/telegram/update.ts';
import { ringFromText } from '../../../../src/crypto/key-text.ts';
import type { KeySection, RingWith } from '../../../../src/crypto/keys.ts';
import { openDatabase } from '../../../../src/db/client.ts';
import { safeError } from '../../../../src/log.ts';
import { createTransport } from '../../../../src/telegram/transport.ts';
import { manualClock } from '../../../helpers/manual-clock.ts';
import { botContext } from '../../context.ts';

const given = JSON.parse(process.env.DOOMED_BOT ?? '');
const database = openDatabase(given.url);
const keys = ringFromText(given.keys) as RingWith<KeySection>;
const ctx = botContext({ ...given, keys, db: database.db, clock: manualClock(), logged: [] });
const bot = createBot({
  ctx,
  transport: createTransport({ apiRoot: given.apiRoot, token: given.token }),
  identity: given.identity,
  publicUrl: null,
  mode: { kind: 'polling', options: { timeoutSeconds: 1 } },
  listen: async (channel, heard) => (await database.sql.listen(channel, heard)).unlisten,
  safeError,
  handler: createUpdateHandler(given.identity, async (_, next) => {
    await next();
    process.send?.('in hand');
    await new Promise(() => undefined);
  }),
});
await bot.start();
