import { html } from 'hono/html';
import { hasRole } from '../../domain/actor.ts';
import { translate } from '../../i18n/index.ts';
import { listAccounts } from '../../services/accounts/list.ts';
import { findCampaign } from '../../services/campaigns/find.ts';
import type { StaffContext } from '../../services/context.ts';
import type { Post } from '../../services/posts/read.ts';
import { sheetVersion } from '../../services/posts/sheet-version.ts';
import type { FieldFault, Form } from '../form.ts';
import type { Html } from './html/layout.ts';
import type { SheetChoices } from './html/sheet-form.ts';
import type { Reader } from './reader.ts';
import { type ConsoleRefusal, refusalText } from './refusals.ts';
import { sheetField } from './sheet-input.ts';

/** Who may change what a post's languages share. */
export const sheetChangers = ['author'] as const;

/** What somebody sent of it that was not taken, and why. */
export interface SentSheet {
  readonly form: Form;
  readonly faults?: readonly FieldFault[];
  readonly refusal?: ConsoleRefusal;
}

/** What a form says of the version that it was made from; where another stands by now, whether that was read. */
export async function basedOnFields(
  { ctx, language }: Reader,
  post: Post,
  sent?: Pick<SentSheet, 'form' | 'refusal'>,
): Promise<Html> {
  const now = await sheetVersion(ctx, post);
  const overtaken = sent?.refusal?.code === 'changed-since';
  const seen = sent?.form.text('basedOn') || now;
  return html`<input type="hidden" name="basedOn" value="${seen}" />
        ${
          overtaken
            ? html`<p class="field"><label><input type="checkbox" name="instead" value="${now}" /> ${translate(language, 'console-facts-instead')}</label></p>`
            : ''
        }`;
}

/** The version in the place of which what a form holds is to stand; null: it names none. */
export function basedOnSheet(form: Form): string | null {
  const said = form.text('instead') || form.text('basedOn');
  return said === '' ? null : said;
}

/** What a refusal says at its field. */
export function sheetFaults(
  language: Reader['language'],
  refusal: ConsoleRefusal | undefined,
): readonly FieldFault[] {
  const field = refusal === undefined ? null : sheetField(refusal);
  return refusal === undefined || field === null ? [] : [{ field, text: refusalText(language, refusal) }];
}

/** Zone and accounts of the campaign. */
export async function sheetChoices(ctx: StaffContext): Promise<SheetChoices> {
  const [{ zone }, accounts] = [await findCampaign(ctx), await listAccounts(ctx)];
  return { zone, accounts };
}

/** Whether whoever reads may change what the post's languages share: nothing of it has gone out. */
export function isOpenSheet({ ctx }: Reader, post: Post): boolean {
  return (
    hasRole(ctx.actor, ...sheetChangers) && post.translations.every(({ state }) => state !== 'published')
  );
}
