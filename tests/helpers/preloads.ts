/** What Node is given before a program of ours, as by every npm script: see scripts/bootstrap.mjs. */
export const preloads = [
  '--import',
  new URL('../../scripts/bootstrap/quick-imports.mjs', import.meta.url).href,
] as const;
