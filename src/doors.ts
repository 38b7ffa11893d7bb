import { isIP } from 'node:net';
import { createGate, type Gate } from './api/setup/gate.ts';
import type { WebConfig } from './config.ts';
import type { Front } from './front.ts';

/** A gate for pages at `base`, for whoever sees this process's terminal. */
export function gateFor(base: '/setup' | '/unlock', { host, publicUrl }: WebConfig): Gate {
  return createGate({ base, host, publicUrl });
}

/** The addresses of a gate's one-time link, the one on this machine first. */
export function linksOf(gate: Gate, front: Front, { host, publicUrl }: WebConfig): string[] {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : isIP(host) === 6 ? `[${host}]` : host;
  const here = `http://${name}:${front.address.port}${gate.path}`;
  return publicUrl === null || publicUrl.startsWith('http:') ? [here] : [here, `${publicUrl}${gate.path}`];
}

/** Tells the person at the terminal what to open. On standard error: standard output carries the log. */
export function printLinks(what: string, links: readonly string[]): void {
  const lines = ['', `  ${what}`, '', ...links.map((link) => `    ${link}`), ''];
  console.error(lines.join('\n'));
}
