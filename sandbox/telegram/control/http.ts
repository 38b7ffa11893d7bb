import { z } from 'zod';
import type { HttpRequest, Reply } from '../http/server.ts';
import { ImpossibleAction } from '../people.ts';
import { Refusal } from '../refusal.ts';
import { readJsonObject } from '../request.ts';
import type { TelegramStandIn } from '../stand-in.ts';
import type { JsonObject } from '../values.ts';
import { operations } from './operations.ts';

const JSON_TYPE = 'application/json';
/** The demo's page comes from another port of the same machine. */
const ANY_ORIGIN =
  'Access-Control-Allow-Origin: *\r\nAccess-Control-Allow-Methods: GET, POST\r\nAccess-Control-Allow-Headers: Content-Type\r\n';
const HEARTBEAT_MS = 15_000;

/** What the control API needs to know of an operation, whatever its types. */
interface AnyOperation {
  readonly looks: boolean;
  readonly run: (standIn: TelegramStandIn, input: unknown) => unknown;
}

const table: ReadonlyMap<string, AnyOperation> = new Map(Object.entries(operations));

/** Answers a request to `/control/…`: `{ok:true,result}` or `{ok:false,error}`. */
export function answerControl(standIn: TelegramStandIn, request: HttpRequest, reply: Reply): void {
  const url = new URL(request.target, 'http://stand-in');
  const name = url.pathname.slice('/control/'.length);
  if (request.method === 'OPTIONS') reply.send(204, JSON_TYPE, '', ANY_ORIGIN);
  else if (name === 'events') streamEvents(standIn, request, url.searchParams, reply);
  else runOperation(standIn, name, request, url.searchParams, reply);
}

function runOperation(
  standIn: TelegramStandIn,
  name: string,
  request: HttpRequest,
  query: URLSearchParams,
  reply: Reply,
): void {
  const operation = table.get(name);
  if (operation === undefined) {
    fail(reply, 404, `there is no operation "${name}"`);
    return;
  }
  if (request.method === 'GET' && !operation.looks) {
    fail(reply, 405, 'this operation wants POST');
    return;
  }
  const input = request.method === 'GET' ? Object.fromEntries(query) : readInput(request);
  if (input instanceof Refusal) {
    fail(reply, 400, input.description);
    return;
  }
  try {
    const result = operation.run(standIn, input) ?? null;
    reply.send(200, JSON_TYPE, JSON.stringify({ ok: true, result }), ANY_ORIGIN);
  } catch (error) {
    if (error instanceof z.ZodError) fail(reply, 400, z.prettifyError(error));
    else if (error instanceof ImpossibleAction) fail(reply, 409, error.message);
    else throw error;
  }
}

const readInput = (request: HttpRequest): JsonObject | Refusal =>
  request.body.length === 0 ? {} : readJsonObject(request.body);

const fail = (reply: Reply, status: number, error: string): void =>
  reply.send(status, JSON_TYPE, JSON.stringify({ ok: false, error }), ANY_ORIGIN);

/** Server-sent events; `?bot=` keeps to one bot and what concerns all, `Last-Event-ID` takes up after a break. */
function streamEvents(
  standIn: TelegramStandIn,
  request: HttpRequest,
  query: URLSearchParams,
  reply: Reply,
): void {
  const bot = query.get('bot');
  const last = request.header('last-event-id') ?? query.get('since');
  const stream = reply.open('text/event-stream', ANY_ORIGIN);
  stream.write(': listening\n\n');
  const stop = standIn.listen(
    (event) => {
      if (bot !== null && event.bot !== null && event.bot !== Number(bot)) return;
      const { bot: ofBot, chat, data } = event;
      stream.write(
        `id: ${event.id}\nevent: ${event.kind}\ndata: ${JSON.stringify({ bot: ofBot, chat, ...data })}\n\n`,
      );
    },
    last === null || last === undefined ? null : Number(last),
  );
  const heartbeat = setInterval(() => stream.write(': still here\n\n'), HEARTBEAT_MS);
  stream.onClose(() => {
    clearInterval(heartbeat);
    stop();
  });
}
