/**
 * Turns the message catalogues `src/i18n/<language>.ftl` into typed modules in `src/i18n/generated/`.
 *
 *     npm run messages              checks the catalogues and writes the modules
 *     npm run messages -- --check   writes nothing; exit 1 when a module is stale or the catalogues disagree
 *
 * To add or change a message:
 *   1. write it in `src/i18n/en.ftl` (the reference), with a `#` comment for the translators that names its
 *      variables; kebab-case, its group first (`start-welcome`);
 *   2. write it in every other `.ftl`, in any place of the file (no key may be missing in a language);
 *   3. run `npm run messages` and commit the `.ftl` files together with `src/i18n/generated/`.
 *
 * The types of variables come from their use in `en.ftl`: `{ $name }` is a string; `{ NUMBER($n) }` or a
 * plural `{ $n -> [one] … *[other] … }` is a number; any other choice `{ $kind -> [trial] … *[other] … }` is
 * the union of its words ('trial' | 'other'), and every language must know the same words. Dates are passed as
 * text made by `src/i18n/format.ts`. A choice is best written around the whole message: a part of a sentence
 * in braces is isolated from the rest by invisible characters.
 *
 * After a conflict in `src/i18n/generated/`, take either side and run `npm run messages` again.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { compareCatalogues } from './messages/compare.ts';
import { emitModules } from './messages/emit.ts';
import { type Fault, readCatalogue } from './messages/read.ts';

const referenceLanguage = 'en';

/** Reads every catalogue of a folder; the reference comes first among the faults. */
function readFolder(folder: string, shownAs: string) {
  const read = readdirSync(folder)
    .filter((name) => name.endsWith('.ftl'))
    .toSorted()
    .map((name) =>
      readCatalogue(
        basename(name, '.ftl'),
        join(shownAs, name),
        readFileSync(join(folder, name), 'utf8').normalize('NFC'),
      ),
    );
  const reference = read.find((one) => one.catalogue.language === referenceLanguage)?.catalogue;
  if (!reference) throw new Error(`${shownAs}/${referenceLanguage}.ftl is missing: it defines all keys`);
  const catalogues = read.map((one) => one.catalogue);
  const faults = [
    ...read.flatMap((one) => one.faults),
    ...catalogues.flatMap((one) => (one === reference ? [] : compareCatalogues(reference, one))),
  ];
  return { reference, catalogues, faults };
}

/** The names of generated files that are not what the catalogues would make now. */
function staleFiles(folder: string, modules: ReadonlyMap<string, string>): string[] {
  const present = new Set(readdirSync(folder));
  const differing = [...modules]
    .filter(([name, text]) => !present.has(name) || readFileSync(join(folder, name), 'utf8') !== text)
    .map(([name]) => name);
  const superfluous = [...present].filter((name) => !modules.has(name));
  return [...differing, ...superfluous];
}

function writeModules(folder: string, modules: ReadonlyMap<string, string>): void {
  for (const name of readdirSync(folder)) if (!modules.has(name)) rmSync(join(folder, name));
  for (const [name, text] of modules) writeFileSync(join(folder, name), text);
}

function print(fault: Fault): void {
  console.error(`${fault.file}:${fault.line}: ${fault.what}\n    remedy: ${fault.remedy}`);
}

const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, folder: { type: 'string' } },
});
const root = join(import.meta.dirname, '..');
const folder = values.folder ?? join(root, 'src/i18n');
const generated = join(folder, 'generated');
mkdirSync(generated, { recursive: true });

const { reference, catalogues, faults } = readFolder(folder, relative(root, folder));
const modules = emitModules(reference, catalogues);
for (const fault of faults) print(fault);

if (values.check) {
  const stale = staleFiles(generated, modules);
  for (const name of stale) {
    console.error(
      `${relative(root, join(generated, name))} is not what the catalogues say\n    remedy: npm run messages`,
    );
  }
  if (stale.length > 0) process.exitCode = 1;
} else {
  writeModules(generated, modules);
}
if (faults.length > 0) process.exitCode = 1;
if (process.exitCode === undefined) {
  console.log(`${reference.messages.size} messages in ${catalogues.length} languages agree`);
}
