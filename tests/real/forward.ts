import type { StandInAnswer, StandInRequest } from '../../sandbox/http/server.ts';

/** Headers that say something to the service; those of a connection are each connection's own. */
const CARRIED = [
  'authorization',
  'content-type',
  'content-disposition',
  'idempotency-key',
  'accept',
] as const;
const ANSWERED = [
  'retry-after',
  'x-ratelimit-reset',
  'ratelimit-reset',
  'location',
  'x-wp-totalpages',
] as const;

/** Carries requests out by passing them on to the real server at `address`. */
export function forwardTo(address: string): (request: StandInRequest) => Promise<StandInAnswer> {
  return async ({ method, url, headers, body }) => {
    const carried = CARRIED.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, String(value)] satisfies [string, string]];
    });
    const answer = await fetch(new URL(url.pathname + url.search, address), {
      method,
      headers: carried,
      redirect: 'manual',
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    });
    const told = ANSWERED.flatMap((name) => {
      const value = answer.headers.get(name);
      return value === null ? [] : [[name, value] satisfies [string, string]];
    });
    const type = answer.headers.get('content-type') ?? 'text/html';
    const text = await answer.text();
    const read: unknown = type.startsWith('application/json') && text !== '' ? JSON.parse(text) : text;
    const answered = typeof read === 'object' ? read : text;
    return {
      status: answer.status,
      headers: { ...Object.fromEntries(told), 'content-type': type },
      body: answered,
    };
  };
}
