import { html } from 'hono/html';
import { type CaseId, parseId } from '../../../domain/ids.ts';
import { isLanguage, languages } from '../../../domain/language.ts';
import { localise } from '../../../domain/localised.ts';
import { translate } from '../../../i18n/index.ts';
import { listCases } from '../../../services/cases/list.ts';
import { createPost } from '../../../services/posts/create.ts';
import { readPost } from '../../../services/posts/read.ts';
import { setPostCard } from '../../../services/posts/set-card.ts';
import { readForm } from '../../form.ts';
import { onTo, refuse, show } from '../answer.ts';
import { hasQuote, readQuote } from '../card-input.ts';
import type { ConsoleRequest } from '../env.ts';
import { faultsOfIssues } from '../facts-asked.ts';
import { formWith } from '../form-values.ts';
import { selectField } from '../html/fields.ts';
import { quoteFields, sheetFields } from '../html/sheet-form.ts';
import { languageName, readerOf } from '../reader.ts';
import { refusalText } from '../refusals.ts';
import type { ConsoleRoute } from '../route.ts';
import { type SentSheet, sheetChangers, sheetChoices, sheetFaults } from '../sheet.ts';
import { newSheet, readSheet, sheetValues } from '../sheet-input.ts';
import { textField } from './post-editor.ts';
import { showPost } from './post-page.ts';

const CASES_MAX = 200;

/** Where a post is begun, with all that its languages will share. */
export const postNewRoutes: readonly ConsoleRoute[] = [
  { method: 'get', path: '/posts/new', roles: sheetChangers, handle: (c) => showNew(c) },
  { method: 'post', path: '/posts/new', roles: sheetChangers, handle: (c) => take(c) },
];

async function take(c: ConsoleRequest): Promise<Response> {
  const ctx = c.get('ctx');
  const form = await readForm(c);
  const caseId = parseId<CaseId>(form?.text('case') ?? '');
  const sourceLanguage = form?.text('language') ?? '';
  if (form === null || caseId === null || !isLanguage(sourceLanguage))
    return refuse(c, { code: 'incomplete' }, 400);
  const { zone, accounts } = await sheetChoices(ctx);
  const accountIds = accounts.map(({ id }) => id);
  const shared = readSheet(form, { zone, standing: newSheet, accountIds });
  const quote = hasQuote(form) ? readQuote(form) : null;
  const issues = [
    ...(shared.ok ? [] : shared.refusal.issues),
    ...(quote === null || quote.ok ? [] : quote.refusal.issues),
  ];
  if (!shared.ok || (quote !== null && !quote.ok))
    return showNew(c, { form, faults: faultsOfIssues(c.get('me').language, issues) });
  const text = form.exact('text');
  const made = await createPost(ctx, { caseId, sourceLanguage, text, ...shared.value });
  if (!made.ok) return showNew(c, { form, refusal: made.refusal });
  const { postId } = made.value;
  const card = quote === null ? null : await setPostCard(ctx, { postId, card: quote.value });
  const post = card?.ok === false ? await readPost(ctx, postId) : undefined;
  // The post is kept, and its own page shows the quotation again with what was wrong.
  if (card?.ok === false && post !== undefined) return showPost(c, post, { form, refusal: card.refusal });
  return onTo(c, `/console/posts/${postId}/${sourceLanguage}`, 'saved');
}

async function showNew(c: ConsoleRequest, sent?: SentSheet): Promise<Response> {
  const { ctx, language } = await readerOf(c);
  const { items } = await listCases(ctx, { page: 1, perPage: CASES_MAX });
  const choices = await sheetChoices(ctx);
  const form = sent?.form ?? formWith({ ...sheetValues(newSheet, choices.zone), language });
  const faults = [...(sent?.faults ?? []), ...sheetFaults(language, sent?.refusal)];
  const shown = { language, form, faults };
  const isOpen = faults.length > 0 ? html` open` : '';
  const body = html`<form method="post" action="/console/posts/new" class="facts">
        ${selectField(shown, {
          name: 'case',
          label: translate(language, 'console-field-case'),
          options: items
            .filter(({ status }) => status === 'open')
            .map(({ id, name }) => [id, localise(name, language)]),
        })}
        ${selectField(shown, {
          name: 'language',
          id: 'in',
          label: translate(language, 'console-language'),
          options: languages.map((one) => [one, languageName(language, one)]),
        })}
        ${textField(language, null, form.exact('text'))}
        <details class="part"${isOpen}>
          <summary>${translate(language, 'console-sheet-title')}</summary>
          ${sheetFields(shown, choices)}
        </details>
        <details class="part"${hasQuote(form) ? html` open` : ''}>
          <summary>${translate(language, 'console-quote')}</summary>
          ${quoteFields(shown, [language])}
        </details>
        <button type="submit">${translate(language, 'console-edit-save')}</button>
      </form>`;
  const title = translate(language, 'console-post-new');
  if (sent === undefined) return show(c, { title, body });
  const fault =
    sent.refusal === undefined
      ? translate(language, 'console-facts-faults')
      : refusalText(language, sent.refusal);
  return show(c, { title, body, fault }, 422);
}
