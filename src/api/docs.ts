import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { pagePolicy } from './middleware/security-headers.ts';

/** Of Swagger UI, from its npm package: nothing is fetched from elsewhere, so the page works without a network. */
const assets = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
} as const;

const start = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  presets: [SwaggerUIBundle.presets.apis],
  // Otherwise a badge asks a server of Swagger's whether the document is valid.
  validatorUrl: null,
});
`;

/** A page on which the document can be browsed and tried out. */
export function createDocs(): Hono {
  const docs = new Hono();
  docs.use('*', async (c, next) => {
    await next();
    c.header('Content-Security-Policy', pagePolicy);
  });
  docs.get('/', (c) =>
    c.html(html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Bray: the admin API</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
    <script src="/docs/swagger-ui-bundle.js" defer></script>
    <script src="/docs/start.js" defer></script>
  </head>
  <body>
    <main id="docs"><noscript>The document itself is at <a href="/openapi.json">/openapi.json</a>.</noscript></main>
  </body>
</html>`),
  );
  docs.get('/start.js', (c) => c.body(start, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }));
  for (const [name, type] of Object.entries(assets)) {
    docs.get(`/${name}`, async (c) =>
      c.body(await readAsset(name), 200, { 'Content-Type': type, 'Cache-Control': 'max-age=3600' }),
    );
  }
  return docs;
}

async function readAsset(name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(fileURLToPath(import.meta.resolve(`swagger-ui-dist/${name}`))));
}
