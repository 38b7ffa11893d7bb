// Written by scripts/messages.ts from *.ftl. Do not edit.

import type { Language } from '../../domain/language.ts';
import type { MessageKey } from './keys.ts';
import * as az from './az.ts';
import * as de from './de.ts';
import * as en from './en.ts';
import * as fa from './fa.ts';
import * as fr from './fr.ts';
import * as ru from './ru.ts';
import * as tr from './tr.ts';

export interface CatalogueSource {
  readonly nativeChecked: boolean;
  readonly terms: string;
  readonly messages: Readonly<Record<MessageKey, string>>;
}

export const sources = { az, de, en, fa, fr, ru, tr } satisfies Record<Language, CatalogueSource>;
