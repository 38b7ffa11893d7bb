/** A JSON object whose members are still to be looked at. */
export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const asString = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;
export const asInteger = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;
export const asList = (value: unknown): readonly unknown[] | undefined =>
  Array.isArray(value) ? value : undefined;
export const asObject = (value: unknown): JsonObject | undefined => (isObject(value) ? value : undefined);
