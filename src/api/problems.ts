import { Hono } from 'hono';
import { html } from 'hono/html';
import { findRefusalText, refuse } from './problem.ts';

/** The page that a problem's `type` names: what it means and what to do. */
export function createProblems(): Hono {
  const problems = new Hono();
  problems.get('/:code', (c) => {
    const code = c.req.param('code');
    const text = findRefusalText(code);
    if (text === null) return refuse(c, { code: 'route-unknown' });
    return c.html(html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${code}</title>
  </head>
  <body>
    <h1>${text.title}</h1>
    <p>${text.remedy}</p>
    <p>Status ${text.status}, code ${code}.</p>
  </body>
</html>`);
  });
  return problems;
}
