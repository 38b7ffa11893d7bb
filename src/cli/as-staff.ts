import { createSealer } from '../crypto/seal.ts';
import type { BotId } from '../domain/ids.ts';
import { hasScope, type TokenScope } from '../domain/token-scope.ts';
import { readApiToken } from '../environment.ts';
import { networksFor } from '../networks-for.ts';
import { findNewestBot } from '../services/campaigns/ensure-bot.ts';
import {
  actingAs,
  type Context,
  type CoreContext,
  type SigningContext,
  type StaffContext,
} from '../services/context.ts';
import { authenticate } from '../services/staff/authenticate.ts';
import { askHidden, somebodyIsThere } from '../terminal.ts';
import { Failed } from './failed.ts';
import { openKeys } from './keys.ts';
import { readConfig } from './storage.ts';

/**
 * Runs `work` as the staff member whose token for the API is given in BRAY_TOKEN, or typed: what they do here carries
 * their name as it does there, and the token must be for it. The keys are opened, since what colleagues are asked in the bot is sealed.
 */
export async function asStaff<R>(
  ctx: CoreContext,
  scope: TokenScope,
  work: (ctx: StaffContext) => Promise<R>,
): Promise<R> {
  const token = readApiToken() ?? (await askToken());
  const botId = await findNewestBot(ctx);
  if (botId === null) {
    throw new Failed('No bot has been set up yet, so nobody could be asked to approve. Run: npm start');
  }
  return speaking(ctx, botId, async (speaker, { web }) => {
    if (web === null)
      throw new Failed('The key file lacks the keys of the web role. Run: npm run bray -- keys complete');
    const context: SigningContext = { ...speaker, signingKey: web.approvalSigning };
    const signedIn = await authenticate(context, token.trim());
    if (signedIn === null) {
      throw new Failed(
        'This token is not valid any more, or never was. Make one: npm run bray -- staff token <id>',
      );
    }
    if (!hasScope(signedIn.scopes, scope)) {
      throw new Failed(`This token was not made for that: it lacks the scope ${scope}.`);
    }
    return work(actingAs(context, signedIn.actor));
  });
}

/** Runs `work` with what it takes to write to somebody through this bot, sealed to its sender: the keys are opened. */
export async function speaking<R>(
  ctx: CoreContext,
  botId: BotId,
  work: (ctx: Context, keys: Awaited<ReturnType<typeof openKeys>>) => Promise<R>,
): Promise<R> {
  const keys = await openKeys(readConfig());
  const { seal } = createSealer(keys.public.sealing, ctx.clock);
  const { networks, close } = networksFor(readConfig(), null);
  try {
    return await work({ ...ctx, botId, seal, pinned: keys.public, networks }, keys);
  } finally {
    await close();
  }
}

async function askToken(): Promise<string> {
  if (!somebodyIsThere()) {
    throw new Failed('Say who you are: give your token for the API in BRAY_TOKEN (not on the command line).');
  }
  const typed = await askHidden('Your token for the API: ');
  if (typed === null) throw new Failed('Given up; nothing was done.');
  return typed;
}
