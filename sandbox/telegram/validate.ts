import type { ApiMethod, Shape } from './api.ts';
import type { UploadedFile } from './multipart.ts';
import { badRequest, type Refusal } from './refusal.ts';
import { isObject, type JsonObject } from './values.ts';

/**
 * A request's parameters as they arrived. `text` says that every value came as text (query, form, multipart), so
 * that nested values are JSON inside a string.
 */
export interface RawParameters {
  readonly values: JsonObject;
  readonly text: boolean;
  readonly files: ReadonlyMap<string, UploadedFile>;
}

/** Parameters that have the declared types; `unknown` lists names that the Bot API does not have. */
export interface CheckedParameters {
  readonly values: JsonObject;
  readonly unknown: readonly string[];
}

const NONE: readonly string[] = [];

/**
 * Checks a request's parameters against the declaration of its method. Telegram itself silently ignores names it
 * does not know, so they are reported and not refused; everything else that is ill-typed or missing is refused.
 */
export function checkParameters(method: ApiMethod, raw: RawParameters): CheckedParameters | Refusal {
  const { values, files } = raw;
  const notes: Notes = { files, unknown: NONE };
  for (const name in values) {
    const field = method.fields.get(name);
    if (field === undefined) {
      notes.unknown = [...notes.unknown, name];
      continue;
    }
    const given = values[name];
    const value = typeof given === 'string' ? fromText(given, field.shape) : given;
    if (value === UNREADABLE) return badRequest(`can't parse ${name}: JSON expected`);
    const fault = faultOf(value, field.shape, name, notes);
    if (fault !== null) return badRequest(fault);
    if (value !== given) values[name] = value;
  }
  for (const name of files.keys()) {
    if (method.fields.has(name)) values[name] ??= `attach://${name}`;
  }
  for (const name of method.required) {
    if (values[name] === undefined) return missing(name);
  }
  return { values, unknown: notes.unknown };
}

// The Bot API server has sentences of its own for the parameters that are forgotten most.
function missing(name: string): Refusal {
  if (name === 'chat_id') return badRequest('chat_id is empty');
  if (name === 'text') return badRequest('message text is empty');
  if (name === 'photo' || name === 'document') return badRequest(`there is no ${name} in the request`);
  return badRequest(`parameter "${name}" is required`);
}

const UNREADABLE = Symbol('not JSON');

/** A top-level value that came as text, read as its declared type; also inside JSON bodies, as Telegram does. */
function fromText(text: string, shape: Shape): unknown {
  switch (shape.kind) {
    case 'string':
    case 'file':
    case 'constant':
      return text;
    case 'integer':
      return /^-?\d{1,16}$/.test(text) ? Number(text) : text;
    case 'float':
      return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
    case 'boolean':
      return BOOLEANS.get(text.toLowerCase()) ?? text;
    case 'list':
    case 'object':
      return parsed(text);
    case 'union': {
      if (!shape.of.some((s) => s.kind === 'string' || s.kind === 'file' || s.kind === 'integer'))
        return parsed(text);
      if (shape.of.some((s) => s.kind === 'integer') && /^-?\d{1,16}$/.test(text)) return Number(text);
      return text;
    }
  }
}

const BOOLEANS = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
]);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return UNREADABLE;
    throw error;
  }
}

interface Notes {
  readonly files: ReadonlyMap<string, UploadedFile>;
  unknown: readonly string[];
}

/** What is wrong with a value, or null. */
function faultOf(value: unknown, shape: Shape, path: string, notes: Notes): string | null {
  switch (shape.kind) {
    case 'string':
      return typeof value === 'string' ? null : `can't parse ${path}: String expected`;
    case 'integer':
      return Number.isSafeInteger(value) ? null : `can't parse ${path}: Integer expected`;
    case 'float':
      return typeof value === 'number' ? null : `can't parse ${path}: Number expected`;
    case 'boolean':
      return typeof value === 'boolean' ? null : `can't parse ${path}: Boolean expected`;
    case 'constant':
      return value === shape.value ? null : `can't parse ${path}: unsupported type specified`;
    case 'file':
      return fileFault(value, path, notes);
    case 'list': {
      if (!Array.isArray(value)) return `can't parse ${path}: Array expected`;
      for (const [index, item] of value.entries()) {
        const fault = faultOf(item, shape.of, `${path}[${index}]`, notes);
        if (fault !== null) return fault;
      }
      return null;
    }
    case 'object':
      return objectFault(value, shape, path, notes);
    case 'union':
      return unionFault(value, shape, path, notes);
  }
}

function fileFault(value: unknown, path: string, notes: Notes): string | null {
  if (typeof value !== 'string' || !value.startsWith('attach://')) {
    return `can't parse ${path}: the file must be uploaded as multipart/form-data`;
  }
  return notes.files.has(value.slice('attach://'.length))
    ? null
    : `can't parse ${path}: no such file in the request`;
}

function objectFault(
  value: unknown,
  shape: Extract<Shape, { kind: 'object' }>,
  path: string,
  notes: Notes,
): string | null {
  if (!isObject(value)) return `can't parse ${path}: Object expected`;
  for (const name in value) {
    const field = shape.fields.get(name);
    if (field === undefined) {
      notes.unknown = [...notes.unknown, `${path}.${name}`];
      continue;
    }
    const fault = faultOf(value[name], field.shape, `${path}.${name}`, notes);
    if (fault !== null) return fault;
  }
  for (const [name, field] of shape.fields) {
    if (field.required && value[name] === undefined)
      return `can't parse ${path}: field "${name}" is required`;
  }
  return null;
}

/**
 * A union takes the alternative whose constants and required fields are there. What an alternative that fails has
 * noted is dropped again.
 */
function unionFault(
  value: unknown,
  shape: Extract<Shape, { kind: 'union' }>,
  path: string,
  notes: Notes,
): string | null {
  const before = notes.unknown;
  let first: string | null = null;
  for (const alternative of shape.of) {
    if (!couldBe(value, alternative)) continue;
    notes.unknown = before;
    const fault = faultOf(value, alternative, path, notes);
    if (fault === null) return null;
    first ??= fault;
  }
  notes.unknown = before;
  return first ?? `can't parse ${path}: ${shape.name} expected`;
}

function couldBe(value: unknown, shape: Shape): boolean {
  if (shape.kind !== 'object') return true;
  if (!isObject(value)) return false;
  for (const [name, field] of shape.fields) {
    if (field.required && value[name] === undefined) return false;
    if (field.shape.kind === 'constant' && value[name] !== field.shape.value) return false;
  }
  return true;
}
