import { html } from 'hono/html';
import { type PostId, parseId } from '../../../domain/ids.ts';
import { translate } from '../../../i18n/index.ts';
import { findCase } from '../../../services/cases/find.ts';
import { atStake } from '../../../services/posts/at-stake.ts';
import { type Post, readPost } from '../../../services/posts/read.ts';
import { setPostSheet, sharedFactsOf } from '../../../services/posts/set-sheet.ts';
import { readForm } from '../../form.ts';
import { onTo, refuse, show } from '../answer.ts';
import type { ConsoleRequest } from '../env.ts';
import { faultsOfIssues } from '../facts-asked.ts';
import { formWith } from '../form-values.ts';
import { imageForms } from '../html/image-forms.ts';
import { postAddress, titleOf } from '../html/posts.ts';
import { sheetFields, sheetSummary, stakeNote } from '../html/sheet-form.ts';
import { readerOf } from '../reader.ts';
import { type ConsoleRefusal, refusalText } from '../refusals.ts';
import type { ConsoleRoute } from '../route.ts';
import {
  basedOnFields,
  basedOnSheet,
  isOpenSheet,
  type SentSheet,
  sheetChangers,
  sheetChoices,
  sheetFaults,
} from '../sheet.ts';
import { readSheet, sheetValues } from '../sheet-input.ts';

/** What a post's languages share: its kind, its times, its accounts, and beside them its image. */
export const postSheetRoutes: readonly ConsoleRoute[] = [
  {
    method: 'get',
    path: '/posts/:postId/sheet',
    roles: sheetChangers,
    handle: async (c) => {
      const post = await postOf(c);
      return post === undefined ? refuse(c, { code: 'post-unknown' }, 404) : showSheet(c, post);
    },
  },
  {
    method: 'post',
    path: '/posts/:postId/sheet',
    roles: sheetChangers,
    handle: async (c) => {
      const ctx = c.get('ctx');
      const form = await readForm(c);
      const basedOn = form && basedOnSheet(form);
      const post = await postOf(c);
      if (post === undefined) return refuse(c, { code: 'post-unknown' }, 404);
      if (form === null || basedOn === null) return refuse(c, { code: 'incomplete' }, 400);
      const { zone, accounts } = await sheetChoices(ctx);
      const standing = await sharedFactsOf(ctx, post);
      const read = readSheet(form, { zone, standing, accountIds: accounts.map(({ id }) => id) });
      if (!read.ok) {
        const faults = faultsOfIssues(c.get('me').language, read.refusal.issues);
        return showSheet(c, post, { form, faults });
      }
      const result = await setPostSheet(ctx, {
        postId: post.id,
        basedOn,
        ...read.value,
      });
      if (result.ok) return onTo(c, postAddress({ postId: post.id }), 'saved');
      const now = await readPost(ctx, post.id);
      return showSheet(c, now ?? post, { form, refusal: result.refusal });
    },
  },
];

/** What was not taken of its fields, or why its image was not. */
type NotTaken = SentSheet | { readonly imageRefusal: ConsoleRefusal };

/** What a post's languages share, with the forms that change it, as far as nothing has gone out. */
export async function showSheet(c: ConsoleRequest, post: Post, notTaken?: NotTaken): Promise<Response> {
  const imageRefusal = notTaken !== undefined && 'imageRefusal' in notTaken ? notTaken.imageRefusal : null;
  const sent = notTaken === undefined || 'imageRefusal' in notTaken ? undefined : notTaken;
  const reader = await readerOf(c);
  const { ctx, language } = reader;
  if (!isOpenSheet(reader, post)) return refuse(c, { code: 'not-editable', state: 'published' });
  const choices = await sheetChoices(ctx);
  const standing = await sharedFactsOf(ctx, post);
  const { refusal, faults: given = [] } = sent ?? {};
  const faults = [...given, ...sheetFaults(language, refusal)];
  const form = sent?.form ?? formWith(sheetValues(standing, choices.zone));
  const imageFault = imageRefusal === null ? null : refusalText(language, imageRefusal);
  const fault =
    imageFault ??
    (refusal !== undefined
      ? refusalText(language, refusal)
      : faults.length > 0
        ? translate(language, 'console-facts-faults')
        : null);
  const overtaken = refusal?.code === 'changed-since';
  const body = html`<p><a href="${postAddress({ postId: post.id })}">${titleOf(await findCase(ctx, post.caseId), language)}</a></p>
      ${
        overtaken
          ? html`<section>
        <h2>${translate(language, 'console-sheet-standing')}</h2>
        ${sheetSummary(reader, standing, choices)}
      </section>`
          : ''
      }
      <form method="post" action="${postAddress({ postId: post.id })}/sheet" class="facts">
        ${sheetFields({ language, form, faults }, choices)}
        ${await basedOnFields(reader, post, sent)}
        ${stakeNote(reader, await atStake(ctx, post))}
        <button type="submit">${translate(language, 'console-edit-save')}</button>
      </form>
      ${await imageForms(reader, post, imageFault)}`;
  const title = translate(language, 'console-sheet-title');
  return fault === null ? show(c, { title, body }) : show(c, { title, body, fault }, 422);
}

async function postOf(c: ConsoleRequest): Promise<Post | undefined> {
  const postId = parseId<PostId>(c.req.param('postId') ?? '');
  return postId === null ? undefined : readPost(c.get('ctx'), postId);
}
