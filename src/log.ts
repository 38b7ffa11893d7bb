import { pino } from 'pino';
import type { Config } from './config.ts';
import type { Log, LogFields } from './services/context.ts';

export { safeError } from './domain/safe-error.ts';

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
