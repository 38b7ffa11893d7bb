/**
 * What may be logged of something thrown: its class and its code. A message may quote a value of a row, a
 * connection's address or a request's path.
 */
export function faultOf(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(inner instanceof Error)) return 'not an error';
  const code = 'code' in inner && typeof inner.code === 'string' ? inner.code : '';
  return /^[A-Z0-9_]{1,64}$/.test(code) ? `${inner.name} ${code}` : inner.name;
}
