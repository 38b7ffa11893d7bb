import { readFileSync } from 'node:fs';
import { z } from 'zod';

/*
 * What X's own OpenAPI description (2.167) says of the operations that are used here, without its prose. Of requests it
 * keeps only the fields that are used: any other is a fault of the client, here as there.
 */

interface Schema {
  readonly $ref?: string | undefined;
  readonly type?: string | undefined;
  readonly required?: readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly additionalProperties?: unknown;
  readonly items?: Schema | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly pattern?: string | undefined;
  readonly nullable?: boolean | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}

const schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.string().optional(),
    required: z.array(z.string()).optional(),
    properties: z.record(z.string(), schema).optional(),
    additionalProperties: z.unknown().optional(),
    items: schema.optional(),
    enum: z.array(z.unknown()).optional(),
    pattern: z.string().optional(),
    nullable: z.boolean().optional(),
    minItems: z.number().optional(),
    maxItems: z.number().optional(),
    maxLength: z.number().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
  }),
);

const operation = z.object({
  status: z.int(),
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean(), schema }))
    .default([]),
  body: schema.optional(),
  types: z.array(z.string()).default([]),
  answer: schema,
});
export type Operation = z.infer<typeof operation>;

const description = z
  .object({ operations: z.record(z.string(), operation), schemas: z.record(z.string(), schema) })
  .parse(JSON.parse(readFileSync(new URL('api-2.167.json', import.meta.url), 'utf8')));

/** An operation by its method and path; undefined for what Bray does not use. */
export function operationOf(
  method: string,
  path: string,
): (Operation & { readonly name: string }) | undefined {
  for (const [name, found] of Object.entries(description.operations)) {
    const pattern = name.replace(/\{[^}]+\}/g, '[^/]+');
    if (new RegExp(`^${pattern}$`).test(`${method} ${path}`)) return { ...found, name };
  }
  return undefined;
}

/** What of a value is not as a schema says, by where it is; empty when all is. */
export function faultsOf(value: unknown, given: Schema, at = '$'): string[] {
  if (given.$ref !== undefined) {
    const named = description.schemas[given.$ref.split('/').at(-1) ?? ''];
    return named === undefined ? [`${at}: no schema`] : faultsOf(value, named, at);
  }
  if (value === null && given.nullable === true) return [];
  if (given.enum !== undefined && !given.enum.includes(value)) return [`${at} is none of what it may be`];
  switch (given.type) {
    case 'object':
      return faultsOfObject(value, given, at);
    case 'array':
      if (!Array.isArray(value)) return [`${at} is no array`];
      if (value.length < (given.minItems ?? 0) || value.length > (given.maxItems ?? Infinity))
        return [`${at} has ${value.length} items`];
      return value.flatMap((item, i) => faultsOf(item, given.items ?? {}, `${at}[${i}]`));
    case 'string':
      if (typeof value !== 'string') return [`${at} is no string`];
      if (given.pattern !== undefined && !new RegExp(given.pattern).test(value))
        return [`${at} does not match ${given.pattern}`];
      return value.length > (given.maxLength ?? Infinity) ? [`${at} is too long`] : [];
    case 'integer':
      if (!Number.isInteger(value)) return [`${at} is no integer`];
      return Number(value) < (given.minimum ?? -Infinity) || Number(value) > (given.maximum ?? Infinity)
        ? [`${at} is out of range`]
        : [];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${at} is no boolean`];
    default:
      return [];
  }
}

function faultsOfObject(value: unknown, given: Schema, at: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at} is no object`];
  const properties = given.properties ?? {};
  const entries: [string, unknown][] = Object.entries(value);
  return [
    ...(given.required ?? []).filter((name) => !(name in value)).map((name) => `${at}.${name} is missing`),
    ...entries.flatMap(([name, own]) => {
      const known = properties[name];
      if (known !== undefined) return faultsOf(own, known, `${at}.${name}`);
      return given.additionalProperties === false ? [`${at}.${name} does not exist`] : [];
    }),
  ];
}
