/**
 * Makes `api-10.3.json` out of a machine-readable description of the Bot API (methods and types with `fields`,
 * each field with `types`, `required` and `description`). Only what requests need is kept: every method with its
 * parameters, and the types that those reach.
 *
 * Usage: `node sandbox/telegram/extract-api.ts <description.json> > sandbox/telegram/api-10.3.json`
 */
import { readFileSync } from 'node:fs';

interface Field {
  name: string;
  types: string[];
  required: boolean;
  description: string;
}
interface Described {
  fields?: Field[];
  subtypes?: string[];
}
interface Description {
  version: string;
  release_date: string;
  changelog: string;
  methods: Record<string, Described>;
  types: Record<string, Described>;
}

const SCALARS = new Set(['Integer', 'Float', 'String', 'Boolean', 'InputFile']);
// Discriminators stand only in the prose: "Type of the result, must be audio", "always 'emoji'".
const CONSTANT = /(?:must be|always) ['"“]?([a-z_0-9]+)['"”]?\.?$/;

const itemType = (type: string): string => type.replaceAll('Array of ', '');

function fieldCode(field: Field): string {
  const constant = field.types[0] === 'String' ? CONSTANT.exec(field.description)?.[1] : undefined;
  return `${constant === undefined ? field.types.join('|') : `=${constant}`}${field.required ? '!' : ''}`;
}

const fieldCodes = (fields: Field[] = []): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [field.name, fieldCode(field)]));

const path = process.argv[2];
if (path === undefined) throw new Error('usage: extract-api.ts <description.json>');
const source = JSON.parse(readFileSync(path, 'utf8')) as Description;

const reached = new Set<string>();
const open = Object.values(source.methods).flatMap((m) => (m.fields ?? []).flatMap((f) => f.types));
for (let type = open.pop(); type !== undefined; type = open.pop()) {
  const name = itemType(type);
  if (SCALARS.has(name) || reached.has(name)) continue;
  reached.add(name);
  const described = source.types[name];
  if (described === undefined) throw new Error(`the description names a type it lacks: ${name}`);
  open.push(...(described.fields ?? []).flatMap((f) => f.types), ...(described.subtypes ?? []));
}

const sorted = <T>(entries: [string, T][]): Record<string, T> =>
  Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));

process.stdout.write(
  `${JSON.stringify(
    {
      version: source.version,
      released: source.release_date,
      source: source.changelog,
      note: 'parameter: types joined by |, =x for the constant x, ! when required; taken over in November 2026',
      methods: sorted(Object.entries(source.methods).map(([name, m]) => [name, fieldCodes(m.fields)])),
      types: sorted(
        [...reached].map((name) => {
          const described = source.types[name];
          return [
            name,
            described?.subtypes
              ? { anyOf: described.subtypes.join('|') }
              : { fields: fieldCodes(described?.fields) },
          ];
        }),
      ),
    },
    null,
    1,
  )}\n`,
);
