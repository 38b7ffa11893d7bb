import type { Result } from '../../src/domain/result.ts';

/** What a verb answered; throws when it refused, which a script never expects. */
export function done<Value, Refusal extends { readonly code: string }>(
  what: string,
  result: Result<Value, Refusal>,
): Value {
  if (result.ok) return result.value;
  throw new Error(`The script could not ${what}: ${JSON.stringify(result.refusal)}.`);
}
