import type { z } from '@hono/zod-openapi';
import type { Language } from '../../domain/language.ts';
import { translate } from '../../i18n/index.ts';
import type { FieldFault, Form } from '../form.ts';
import { type ConsoleRefusal, refusalText } from './refusals.ts';

/** A field that cannot be taken as it was sent. */
export interface FieldIssue {
  readonly field: string;
  /** `clock`: a time that the clocks skip or show twice; `minutes`: no number of them, or too many. */
  readonly reason: 'missing' | 'unusable' | 'clock' | 'minutes';
}

/** A form of which some fields cannot be taken. */
export interface UnreadForm {
  readonly code: 'form-unread';
  readonly issues: readonly FieldIssue[];
}

/** What the button that was pressed stands for; null where it is none of the form. */
export function askedOf(
  form: Form,
  groups: readonly string[],
): { readonly do: 'look' | 'record' } | { readonly do: 'add'; readonly to: string } | null {
  const pressed = form.text('do');
  if (pressed === 'look' || pressed === 'record') return { do: pressed };
  const to = groups.find((name) => pressed === `add-${name}`);
  return to === undefined ? null : { do: 'add', to };
}

/** The revision that a form was written from, and the one in the place of which it is to stand; null: it names none. */
export function basedOnIn(form: Form): { readonly revision: number; readonly instead: number | null } | null {
  const number = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : null);
  const revision = number(form.text('basedOn'));
  const said = form.text('instead');
  const instead = said === '' ? null : number(said);
  return revision === null || (said !== '' && instead === null) ? null : { revision, instead };
}

/** What is said at each field that could not be taken, once. */
export function faultsOfIssues(language: Language, issues: readonly FieldIssue[]): readonly FieldFault[] {
  const first = new Map(issues.toReversed().map(({ field, reason }) => [field, reason]));
  return [...first].map(([field, reason]) => ({
    field,
    text: translate(language, 'console-facts-fault', { reason }),
  }));
}

/** What a refusal says at the field which it names; nothing where it names none. */
export function faultsOfRefusal(
  language: Language,
  refusal: ConsoleRefusal | undefined,
): readonly FieldFault[] {
  if (refusal === undefined || !('field' in refusal)) return [];
  const { field } = refusal;
  return [{ field: field === 'disagree' ? 'disagreements' : field, text: refusalText(language, refusal) }];
}

/** Which fields a schema does not take; of those in `whole`, no part has a field of its own. */
export function issuesOf(
  form: Form,
  { issues }: z.ZodError,
  whole: readonly string[],
): readonly FieldIssue[] {
  return issues.map(({ path }) => {
    const [first = ''] = path.map(String);
    const field = whole.includes(first) ? first : path.map(String).join('-');
    return { field, reason: form.text(field) === '' ? 'missing' : 'unusable' };
  });
}
