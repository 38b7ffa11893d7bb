import { apiMethod } from './api.ts';
import type { Core } from './core.ts';
import type { Fault } from './faults.ts';
import type { HttpRequest, Reply } from './http/server.ts';
import { outcomeOf } from './ledger.ts';
import { type MethodAnswer, simulated } from './methods/index.ts';
import { RawUpdates } from './methods/updates.ts';
import { badRequest, notSimulated, Refusal, unauthorized } from './refusal.ts';
import { readParameters } from './request.ts';
import { checkParameters, type RawParameters } from './validate.ts';
import type { Bot } from './world.ts';

const JSON_TYPE = 'application/json';
const NO_METHOD = new Refusal(404, 'Not Found: method not found');
const UNKNOWN_METHOD = 'unknown method';
const NOT_FOUND = new Refusal(404, 'Not Found');
const HTML_PAGE =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n';

/** Answers a request to `/bot<token>/<method>`. */
export function answerBotApi(core: Core, request: HttpRequest, reply: Reply): void {
  const { target } = request;
  const slash = target.indexOf('/', 4);
  const questionMark = target.indexOf('?');
  const pathEnd = questionMark < 0 ? target.length : questionMark;
  const name = slash < 0 ? '' : target.slice(slash + 1, pathEnd);
  const token = target.slice(4, slash < 0 ? pathEnd : slash);
  const bot = core.botsByToken.get(token) ?? core.botsByToken.get(tolerantlyDecoded(token));
  if (bot === undefined) {
    // Something that is no token at all is not found; a token that is nobody's is unauthorized.
    const refusal = /^\d+:[\w-]+$/.test(tolerantlyDecoded(token)) ? unauthorized() : NOT_FOUND;
    core.noteRefusal(null, name, refusal);
    reply.send(refusal.code, JSON_TYPE, refusal.toBody());
    return;
  }
  const method = apiMethod(name);
  const raw = method === undefined ? NO_METHOD : readParameters(request, target.slice(pathEnd + 1));
  const fault = core.faults.forRequest(bot.id, method?.name ?? name, chatIn(raw));
  if (fault !== null) {
    const lost = fault.kind === 'too many requests' ? 'tooManyRequests' : 'faulted';
    bot.ledger.count(method?.name ?? UNKNOWN_METHOD, lost);
  }
  meet(fault, reply, (answerLost) => {
    const answer = raw instanceof Refusal ? raw : execute(core, bot, name, raw, answerLost, reply);
    return answer instanceof Promise ? answer.then(encode) : encode(answer);
  });

  function encode(answer: MethodAnswer): Encoded {
    const counted = method?.name ?? UNKNOWN_METHOD;
    if (answer instanceof Refusal) {
      bot?.ledger.count(counted, outcomeOf(answer));
      // A 429 is the limits at work and not a fault of the request; it has its own count.
      if (answer.code !== 429) core.noteRefusal(bot ?? null, counted, answer);
      return { status: answer.code, body: answer.toBody(), headers: retryHeader(answer) };
    }
    bot?.ledger.count(counted, 'accepted');
    const result = answer instanceof RawUpdates ? answer.json : JSON.stringify(answer);
    return { status: 200, body: `{"ok":true,"result":${result}}`, headers: '' };
  }
}

interface Encoded {
  readonly status: number;
  readonly body: string;
  readonly headers: string;
}

const retryHeader = (refusal: Refusal): string =>
  refusal.parameters?.retry_after === undefined ? '' : `Retry-After: ${refusal.parameters.retry_after}\r\n`;

function tolerantlyDecoded(token: string): string {
  return token.replaceAll(/%3a/gi, ':');
}

function chatIn(raw: RawParameters | Refusal): number | null {
  if (raw instanceof Refusal) return null;
  const id = Number(raw.values.chat_id);
  return Number.isSafeInteger(id) ? id : null;
}

/** Carries out one method; also those that a webhook's answer asks for. */
export function execute(
  core: Core,
  bot: Bot,
  name: string,
  raw: RawParameters,
  answerLost: boolean,
  reply: Pick<Reply, 'onGone'>,
): MethodAnswer | Promise<MethodAnswer> {
  const method = apiMethod(name);
  if (method === undefined) return NO_METHOD;
  const checked = checkParameters(method, raw);
  if (checked instanceof Refusal) return checked;
  for (const parameter of checked.unknown) core.noteUnknownParameter(bot, method.name, parameter);
  const run = simulated(method.name);
  if (run === undefined) return notSimulated(method.name);
  return run({
    core,
    bot,
    method: method.name,
    values: checked.values,
    files: raw.files,
    answerLost,
    onGone: (gone) => reply.onGone(gone),
  });
}

/** Lets a request meet its fault, if it has one, and answers it. */
function meet(
  fault: Fault | null,
  reply: Reply,
  run: (answerLost: boolean) => Encoded | Promise<Encoded>,
): void {
  if (fault === null) {
    whenDone(run(false), (answer) => reply.send(answer.status, JSON_TYPE, answer.body, answer.headers));
    return;
  }
  switch (fault.kind) {
    case 'refuse':
      throw new Error('a connection fault reached a request');
    case 'reset':
      if (fault.accepted) whenDone(run(true), () => reply.reset());
      else reply.reset();
      return;
    case 'stall':
      if (fault.accepted) {
        whenDone(run(false), (answer) => {
          later(fault.ms, () => reply.send(answer.status, JSON_TYPE, answer.body, answer.headers));
        });
      } else {
        later(fault.ms, () => meet(null, reply, run));
      }
      return;
    case 'status': {
      const body = new Refusal(fault.status, 'Internal Server Error').toBody();
      if (fault.accepted) whenDone(run(true), () => reply.send(fault.status, JSON_TYPE, body));
      else reply.send(fault.status, JSON_TYPE, body);
      return;
    }
    case 'html':
      if (fault.accepted) whenDone(run(true), () => reply.send(fault.status, 'text/html', HTML_PAGE));
      else reply.send(fault.status, 'text/html', HTML_PAGE);
      return;
    case 'truncated':
      whenDone(run(true), (answer) => reply.truncate(answer.status, JSON_TYPE, answer.body));
      return;
    case 'too many requests': {
      const refusal =
        fault.retryAfter === null
          ? new Refusal(429, 'Too Many Requests')
          : new Refusal(429, `Too Many Requests: retry after ${fault.retryAfter}`, {
              retry_after: fault.retryAfter,
            });
      reply.send(429, JSON_TYPE, refusal.toBody(), retryHeader(refusal));
      return;
    }
    case 'bad request':
      reply.send(400, JSON_TYPE, badRequest(fault.description).toBody());
      return;
    case 'frozen':
      reply.send(400, JSON_TYPE, badRequest('FROZEN_METHOD_INVALID').toBody());
      return;
    case 'unauthorized':
      reply.send(401, JSON_TYPE, unauthorized().toBody());
      return;
  }
}

function whenDone<T>(value: T | Promise<T>, then: (value: T) => void): void {
  if (value instanceof Promise) void value.then(then);
  else then(value);
}

/** A stall must not keep a closed stand-in alive. */
function later(ms: number, then: () => void): void {
  setTimeout(then, ms).unref();
}
