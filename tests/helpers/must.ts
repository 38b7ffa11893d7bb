import type { Result } from '../../src/domain/result.ts';

/** What a verb answered; a refusal, which a test does not expect there, is thrown. */
export function must<Value>(result: Result<Value, { readonly code: string }>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
