import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser, closePages } from '../helpers/chromium.ts';
import { type ApiWorld, apiWorld } from './world.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

let world: ApiWorld;
let document: { [key: string]: Json };

beforeAll(async () => {
  world = await apiWorld();
  document = (await world.request('/openapi.json')).read();
});
afterAll(async () => {
  await world.close();
  await closePages();
});

/** Every object in the document, with where it stands. */
function* objects(value: Json, path: string[] = []): Generator<[string[], { [key: string]: Json }]> {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield [path, value];
  for (const [key, child] of Object.entries(value)) yield* objects(child, [...path, key]);
}

function resolve(reference: string): Json | undefined {
  const steps = reference.replace(/^#\//, '').split('/');
  return steps.reduce<Json | undefined>(
    (at, step) => (at !== null && typeof at === 'object' && !Array.isArray(at) ? at[step] : undefined),
    document,
  );
}

/** The operations: path, method, and what is said of them. */
function operations() {
  const found: { path: string; method: string; told: { [key: string]: Json } }[] = [];
  for (const [path, methods] of Object.entries(document.paths as { [key: string]: Json })) {
    for (const [method, told] of Object.entries(methods as { [key: string]: { [key: string]: Json } })) {
      found.push({ path, method, told });
    }
  }
  return found;
}

describe('the OpenAPI document', () => {
  test('is of version 3.1 and served as JSON', async () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info).toMatchObject({ title: 'Bray' });
    expect((await world.request('/openapi.json')).headers.get('content-type')).toContain('application/json');
  });

  test('refers to nothing that it does not hold', () => {
    const references = [...objects(document)].flatMap(([path, object]) =>
      typeof object.$ref === 'string' ? [{ path: path.join('.'), reference: object.$ref }] : [],
    );
    expect(references.length).toBeGreaterThan(20);
    expect(references.filter(({ reference }) => resolve(reference) === undefined)).toEqual([]);
  });

  test('gives each operation a name of its own, a summary, a tag, an answer and the form of its refusals', () => {
    const names = operations().map(({ told }) => told.operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const { path, method, told } of operations()) {
      const where = `${method} ${path}`;
      expect(told.operationId, where).toMatch(/^[a-z][A-Za-z]+$/);
      expect(told.summary, where).toBeTypeOf('string');
      expect(told.tags, where).toHaveLength(1);
      expect(told.security, where).toEqual([
        { bearer: [expect.stringMatching(/^[a-z]+:(read|write|decide)$/)] },
      ]);
      const answers = told.responses as { [key: string]: { [key: string]: Json } };
      const parameters = (told.parameters ?? []) as { name: string }[];
      const conditional = parameters.some(({ name }) => name === 'if-match');
      expect(Object.keys(answers).toSorted(), where).toEqual([
        expect.stringMatching(/^20[01]$/),
        ...(conditional ? ['412', '428'] : []),
        'default',
      ]);
      for (const answer of Object.values(answers)) {
        expect(Object.keys(answer.headers as object), where).toEqual(
          expect.arrayContaining(['RateLimit', 'RateLimit-Policy']),
        );
      }
      expect(answers.default?.content, where).toEqual({
        'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
      });
    }
    expect(resolve('#/components/securitySchemes/bearer')).toEqual({ type: 'http', scheme: 'bearer' });
  });

  test('declares exactly the parameters that stand in each path', () => {
    for (const { path, method, told } of operations()) {
      const parameters = (told.parameters ?? []) as { name: string; in: string; required?: boolean }[];
      const declared = parameters.filter((one) => one.in === 'path');
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect(declared.map(({ name }) => name).toSorted(), `${method} ${path}`).toEqual(wanted.toSorted());
      expect(declared.every(({ required }) => required === true)).toBe(true);
    }
  });

  test('is made of schemas in the words of JSON Schema 2020-12', () => {
    const types = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];
    const schemas = [...objects(document)].filter(
      ([path, object]) =>
        'type' in object && path.at(-1) !== 'properties' && path.at(-2) !== 'securitySchemes',
    );
    expect(schemas.length).toBeGreaterThan(100);
    for (const [path, schema] of schemas) {
      const where = path.join('.');
      for (const type of [schema.type].flat()) expect(types, where).toContain(type);
      if (schema.type === 'array') expect(schema.items, where).toBeDefined();
      if (Array.isArray(schema.required)) {
        const properties = Object.keys((schema.properties ?? {}) as object);
        expect(properties, where).toEqual(expect.arrayContaining(schema.required));
      }
      expect(schema, where).not.toHaveProperty('nullable');
    }
  });

  test('names every refusal that there is, each with a page of its own', async () => {
    const { enum: codes } = resolve('#/components/schemas/Problem/properties/code') as { enum: string[] };
    expect(codes).toContain('own-text');
    for (const code of codes) expect((await world.request(`/problems/${code}`)).status, code).toBe(200);
  });

  test('shows what is sent as the verbs read it', () => {
    expect(resolve('#/components/schemas/NewHearing')).toMatchObject({
      required: expect.arrayContaining(['date', 'time', 'zone', 'kind', 'court', 'sources', 'checkedOn']),
      additionalProperties: false,
    });
    expect(resolve('#/components/schemas/NewPost')).toMatchObject({
      required: ['caseId', 'sourceLanguage', 'text'],
    });
  });
});

describe('the page at /docs', () => {
  test('works without a network, with nothing inline, and shows the routes', async () => {
    const page = await (await browser()).newPage();
    const complaints: string[] = [];
    const elsewhere: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(world.url) && !request.url().startsWith('data:'))
        elsewhere.push(request.url());
    });
    await page.goto(`${world.url}/docs`);
    await page.getByText('/api/admin/posts', { exact: true }).first().waitFor();
    await page.getByText('Write a post in its source language, as a draft').click();
    await page.getByText('The post was written.').waitFor();
    expect(elsewhere).toEqual([]);
    expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([]);
    await page.close();
  });
});
