import { readFileSync } from 'node:fs';
import { type CaseFile, parseCaseFile } from '../../src/domain/case-file.ts';

/** Reads one of the demo's case files. Throws, naming every fault, when it is not one. */
export function readDemoCase(slug: 'donkey-bloggers' | 'the-lighthouse-keepers'): CaseFile {
  const json: unknown = JSON.parse(readFileSync(new URL(`${slug}.json`, import.meta.url), 'utf8'));
  const parsed = parseCaseFile(json);
  if (parsed.ok) return parsed.file;
  const faults = parsed.faults.map(({ path, fault }) => `${path} ${fault}`);
  throw new Error(`The case file ${slug} has faults: ${faults.join('; ')}`);
}
