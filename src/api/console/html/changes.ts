import { diffWordsWithSpace } from 'diff';
import { html } from 'hono/html';
import type { Language } from '../../../domain/language.ts';
import { translate } from '../../../i18n/index.ts';
import type { Html } from './layout.ts';

/** What differs between two texts, word by word: what is gone and what is new, also for who cannot see colours. */
export function changes(reader: Language, textLanguage: Language, before: string, after: string): Html {
  const segmenter = new Intl.Segmenter(textLanguage, { granularity: 'word' });
  const parts = diffWordsWithSpace(before, after, { intlSegmenter: segmenter });
  return html`<div class="message changes" lang="${textLanguage}" dir="auto">${parts.map(
    ({ value, added, removed }) => {
      if (added) return html`<ins>${said(reader, 'console-change-added')}${value}</ins>`;
      if (removed) return html`<del>${said(reader, 'console-change-removed')}${value}</del>`;
      return value;
    },
  )}</div>`;
}

function said(reader: Language, key: 'console-change-added' | 'console-change-removed'): Html {
  return html`<span class="unseen" lang="${reader}">${translate(reader, key)} </span>`;
}
