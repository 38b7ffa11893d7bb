import { bodyLimit } from 'hono/body-limit';
import { every } from 'hono/combine';
import { createMiddleware } from 'hono/factory';
import { decodeUtf8 } from '../../domain/text/utf8.ts';
import type { AdminEnv } from '../env.ts';
import { refuse } from '../problem.ts';

/** In bytes: 1 MiB. */
const BODY_MAX = 1_048_576;

const limit = bodyLimit({
  maxSize: BODY_MAX,
  onError: (c) => {
    // The rest of the body is not read, so the connection cannot carry another request.
    c.header('Connection', 'close');
    return refuse(c, { code: 'body-too-large', limit: BODY_MAX });
  },
});

/**
 * Reads a JSON body before its schema sees it, so that what is wrong with the bytes is told as that. A lenient
 * reader would put U+FFFD in the place of bytes that are no UTF-8, and a name would be stored with it.
 */
const syntax = createMiddleware<AdminEnv>(async (c, next) => {
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  if (bytes.length === 0) return next();
  if (!isJson(c.req.header('Content-Type'))) return refuse(c, { code: 'body-type-unknown' });
  const fault = findFault(bytes);
  return fault === null ? next() : refuse(c, { code: fault.code }, { detail: fault.detail });
});

function isJson(type: string | undefined): boolean {
  return type !== undefined && /^application\/(?:[a-z.-]+\+)?json\s*(?:;|$)/i.test(type);
}

/** For every route that takes a body. */
export const readBody = every(limit, syntax);

interface BodyFault {
  readonly code: 'body-not-utf8' | 'body-not-json';
  readonly detail: string;
}

function findFault(bytes: Uint8Array): BodyFault | null {
  const text = decodeUtf8(bytes);
  if (text === null) {
    return {
      code: 'body-not-utf8',
      detail: `The byte at ${badByte(bytes)} (counted from 0) cannot stand there.`,
    };
  }
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    if (error instanceof SyntaxError) return { code: 'body-not-json', detail: placeOf(error, text) };
    throw error;
  }
}

/** Where UTF-8 breaks: the longest beginning that can be decoded ends there. */
function badByte(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (decodesSoFar(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function decodesSoFar(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** V8's message quotes the body; only the place is taken from it. */
function placeOf(error: SyntaxError, text: string): string {
  const position = /at position (\d+)/.exec(error.message)?.[1];
  if (position === undefined) return 'It ends, or goes astray, where JSON cannot.';
  const before = text.slice(0, Number(position)).split('\n');
  return `It goes astray in line ${before.length}, character ${(before.at(-1)?.length ?? 0) + 1}.`;
}
