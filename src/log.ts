import { pino } from 'pino';
import type { Config } from './config.ts';
import type { Log, LogFields } from './services/context.ts';

/** Every field that may stand in a log line. A field that is not here is dropped, whatever a type says. */
const allowed = {
  role: true,
  job: true,
  method: true,
  route: true,
  status: true,
  outcome: true,
  fault: true,
  state: true,
  count: true,
  ms: true,
  epoch: true,
  port: true,
  id: true,
  url: true,
  version: true,
  error: true,
} as const satisfies Record<keyof LogFields, true>;

/** One JSON object a line on standard output: level, time, event, and fields of the allow-list. */
export function createLog(
  level: Config['logLevel'] | 'silent',
  destination?: { write(line: string): void },
): Log {
  const logger = pino({ level, base: null, messageKey: 'event' }, destination ?? process.stdout);
  const line = (write: (fields: object, event: string) => void) => (event: string, fields?: LogFields) =>
    write(onlyAllowed(fields ?? {}), event);
  return {
    info: line((fields, event) => logger.info(fields, event)),
    warn: line((fields, event) => logger.warn(fields, event)),
    error: line((fields, event) => logger.error(fields, event)),
  };
}

function onlyAllowed(fields: LogFields): object {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => Object.hasOwn(allowed, name)));
}

/**
 * What may be logged of an error: its class, its code where it has one, and where in our own code it arose.
 * Never its message: those of libraries carry statements, parameters, addresses and texts.
 */
export function safeError(error: unknown): string {
  if (!(error instanceof Error))
    return typeof error === 'object' && error !== null ? plain(error) : typeof error;
  const code = matching(error, 'code', codes);
  const cause = error.cause === undefined ? '' : ` < ${safeError(error.cause)}`;
  return [error.name, code, ourFrame(error)].filter(Boolean).join(' ') + cause;
}

const codes = /^[\w-]{1,40}$/;
const classes = /^\w{0,40}(Error|Exception)$/;

/** An error that crossed a library's border as a plain object: so pg-boss hands on its workers'. */
function plain(error: object): string {
  return [matching(error, 'name', classes) || 'object', matching(error, 'code', codes)]
    .filter(Boolean)
    .join(' ');
}

/** A field of the shape it should have; nothing when it could be a text. */
function matching(error: object, field: 'name' | 'code', shape: RegExp): string {
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' && shape.test(value) ? value : '';
}

function ourFrame(error: Error): string {
  const frame = error.stack?.split('\n').find((line) => /\/(src|demo|bench)\/[\w/.-]+\.ts:\d+/.test(line));
  return frame === undefined ? '' : `at ${/(?:src|demo|bench)\/[\w/.-]+\.ts:\d+/.exec(frame)?.[0] ?? ''}`;
}
