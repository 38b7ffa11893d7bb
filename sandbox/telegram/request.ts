import { isUtf8 } from 'node:buffer';
import type { HttpRequest } from './http/server.ts';
import { readMultipart, type UploadedFile } from './multipart.ts';
import { badRequest, Refusal } from './refusal.ts';
import type { RawParameters } from './validate.ts';
import { isObject, type JsonObject } from './values.ts';

const NO_FILES: ReadonlyMap<string, UploadedFile> = new Map();
const NOT_UTF8 = badRequest('strings must be encoded in UTF-8');

/** Reads the parameters of a request: from its query and from its JSON, form or multipart body. */
export function readParameters(request: HttpRequest, query: string): RawParameters | Refusal {
  const fromQuery = query === '' ? null : readForm(query);
  if (fromQuery instanceof Refusal) return fromQuery;
  const fromBody = readBody(request);
  if (fromBody instanceof Refusal || fromQuery === null) return fromBody;
  return { ...fromBody, values: { ...fromQuery, ...fromBody.values } };
}

function readBody(request: HttpRequest): RawParameters | Refusal {
  const { body } = request;
  if (body.length === 0) return { values: {}, text: true, files: NO_FILES };
  const contentType = request.header('content-type') ?? '';
  if (contentType.startsWith('application/json')) {
    const values = readJsonObject(body);
    return values instanceof Refusal ? values : { values, text: false, files: NO_FILES };
  }
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    if (!isUtf8(body)) return NOT_UTF8;
    const values = readForm(body.toString('utf8'));
    return values instanceof Refusal ? values : { values, text: true, files: NO_FILES };
  }
  if (contentType.startsWith('multipart/form-data')) {
    const multipart = readMultipart(body, contentType);
    if (multipart === null) return badRequest("can't parse multipart/form-data");
    const values: JsonObject = {};
    for (const [name, bytes] of multipart.fields) {
      if (!isUtf8(bytes)) return NOT_UTF8;
      values[name] = bytes.toString('utf8');
    }
    return { values, text: true, files: multipart.files };
  }
  return new Refusal(415, 'Unsupported Media Type: application/json, a form or multipart/form-data expected');
}

/** A JSON object out of bytes; invalid UTF-8, broken JSON and anything but an object are refused. */
export function readJsonObject(body: Buffer): JsonObject | Refusal {
  if (!isUtf8(body)) return NOT_UTF8;
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return isObject(value) ? value : badRequest("can't parse JSON: Object expected");
  } catch (error) {
    if (error instanceof SyntaxError) return badRequest("can't parse JSON");
    throw error;
  }
}

function readForm(form: string): JsonObject | Refusal {
  const values: JsonObject = {};
  for (const pair of form.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = percentDecoded(equals < 0 ? pair : pair.slice(0, equals));
    const value = percentDecoded(equals < 0 ? '' : pair.slice(equals + 1));
    if (name === null || value === null) return NOT_UTF8;
    values[name] = value;
  }
  return values;
}

function percentDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (error) {
    // URIError: a broken escape, or bytes that are no UTF-8 (URLSearchParams would have let U+FFFD through).
    if (error instanceof URIError) return null;
    throw error;
  }
}
