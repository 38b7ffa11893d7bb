import axeCore from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds wrong with a page, one line per place; none when all is well. */
export async function axe(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which the page's policy does not bind.
  await page.evaluate(axeCore.source);
  return page.evaluate(async () => {
    const run = (window as unknown as { axe: typeof axeCore }).axe;
    const { violations } = await run.run({ resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 140)}`));
  });
}
