import { html } from 'hono/html';
import { factRecorders } from '../../domain/actor.ts';
import { type CaseId, type HearingId, type IncidentId, parseId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { localise } from '../../domain/localised.ts';
import type { Result } from '../../domain/result.ts';
import type { FormattedText } from '../../domain/text/message.ts';
import { translate } from '../../i18n/index.ts';
import { findCampaign } from '../../services/campaigns/find.ts';
import {
  type CaseRow,
  findCase,
  findCaseOrNone,
  type PersonRow,
  personsOf,
} from '../../services/cases/find.ts';
import type { StaffContext } from '../../services/context.ts';
import { type FieldFault, type Form, readForm } from '../form.ts';
import { onTo, refuse, show } from './answer.ts';
import type { ConsoleRequest } from './env.ts';
import { askedOf, basedOnIn, faultsOfIssues, faultsOfRefusal, type UnreadForm } from './facts-asked.ts';
import { addedRow } from './form-values.ts';
import { factsForm, overtakingSection, toldSection } from './html/facts-form.ts';
import type { Shown } from './html/fields.ts';
import type { Html } from './html/layout.ts';
import { readerOf } from './reader.ts';
import { type ConsoleRefusal, refusalText } from './refusals.ts';
import type { ConsoleRoute } from './route.ts';

/** What followers would be told: at once, and by reminders. */
export interface Told {
  readonly news: FormattedText | null;
  readonly reminders: readonly Temporal.Instant[];
}

/** Something of which facts are on record, in revisions. */
export interface OnRecord<Id, Facts> {
  readonly id: Id;
  readonly caseId: CaseId;
  /** The number of what was recorded last. */
  readonly newest: number;
  /** Whether a revision waits for a second person. */
  readonly waits: boolean;
  /** Of what waits, else of what is in effect, else of what was recorded last. */
  readonly facts: Facts;
}

/** What facts are of. */
export type FactsId = HearingId | IncidentId;

/** What makes the pages for facts of one kind: its words, its fields and its verbs. */
export interface FactsKind<Id, Facts> {
  /** Both below `/console`; `newPath` names a `caseId`, `changePath` the thing itself, as `idParam`. */
  readonly newPath: string;
  readonly changePath: string;
  readonly idParam: string;
  readonly unknown: ConsoleRefusal;
  readonly title: (language: Language, what: 'new' | 'change') => string;
  /** Groups of fields to which rows can be added. */
  readonly rows: readonly string[];
  readonly begin: (zone: string, today: string) => Form;
  readonly formOf: (facts: Facts) => Form;
  readonly tidied: (form: Form) => Form;
  readonly read: (form: Form, isChange: boolean) => Result<Facts, UnreadForm>;
  readonly fields: (shown: Shown, persons: readonly PersonRow[], isChange: boolean) => Html;
  readonly find: (ctx: StaffContext, id: Id) => Promise<OnRecord<Id, Facts> | undefined>;
  readonly preview: (
    ctx: StaffContext,
    input: {
      readonly caseId: CaseId;
      readonly id: Id | null;
      readonly facts: Facts;
      readonly language: Language;
    },
  ) => Promise<Result<Told, ConsoleRefusal>>;
  readonly record: (
    ctx: StaffContext,
    input: { readonly caseId: CaseId; readonly facts: Facts },
  ) => Promise<Result<{ readonly approval: string }, ConsoleRefusal>>;
  readonly revise: (
    ctx: StaffContext,
    input: { readonly id: Id; readonly basedOn: number; readonly facts: Facts },
  ) => Promise<Result<{ readonly approval: string }, ConsoleRefusal>>;
  readonly review: (
    ctx: StaffContext,
    input: { readonly id: Id; readonly revision: number; readonly language: Language },
  ) => Promise<{ readonly recorder: string | null; readonly rendered: FormattedText } | undefined>;
}

/** Of which case facts are recorded, and what they are a change of; null: of nothing yet. */
interface Place<Id, Facts> {
  readonly case: CaseRow;
  readonly of: OnRecord<Id, Facts> | null;
}

/** A form as it stands, and what became of it. */
interface Written {
  readonly form: Form;
  /** The revision that it was written from: kept, so that nothing newer is overwritten unseen. */
  readonly basedOn?: number | null;
  readonly faults?: readonly FieldFault[];
  readonly refusal?: ConsoleRefusal;
  readonly told?: Told;
}

/** The pages where facts of a kind are recorded and changed. A second person decides on them. */
export function factsPages<Id extends FactsId, Facts>(kind: FactsKind<Id, Facts>): readonly ConsoleRoute[] {
  return [
    {
      method: 'get',
      path: kind.newPath,
      roles: factRecorders,
      handle: async (c) => {
        const place = await newPlace<Id, Facts>(c);
        if (place === null) return refuse(c, { code: 'case-unknown' }, 404);
        const { zone } = await findCampaign(c.get('ctx'));
        const today = c.get('ctx').clock.now().toZonedDateTimeISO(zone).toPlainDate();
        return showFacts(c, kind, place, { form: kind.begin(zone, today.toString()) });
      },
    },
    {
      method: 'post',
      path: kind.newPath,
      roles: factRecorders,
      handle: async (c) => {
        const place = await newPlace<Id, Facts>(c);
        return place === null ? refuse(c, { code: 'case-unknown' }, 404) : take(c, kind, place);
      },
    },
    {
      method: 'get',
      path: kind.changePath,
      roles: factRecorders,
      handle: async (c) => {
        const place = await changePlace(c, kind);
        if (place === null) return refuse(c, kind.unknown, 404);
        return showFacts(c, kind, place, { form: kind.formOf(place.of.facts) });
      },
    },
    {
      method: 'post',
      path: kind.changePath,
      roles: factRecorders,
      handle: async (c) => {
        const place = await changePlace(c, kind);
        return place === null ? refuse(c, kind.unknown, 404) : take(c, kind, place);
      },
    },
  ];
}

async function newPlace<Id extends FactsId, Facts>(c: ConsoleRequest): Promise<Place<Id, Facts> | null> {
  const caseId = parseId<CaseId>(c.req.param('caseId') ?? '');
  const found = caseId === null ? undefined : await findCaseOrNone(c.get('ctx'), caseId);
  return found === undefined ? null : { case: found, of: null };
}

async function changePlace<Id extends FactsId, Facts>(c: ConsoleRequest, kind: FactsKind<Id, Facts>) {
  const ctx = c.get('ctx');
  const id = parseId<Id>(c.req.param(kind.idParam) ?? '');
  const of = id === null ? undefined : await kind.find(ctx, id);
  return of === undefined ? null : { case: await findCase(ctx, of.caseId), of };
}

/** Does what the button that was pressed stands for. */
async function take<Id extends FactsId, Facts>(
  c: ConsoleRequest,
  kind: FactsKind<Id, Facts>,
  place: Place<Id, Facts>,
): Promise<Response> {
  const { of } = place;
  const sent = await readForm(c);
  const asked = sent && askedOf(sent, kind.rows);
  const based = sent && basedOnIn(sent);
  if (sent === null || asked === null || (of !== null && based === null)) {
    return refuse(c, { code: 'incomplete' }, 400);
  }
  const written = { form: kind.tidied(sent), basedOn: based?.revision ?? null };
  if (asked.do === 'add')
    return showFacts(c, kind, place, { ...written, form: addedRow(written.form, asked.to) });
  const read = kind.read(written.form, of !== null);
  if (!read.ok) {
    const faults = faultsOfIssues(c.get('me').language, read.refusal.issues);
    return showFacts(c, kind, place, { ...written, faults });
  }
  const ctx = c.get('ctx');
  const [facts, caseId] = [read.value, place.case.id];
  if (asked.do === 'look') {
    const { language } = c.get('me');
    const preview = await kind.preview(ctx, { caseId, id: of?.id ?? null, facts, language });
    const what = preview.ok ? { told: preview.value } : { refusal: preview.refusal };
    return showFacts(c, kind, place, { ...written, ...what });
  }
  const result =
    of === null || based === null
      ? await kind.record(ctx, { caseId, facts })
      : await kind.revise(ctx, { id: of.id, basedOn: based.instead ?? based.revision, facts });
  if (result.ok) return onTo(c, result.value.approval, 'submitted');
  return showFacts(c, kind, place, { ...written, refusal: result.refusal });
}

async function showFacts<Id extends FactsId, Facts>(
  c: ConsoleRequest,
  kind: FactsKind<Id, Facts>,
  place: Place<Id, Facts>,
  { form, basedOn = null, faults: given = [], refusal, told }: Written,
): Promise<Response> {
  const reader = await readerOf(c);
  const { ctx, language } = reader;
  const { of } = place;
  const from = of === null ? null : (basedOn ?? of.newest);
  const overtaking = of === null || from === of.newest ? null : await overtakenBy(c, kind, of);
  const faults = [...given, ...faultsOfRefusal(language, refusal)];
  const fields = kind.fields({ language, form, faults }, await personsOf(ctx, place.case.id), of !== null);
  const fault =
    refusal !== undefined
      ? refusalText(language, refusal)
      : faults.length > 0
        ? translate(language, 'console-facts-faults')
        : null;
  const body = html`<p><a href="/console/cases/${place.case.id}">${localise(place.case.name, language)}</a></p>
      ${told === undefined ? '' : toldSection(reader, told)}
      ${of?.waits === true ? html`<p class="note">${translate(language, 'console-facts-replaces')}</p>` : ''}
      ${overtaking === null ? '' : overtakingSection(language, overtaking)}
      ${factsForm(language, { action: c.req.path, basedOn: from, overtaking, fields })}`;
  const title = kind.title(language, of === null ? 'new' : 'change');
  return fault === null ? show(c, { title, body }) : show(c, { title, body, fault }, 422);
}

async function overtakenBy<Id extends FactsId, Facts>(
  c: ConsoleRequest,
  kind: FactsKind<Id, Facts>,
  { id, newest }: OnRecord<Id, Facts>,
) {
  const { language } = c.get('me');
  const review = await kind.review(c.get('ctx'), { id, revision: newest, language });
  if (review === undefined) return null;
  return { revision: newest, by: review.recorder ?? '', rendered: review.rendered };
}
