import { html } from 'hono/html';
import { networkTitles } from '../../../domain/network.ts';
import { contentWarnings, postKinds } from '../../../domain/words.ts';
import { formatList, formatNumber } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import type { AccountRow } from '../../../services/accounts/find.ts';
import type { AtStake } from '../../../services/posts/at-stake.ts';
import type { SharedFacts } from '../../../services/posts/set-sheet.ts';
import { languageName, type Reader } from '../reader.ts';
import { group, inputField, localisedField, type Shown, selectField } from './fields.ts';
import type { Html } from './layout.ts';

/** What there is to choose from. */
export interface SheetChoices {
  readonly zone: string;
  readonly accounts: readonly Pick<AccountRow, 'id' | 'handle' | 'network' | 'language'>[];
}

/** All fields of what the languages of a post share, but for its image. */
export function sheetFields(shown: Shown, { zone, accounts }: SheetChoices): Html {
  const { language } = shown;
  const turns = accounts.map((_, place): [string, string] => [
    String(place + 1),
    formatNumber(language, place + 1),
  ]);
  return html`${selectField(shown, {
    name: 'kind',
    label: translate(language, 'console-field-kind'),
    options: postKinds.map((kind) => [kind, translate(language, 'post-kind', { kind })]),
  })}
      ${inputField(shown, {
        name: 'notBefore',
        label: translate(language, 'console-sheet-not-before'),
        hint: translate(language, 'console-sheet-clock', { zone }),
        type: 'datetime-local',
      })}
      ${inputField(shown, {
        name: 'notAfter',
        label: translate(language, 'console-sheet-not-after'),
        hint: translate(language, 'console-sheet-after-hint'),
        type: 'datetime-local',
      })}
      ${inputField(shown, {
        name: 'embargoUntil',
        label: translate(language, 'console-sheet-embargo'),
        hint: translate(language, 'console-sheet-embargo-hint'),
        type: 'datetime-local',
      })}
      ${selectField(shown, {
        name: 'warning',
        label: translate(language, 'console-sheet-warning'),
        options: [
          ['', translate(language, 'console-sheet-none')],
          ...contentWarnings.map((kind): [string, string] => [
            kind,
            translate(language, 'content-warning', { kind }),
          ]),
        ],
      })}
      ${
        accounts.length === 0
          ? ''
          : html`${group(
              shown,
              {
                name: 'accounts',
                label: translate(language, 'console-sheet-accounts'),
                hint: translate(language, 'console-sheet-accounts-hint'),
              },
              html`${accounts.map((account) =>
                selectField(shown, {
                  name: `turn-${account.id}`,
                  label: accountName(language, account),
                  options: [['', '–'], ...turns],
                }),
              )}`,
            )}
      ${inputField(shown, {
        name: 'gap',
        label: translate(language, 'console-sheet-gap'),
        hint: translate(language, 'console-sheet-gap-hint'),
        type: 'number',
      })}`
      }`;
}

/** The fields of a quotation: in these languages at once, in the others for whoever opens them. */
export function quoteFields(shown: Shown, open: Parameters<typeof localisedField>[1]['open']): Html {
  const { language } = shown;
  return html`${localisedField(shown, {
    name: 'words',
    label: translate(language, 'console-quote-words'),
    hint: translate(language, 'console-quote-hint'),
    open,
    several: true,
  })}
      ${localisedField(shown, { name: 'who', label: translate(language, 'console-quote-who'), open })}
      ${inputField(shown, { name: 'source', label: translate(language, 'console-facts-source') })}`;
}

/** What a change would take back; nothing where that is nothing. */
export function stakeNote(
  { language }: Pick<Reader, 'language'>,
  { languages, approvals }: AtStake,
): Html | '' {
  if (languages.length === 0) return '';
  const names = formatList(
    language,
    languages.map((one) => languageName(language, one)),
  );
  const count = formatNumber(language, approvals);
  return html`<p class="note">${translate(language, 'console-sheet-voids', { languages: names })}
        ${approvals === 0 ? '' : translate(language, 'console-sheet-void-count', { count })}</p>`;
}

/** When something goes out, in a sentence. */
export function whenText(
  { language, at }: Pick<Reader, 'language' | 'at'>,
  { notBefore, notAfter }: Pick<SharedFacts, 'notBefore' | 'notAfter'>,
): string {
  const from = notBefore === null ? null : at(notBefore);
  const to = notAfter === null ? null : at(notAfter);
  if (from !== null && to !== null) return translate(language, 'staff-window-between', { from, to });
  if (from !== null) return translate(language, 'staff-window-from', { from });
  if (to !== null) return translate(language, 'staff-window-until', { to });
  return translate(language, 'staff-window-at-once');
}

/** What the languages of a post share, as it stands. */
export function sheetSummary(reader: Reader, facts: SharedFacts, { accounts }: SheetChoices): Html {
  const { language, at } = reader;
  const { kind, warning, embargoUntil, gapSeconds, accountIds } = facts;
  const known = new Map(accounts.map((account) => [account.id, account]));
  const chosen = accountIds.flatMap((id) => known.get(id) ?? []);
  const minutes = formatNumber(language, Number((gapSeconds / 60).toFixed(2)));
  return html`<dl>
        <dt>${translate(language, 'console-field-kind')}</dt>
        <dd>${translate(language, 'post-kind', { kind })}</dd>
        <dt>${translate(language, 'console-field-when')}</dt>
        <dd>${whenText(reader, facts)}</dd>
        ${embargoUntil === null ? '' : html`<dd>${translate(language, 'staff-approval-embargo', { until: at(embargoUntil) })}</dd>`}
        ${warning === null ? '' : html`<dd>${translate(language, 'staff-approval-warning', { warning: translate(language, 'content-warning', { kind: warning }) })}</dd>`}
        <dt>${translate(language, 'console-field-where')}</dt>
        <dd>${translate(language, 'console-target-telegram')}</dd>
        ${chosen.map((account) => html`<dd><bdi>${accountName(language, account)}</bdi></dd>`)}
        ${chosen.length < 2 || gapSeconds === 0 ? '' : html`<dd>${translate(language, 'console-sheet-spread', { minutes })}</dd>`}
      </dl>`;
}

function accountName(language: Reader['language'], account: SheetChoices['accounts'][number]): string {
  const { handle, network } = account;
  return translate(language, 'console-sheet-account', {
    handle,
    network: networkTitles[network],
    language: languageName(language, account.language),
  });
}
