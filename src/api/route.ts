import type { z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { every } from 'hono/combine';
import type { TokenScope } from '../domain/token-scope.ts';
import { roles as allRoles, type Role } from '../domain/words.ts';
import type { AdminEnv } from './env.ts';
import { readBody } from './middleware/body.ts';
import { readFile } from './middleware/file.ts';
import { onceOnly } from './middleware/once.ts';
import { rateHeaders } from './middleware/rate-limit.ts';
import { requireRole, requireScope } from './middleware/sign-in.ts';
import { etagHeader, type StandingTag, unlessChanged } from './middleware/unchanged.ts';
import { readUpload } from './middleware/upload.ts';
import { problemSchema } from './problem.ts';

/** Every staff member, whatever their role. */
export const anyRole: readonly Role[] = allRoles;

/**
 * Who may use a route, and what their token must be for: part of each route of the admin API, told in the document as
 * `x-roles` and beside `bearer`. The verb behind it checks the roles again.
 */
export function guarded(roles: readonly Role[], scope: TokenScope) {
  return guard(roles, scope, readBody);
}

/** The same for a route that makes something: it is done once under an idempotency key. `apart`: see `onceOnly`. */
export function creating(
  roles: readonly Role[],
  scope: TokenScope,
  options: Parameters<typeof onceOnly>[0] = {},
) {
  return guard(roles, scope, readBody, onceOnly(options));
}

/** The same for a route that changes what others may change meanwhile; see `unlessChanged`. */
export function changing(roles: readonly Role[], scope: TokenScope, standing: StandingTag) {
  return guard(roles, scope, readBody, unlessChanged(standing));
}

/** The same for a route whose body is an image. */
export function guardedUpload(roles: readonly Role[], scope: TokenScope) {
  // Decoding takes its time; the same image is kept once anyway.
  return guard(roles, scope, readUpload, onceOnly({ apart: true }));
}

/** The same for a route whose body is a file of hearings. */
export function guardedFile(roles: readonly Role[], scope: TokenScope) {
  return guard(roles, scope, readFile, onceOnly());
}

function guard(roles: readonly Role[], scope: TokenScope, ...then: MiddlewareHandler<AdminEnv>[]) {
  const middleware: MiddlewareHandler<AdminEnv> = every(requireRole(roles), requireScope(scope), ...then);
  return { security: [{ bearer: [scope] }], 'x-roles': [...roles], middleware };
}

/** What every route answers when it does not do what was asked. */
export const otherwise = {
  description: 'Why it was not done.',
  headers: rateHeaders,
  content: { 'application/problem+json': { schema: problemSchema } },
} as const;

/** Answers 200 with the thing asked for; otherwise a problem. */
export function ok<Schema extends z.ZodType>(description: string, schema: Schema) {
  const content = { 'application/json': { schema } };
  return { 200: { description, headers: rateHeaders, content }, default: otherwise } as const;
}

/** The same with the tag of its version. */
export function tagged<Schema extends z.ZodType>(description: string, schema: Schema) {
  const content = { 'application/json': { schema } };
  const headers = rateHeaders.extend(etagHeader.shape);
  return { 200: { description, headers, content }, default: otherwise } as const;
}

const failedConditions = {
  412: { ...otherwise, description: 'It has changed since it was read.' },
  428: { ...otherwise, description: 'Nothing says which version is changed.' },
};

/** What a route of `changing` answers: to its handler's answers it adds those of the middleware, of which it knows nothing. */
export function conditional<Responses extends object>(responses: Responses): Responses {
  return { ...responses, ...failedConditions };
}

/** Answers 201 with what was made; otherwise a problem. */
export function created<Schema extends z.ZodType>(description: string, schema: Schema) {
  const content = { 'application/json': { schema } };
  return { 201: { description, headers: rateHeaders, content }, default: otherwise } as const;
}

/** A JSON body that must be sent. */
export function body<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } } as const;
}
