import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCatalogue, type VariableKind } from '../../scripts/messages/read.ts';
import type { Language } from '../../src/domain/language.ts';
import { type MessageKey, translate } from '../../src/i18n/index.ts';

const folder = join(import.meta.dirname, '../../src/i18n');

/** The reference catalogue as the generator reads it. */
export const reference = readCatalogue(
  'en',
  'en.ftl',
  readFileSync(join(folder, 'en.ftl'), 'utf8'),
).catalogue;

/** A text that no catalogue holds, so that a test can tell what came in by a variable. */
export const sampleText = '‹§›';

/** Every message of a language with arguments of every kind: all choices, and counts of every plural form. */
export function renderAll(language: Language): { key: string; args: Args; text: string }[] {
  return [...reference.messages.values()].flatMap(({ key, variables }) =>
    argumentSets([...variables]).map((args) => ({ key, args, text: render(language, key, args) })),
  );
}

type Args = Record<string, string | number>;

/** `translate` without its types: keys and arguments come from the catalogue itself here. */
function render(language: Language, key: string, args: Args): string {
  const untyped = translate as (language: Language, key: MessageKey, args: Args) => string;
  return untyped(language, key as MessageKey, args);
}

function argumentSets(variables: readonly [string, VariableKind][]): Args[] {
  return variables.reduce<Args[]>(
    (sets, [name, kind]) => sets.flatMap((set) => samples(kind).map((value) => ({ ...set, [name]: value }))),
    [{}],
  );
}

function samples(kind: VariableKind): readonly (string | number)[] {
  switch (kind.kind) {
    case 'text':
      return [sampleText];
    case 'number':
      return [0, 1, 2, 5, 11, 21, 4096, 1_000_000];
    case 'choice':
      return kind.options;
  }
}
