import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AdminEnv } from './env.ts';

const about = `
The admin API of Bray: what staff do with cases, hearings and posts.

**Signing in.** Every request carries a bearer token. Whoever runs the service makes one for each staff member;
it is shown once. What a person may do follows from their roles, and nobody decides on what they wrote
themselves. A token may be made for some scopes only: each route names the one that it takes beside \`bearer\`, such as
\`posts:read\`, and without it answers 403 (\`scope-missing\`). To decide is a scope of its own, which writing does not bring.

**Approval.** A hearing's facts and a post's text in each language take effect once a second person has approved
exactly what they read. An edit voids the approval.

**Time.** Hearings are given in wall time with the court's zone. Instants are answered in UTC.

**Lists** are answered in pages: give \`next\` of one back in \`before\` (of lists whose newest stand first) or in \`after\`,
and it is null on the last.

**Repeats.** Every request that makes something takes an \`Idempotency-Key\`: a repeat of the same request under the
same key, within 24 hours, does nothing and is answered as the first was. The same key with anything else is refused
(422), and so is a repeat while the first is still being done (409).

**Changes.** What others may change meanwhile is changed with the ETag of what was read, in \`If-Match\`: without one the
change is refused (428), and when something has changed since (412). A revision of a hearing or an incident names the one
that it begins from in \`basedOn\`.

**Limits.** A token may send 600 requests at once, and ten a second after; \`RateLimit\` in each answer tells how many are
left.

**Refusals** come as \`application/problem+json\` (RFC 9457); \`code\` says which, \`remedy\` what to do about it.
`;

/** Everything the API offers, written from the very schemas that it reads and answers with. */
export function describeApi(app: OpenAPIHono<AdminEnv>) {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Bray', version: '1', description: about.trim() },
    servers: [{ url: '/' }],
  });
}
