import type { CredentialField, CredentialRefusal, Credentials } from '../domain/network.ts';
import { done, type Result, refused } from '../domain/result.ts';

/** Reads credentials field by field; each reader answers the value as it is kept, or null for what cannot be one. */
export function readFields(
  fields: readonly CredentialField[],
  given: Readonly<Record<string, string>>,
  read: Readonly<Record<string, (text: string) => string | null>> = {},
): Result<Credentials, CredentialRefusal> {
  const unknown = Object.keys(given).find((name) => !fields.some((field) => field.name === name));
  if (unknown !== undefined) {
    const remedy = `Leave it out; there are: ${fields.map(({ name }) => name).join(', ')}.`;
    return refused({ code: 'credentials-malformed', field: unknown, remedy });
  }
  const credentials: Record<string, string> = {};
  for (const { name, help } of fields) {
    const text = given[name]?.trim() ?? '';
    const value = (read[name] ?? plain)(text);
    if (value === null) return refused({ code: 'credentials-malformed', field: name, remedy: help });
    credentials[name] = value;
  }
  return done(credentials);
}

/** One word that can stand in a header. */
function plain(text: string): string | null {
  return /^[\x21-\x7e]{1,4096}$/.test(text) ? text : null;
}
