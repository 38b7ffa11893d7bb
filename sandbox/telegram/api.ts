import { readFileSync } from 'node:fs';

/** The Bot API as `extract-api.ts` leaves it: parameter name -> types joined by `|`, `=x` a constant, `!` required. */
interface ApiFile {
  readonly version: string;
  readonly released: string;
  readonly methods: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly types: Readonly<
    Record<string, { readonly fields?: Readonly<Record<string, string>>; readonly anyOf?: string }>
  >;
}

export type Shape =
  | { readonly kind: 'integer' | 'float' | 'string' | 'boolean' | 'file' }
  | { readonly kind: 'constant'; readonly value: string }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'object'; readonly name: string; readonly fields: ReadonlyMap<string, Field> }
  | { readonly kind: 'union'; readonly name: string; readonly of: readonly Shape[] };

export interface Field {
  readonly required: boolean;
  readonly shape: Shape;
}

export interface ApiMethod {
  readonly name: string;
  readonly fields: ReadonlyMap<string, Field>;
  readonly required: readonly string[];
}

const file: ApiFile = JSON.parse(readFileSync(new URL('./api-10.3.json', import.meta.url), 'utf8'));

export const API_VERSION = file.version;

const SCALARS: Readonly<Record<string, Shape>> = {
  Integer: { kind: 'integer' },
  Float: { kind: 'float' },
  String: { kind: 'string' },
  Boolean: { kind: 'boolean' },
  InputFile: { kind: 'file' },
};

// Types refer to each other in circles (rich text in rich text), so a type is entered before its fields are read.
const types = new Map<string, Shape>();

function typeNamed(name: string): Shape {
  const known = SCALARS[name] ?? types.get(name);
  if (known !== undefined) return known;
  const described = file.types[name];
  if (described === undefined) throw new Error(`api-10.3.json lacks the type ${name}`);
  if (described.anyOf !== undefined) {
    const of: Shape[] = [];
    const shape: Shape = { kind: 'union', name, of };
    types.set(name, shape);
    of.push(...described.anyOf.split('|').map(shapeOf));
    return shape;
  }
  const fields = new Map<string, Field>();
  const shape: Shape = { kind: 'object', name, fields };
  types.set(name, shape);
  for (const [key, code] of Object.entries(described.fields ?? {})) fields.set(key, readField(code));
  return shape;
}

function shapeOf(code: string): Shape {
  if (code.startsWith('Array of ')) return { kind: 'list', of: shapeOf(code.slice('Array of '.length)) };
  return typeNamed(code);
}

function readField(code: string): Field {
  const required = code.endsWith('!');
  const type = required ? code.slice(0, -1) : code;
  if (type.startsWith('=')) return { required, shape: { kind: 'constant', value: type.slice(1) } };
  const parts = type.split('|');
  return {
    required,
    shape:
      parts.length === 1
        ? shapeOf(type)
        : { kind: 'union', name: parts.join(' or '), of: parts.map(shapeOf) },
  };
}

const methods = new Map<string, ApiMethod>();
for (const [name, codes] of Object.entries(file.methods)) {
  const fields = new Map(Object.entries(codes).map(([key, code]) => [key, readField(code)]));
  const required = [...fields].filter(([, field]) => field.required).map(([key]) => key);
  const method: ApiMethod = { name, fields, required };
  // Under its own spelling too: everybody writes it so, and the hot path need not fold its case.
  methods.set(name, method).set(name.toLowerCase(), method);
}

/** The method of that name (Telegram does not look at its case); undefined when the Bot API has none. */
export const apiMethod = (name: string): ApiMethod | undefined =>
  methods.get(name) ?? methods.get(name.toLowerCase());

/** How many methods the described version of the Bot API has. */
export const API_METHOD_COUNT = Object.keys(file.methods).length;
