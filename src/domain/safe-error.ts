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
