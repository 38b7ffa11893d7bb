import { createHash, timingSafeEqual } from 'node:crypto';
import { decodeUtf8 } from '../../../domain/text/utf8.ts';
import type { InboxContext } from '../../../services/updates/inbox.ts';
import { receiveUpdates } from '../../../services/updates/receive.ts';
import { readHead, type UpdateHead } from '../update-facts.ts';

/** Far above any update: Telegram's largest are some tens of kilobytes. */
export const maxBodyBytes = 1024 * 1024;

/** Telegram gives up on us after 60 s (observed November 2026); an answer must come well before. */
const persistTimeoutMs = 20_000;

/** When to come again while the database is down; Telegram honours it (observed November 2026). */
const retryAfterSeconds = 5;

export interface WebhookDeps {
  readonly ctx: InboxContext;
  /** What Telegram was told to send along in `X-Telegram-Bot-Api-Secret-Token`. */
  readonly secret: string;
  readonly safeError: (error: unknown) => string;
}

/**
 * The webhook: an update is on disk before it is acknowledged with 200, and handled afterwards.
 *
 * | Answer | When |
 * |---|---|
 * | 200 | it is persisted, or was before |
 * | 400 | the body is no UTF-8, no JSON, or has no `update_id` |
 * | 401 | the secret is missing or wrong; the body was not read |
 * | 405 | the method is not POST |
 * | 413 | the body is over 1 MiB; the rest of it was not read |
 * | 503 | it could not be persisted; Telegram sends it again |
 */
export function createWebhook(deps: WebhookDeps): (request: Request) => Promise<Response> {
  const isSecret = secretCheck(deps.secret);
  return async (request) => {
    if (request.method !== 'POST') return answer(405, { allow: 'POST' });
    if (!isSecret(request.headers.get('x-telegram-bot-api-secret-token'))) return answer(401);
    const bytes = await readBody(request);
    if (bytes === 'too-large') return answer(413, { connection: 'close' });
    const update = bytes === 'broken-off' ? null : readUpdate(bytes);
    if (update === null) return answer(400);
    return (await persist(deps, update))
      ? answer(200)
      : answer(503, { 'retry-after': `${retryAfterSeconds}` });
  };
}

/** Compares hashes in constant time: neither length nor content of the secret can be measured. */
function secretCheck(secret: string): (given: string | null) => boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  const wanted = hash(secret);
  return (given) => given !== null && timingSafeEqual(hash(given), wanted);
}

/** Reads at most the limit: what announces or shows itself to be larger is not taken in. */
async function readBody(request: Request): Promise<Uint8Array | 'too-large' | 'broken-off'> {
  if (Number(request.headers.get('content-length')) > maxBodyBytes) return 'too-large';
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (;;) {
    const part = await reader.read().catch(() => 'broken-off' as const);
    if (part === 'broken-off') return part;
    if (part.done) return Buffer.concat(chunks);
    length += part.value.length;
    if (length > maxBodyBytes) {
      await reader.cancel();
      return 'too-large';
    }
    chunks.push(part.value);
  }
}

interface ReadUpdate extends UpdateHead {
  readonly body: string;
}

function readUpdate(bytes: Uint8Array): ReadUpdate | null {
  // Decoded as a whole: a character may be split between two chunks.
  const body = decodeUtf8(bytes);
  if (body === null) return null;
  try {
    const head = readHead(JSON.parse(body));
    return head && { ...head, body };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** False when it is not certain that the update is on disk. Should it be after all, its repeat changes nothing. */
async function persist({ ctx, safeError }: WebhookDeps, update: ReadUpdate): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PersistTimeout()), persistTimeoutMs);
  });
  const { updateId, body } = update;
  try {
    await Promise.race([
      receiveUpdates(ctx, { updates: [{ updateId, body, chatId: update.chat?.id ?? null }] }),
      tooLong,
    ]);
    return true;
  } catch (error) {
    ctx.log.error('update-not-persisted', { error: safeError(error) });
    return false;
  } finally {
    clearTimeout(timer);
  }
}

class PersistTimeout extends Error {
  override readonly name = 'PersistTimeout';
}

function answer(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers });
}
