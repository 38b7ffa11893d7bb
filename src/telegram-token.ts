import type { Config, Secret } from './config.ts';
import type { CallOutcome } from './domain/outcome.ts';
import { createTransport } from './telegram/transport.ts';

/** What Telegram says of a token. `in-use`: its updates go to another address than ours. */
export type TokenVerdict =
  | { readonly kind: 'good'; readonly username: string }
  | { readonly kind: 'wrong' | 'unreachable' | 'in-use' };

/** Somebody sits before the page and waits. */
const patienceMs = 15_000;

/** Asks Telegram who a token belongs to, and whether another service receives the bot's updates. */
export async function askAboutToken(
  token: Secret,
  { apiRoot, intake }: Config['telegram'],
): Promise<TokenVerdict> {
  const transport = createTransport({
    apiRoot,
    token: token.reveal(),
    connections: 1,
    timeoutMs: patienceMs,
  });
  try {
    const me = await transport.call<{ username: string }>('getMe');
    if (me.kind !== 'done') return { kind: refusesToken(me) ? 'wrong' : 'unreachable' };
    const webhook = await transport.call<{ url: string }>('getWebhookInfo');
    if (webhook.kind !== 'done') return { kind: 'unreachable' };
    const { url } = webhook.result;
    const ours = url === '' || (intake.mode === 'webhook' && url.startsWith(`${intake.publicUrl}/`));
    return ours ? { kind: 'good', username: me.result.username } : { kind: 'in-use' };
  } finally {
    await transport.close();
  }
}

function refusesToken(outcome: CallOutcome<unknown>): boolean {
  return outcome.kind === 'refused' && outcome.refusal.class === 'bot-stopped';
}
