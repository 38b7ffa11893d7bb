import { FluentBundle, FluentResource } from '@fluent/bundle';
import { type Language, languages } from '../domain/language.ts';
import { sources } from './generated/index.ts';
import type { MessageArgs, MessageKey } from './generated/keys.ts';
import { intlLocale } from './locale.ts';

export type { MessageArgs, MessageKey } from './generated/keys.ts';

/** What must be passed after the key: nothing, or exactly the variables of that message. */
export type ArgsOf<K extends MessageKey> = MessageArgs[K] extends undefined ? [] : [args: MessageArgs[K]];

/** What staff are told about a catalogue. */
export interface CatalogueInfo {
  readonly language: Language;
  /** Whether a native reader has read every text of it; set by a person in the head of the `.ftl` file. */
  readonly nativeChecked: boolean;
}

/** One row per language, in the order of `languages`. */
export const catalogues: readonly CatalogueInfo[] = languages.map((language) => ({
  language,
  nativeChecked: sources[language].nativeChecked,
}));

/**
 * The message in the reader's language, as plain text. Every variable stands between the invisible characters
 * U+2068 and U+2069, which keep a right-to-left name from disturbing a left-to-right sentence and the reverse;
 * so do not put something into a variable that is copied by hand or recognised by an app (a URL): send it as a
 * link entity, or beside the text.
 *
 * Throws, with key and language, when the message cannot be formatted: a raw key never reaches a reader.
 */
export function translate<K extends MessageKey>(language: Language, key: K, ...args: ArgsOf<K>): string {
  const bundle = bundleOf(language);
  const pattern = bundle.getMessage(key)?.value;
  if (!pattern) throw new Error(`no message ${key} in ${language}`);
  const errors: Error[] = [];
  const text = bundle.formatPattern(pattern, args[0] ?? null, errors);
  if (errors.length > 0) {
    throw new Error(`cannot format ${key} in ${language}`, { cause: new AggregateError(errors) });
  }
  return text;
}

const bundles = new Map<Language, FluentBundle>();

/** Parsed at first use: most processes speak only some of the languages. */
function bundleOf(language: Language): FluentBundle {
  const known = bundles.get(language);
  if (known) return known;
  const bundle = new FluentBundle(intlLocale(language));
  const { terms, messages } = sources[language];
  const errors = bundle.addResource(new FluentResource(terms + Object.values(messages).join('\n')));
  if (errors.length > 0) {
    throw new Error(`cannot load the catalogue ${language}`, { cause: new AggregateError(errors) });
  }
  bundles.set(language, bundle);
  return bundle;
}
