import { type FaultyServer, startFaultyServer } from '../../sandbox/http/server.ts';
import { type RunningStandIn, startTelegramStandIn } from '../../sandbox/telegram/start.ts';
import type { SlotGiver } from '../../src/telegram/slots.ts';
import { createTransport, type Transport } from '../../src/telegram/transport.ts';

/** Where nobody sends beside what is tried. */
export const freeSlots: SlotGiver = { refusal: () => null, take: (_, call) => call(() => true) };

/** A bot with channels of its own, on a Telegram whose way there and back can be spoilt. */
export interface ChannelWorld {
  readonly telegram: RunningStandIn;
  readonly bot: { readonly id: number };
  readonly server: FaultyServer;
  readonly transport: Transport;
  /** The same way, on which nobody gives up soon. */
  readonly patient: Transport;
  /** A new channel in which the bot may post, by its name. */
  channel(): { readonly id: number; readonly name: string };
  /** Throws the bot out of a channel. */
  expel(id: number): void;
  close(): Promise<void>;
}

export async function channelWorld({ timeoutMs }: { readonly timeoutMs: number }): Promise<ChannelWorld> {
  const telegram = await startTelegramStandIn({ rates: { model: 'off' } });
  const bot = telegram.standIn.createBot();
  const owner = telegram.standIn.createUser({ firstName: 'Leyla' });
  const server = await startFaultyServer(async ({ method, url, headers, body }) => {
    const type = headers['content-type'];
    const answer = await fetch(telegram.url + url.pathname, {
      method,
      ...(type !== undefined && { headers: { 'content-type': type } }),
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    });
    const read: unknown = await answer.json();
    return { status: answer.status, body: typeof read === 'object' ? read : null };
  });
  const transport = createTransport({ apiRoot: server.url, token: bot.token, timeoutMs });
  const patient = createTransport({ apiRoot: server.url, token: bot.token });
  let count = 0;
  return {
    telegram,
    bot,
    server,
    transport,
    patient,
    channel() {
      const name = `bray_channel_${++count}`;
      const { id } = telegram.standIn.createChannel({ title: name, username: name, owner: owner.id });
      telegram.standIn.setMember({ chat: id, user: bot.id, status: 'administrator' });
      return { id, name };
    },
    expel(id) {
      telegram.standIn.setMember({ chat: id, user: bot.id, status: 'kicked' });
    },
    async close() {
      await transport.close();
      await patient.close();
      await server.close();
      await telegram.close();
    },
  };
}
