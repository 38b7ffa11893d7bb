import { readFileSync } from 'node:fs';

/** The types of Meta's lists that the stand-in judges; a value of another type is not judged. */
const judges: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  bool: (value) => typeof value === 'boolean' || value === 'true' || value === 'false',
  'unsigned int': (value) => /^\d+$/.test(String(value)),
  'list<Object>': (value) =>
    Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null),
};

type Edge = 'POST feed' | 'POST photos' | 'GET published_posts';

const listed: unknown = JSON.parse(readFileSync(new URL('page.json', import.meta.url), 'utf8'));

function list(name: string): Readonly<Record<string, unknown>> {
  const found: unknown = typeof listed === 'object' && listed !== null ? Reflect.get(listed, name) : null;
  if (typeof found !== 'object' || found === null) throw new Error(`page.json lacks ${name}`);
  return Array.isArray(found) ? Object.fromEntries(found.map((one) => [String(one), true])) : { ...found };
}

/** What is wrong with the parameters of a call, by Meta's own list; null when nothing is. */
export function judgeParameters(edge: Edge, given: Readonly<Record<string, unknown>>): string | null {
  const known = list(edge);
  for (const [name, value] of Object.entries(given)) {
    const type = known[name];
    if (typeof type !== 'string') return `${edge} has no parameter ${name}`;
    if (judges[type]?.(value) === false) return `${edge}: ${name} must be ${type}`;
  }
  return null;
}

/** A field that a Page, or a post of one, does not have; null when all are known. */
export function unknownField(of: 'page' | 'post', fields: readonly string[]): string | null {
  const known = list(of);
  return fields.find((field) => known[field] === undefined) ?? null;
}
