/*
 * What `npm run gallery` does: writes every alert in every language, with the odd data that real records have, into
 * one page to be looked through. `--out <file>` names it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { galleryPage } from './gallery/page.ts';
import { allSamples } from './gallery/samples.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'build/gallery.html' } } });
const file = resolve(values.out);
const samples = allSamples();
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, await galleryPage(samples));
console.log(`${samples.length} texts are in ${file}`);
