import { z } from '@hono/zod-openapi';
import type { HearingFacts } from '../../domain/hearing.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { factsFrom, factsInput } from '../admin/hearing-shapes.ts';
import type { Form } from '../form.ts';
import { issuesOf, type UnreadForm } from './facts-asked.ts';
import {
  formWith,
  linesIn,
  localisedIn,
  localisedValues,
  rowsIn,
  textOrNone,
  type Values,
  withoutEmptyRows,
} from './form-values.ts';

const schema = z.strictObject(factsInput);

/** What the form of a new hearing begins with. */
export function newHearing(zone: string, today: string): Form {
  return formWith({
    status: 'scheduled',
    kind: 'trial',
    zone,
    openness: 'unknown',
    checkedOn: today,
    adjourned: 'no',
    'adjourned-next-kind': 'trial',
    'adjourned-next-openness': 'unknown',
  });
}

/** Facts on record, as the fields of the form show them. */
export function hearingForm(facts: HearingFacts): Form {
  const { decided = [], disagree = [], adjourned } = facts;
  const next = adjourned?.next ?? null;
  return formWith({
    status: facts.status,
    date: facts.localDate ?? '',
    time: facts.localTime ?? '',
    zone: facts.zone,
    kind: facts.kind,
    ...localisedValues('court', facts.court),
    room: facts.room ?? '',
    openness: facts.openness,
    judge: facts.judge ?? '',
    ...localisedValues('outcome', facts.outcome),
    sources: facts.sources.join('\n'),
    checkedOn: facts.checkedOn,
    'decided-rows': String(decided.length),
    ...Object.assign({}, ...decided.map(decisionValues)),
    adjourned: adjourned === undefined ? 'no' : next === null ? 'open' : 'dated',
    'adjourned-next-date': next?.localDate ?? '',
    'adjourned-next-time': next?.localTime ?? '',
    'adjourned-next-kind': next?.kind ?? facts.kind,
    ...localisedValues('adjourned-next-court', next?.court),
    'adjourned-next-room': next?.room ?? '',
    'adjourned-next-openness': next?.openness ?? 'unknown',
    'disagreements-rows': String(disagree.length),
    ...Object.fromEntries(
      disagree.flatMap(({ field, value, source }, row) => [
        [`disagreements-${row}-field`, field],
        [`disagreements-${row}-value`, value],
        [`disagreements-${row}-source`, source],
      ]),
    ),
  });
}

function decisionValues(one: NonNullable<HearingFacts['decided']>[number], row: number): Values {
  const at = `decided-${row}`;
  const figure = (value: number | undefined) => (value === undefined || value === 0 ? '' : String(value));
  return {
    [`${at}-personId`]: one.personId,
    ...localisedValues(`${at}-charge`, one.charge),
    [`${at}-ruling`]: one.ruling,
    [`${at}-penalty-kind`]: one.penalty?.kind ?? '',
    [`${at}-penalty-years`]: figure(one.penalty?.years),
    [`${at}-penalty-months`]: figure(one.penalty?.months),
    [`${at}-penalty-days`]: figure(one.penalty?.days),
    [`${at}-penalty-amount`]: one.penalty?.amount ?? '',
    ...localisedValues(`${at}-note`, one.note),
  };
}

/** The form as it was sent, without rows in which nothing stands. */
export function tidied(form: Form): Form {
  const rulings = withoutEmptyRows(form, 'decided', (row) => form.text(`${row}-personId`) !== '');
  return withoutEmptyRows(
    rulings,
    'disagreements',
    (row) => form.text(`${row}-value`) !== '' || form.text(`${row}-source`) !== '',
  );
}

/** The facts that a tidied form holds, checked as those of the API are; or which fields do not. */
export function readHearingForm(form: Form): Result<HearingFacts, UnreadForm> {
  const parsed = schema.safeParse({
    status: form.text('status'),
    date: textOrNone(form, 'date'),
    time: textOrNone(form, 'time'),
    zone: form.text('zone'),
    kind: form.text('kind'),
    court: localisedIn(form, 'court') ?? {},
    room: textOrNone(form, 'room'),
    openness: form.text('openness'),
    judge: textOrNone(form, 'judge'),
    outcome: localisedIn(form, 'outcome'),
    decided: rows(form, 'decided', decisionIn),
    adjourned: adjournmentIn(form),
    disagreements: rows(form, 'disagreements', (at) => ({
      field: form.text(`${at}-field`),
      value: form.text(`${at}-value`),
      source: form.text(`${at}-source`),
    })),
    sources: linesIn(form, 'sources'),
    checkedOn: form.text('checkedOn'),
  });
  if (!parsed.success)
    return refused({ code: 'form-unread', issues: issuesOf(form, parsed.error, ['sources']) });
  // Every text names its language.
  return done(factsFrom(parsed.data, 'en'));

  function decisionIn(at: string) {
    const figure = (name: string) => {
      const typed = form.text(`${at}-penalty-${name}`);
      return typed === '' ? undefined : Number(typed);
    };
    const kind = form.text(`${at}-penalty-kind`);
    return {
      personId: form.text(`${at}-personId`),
      charge: localisedIn(form, `${at}-charge`) ?? undefined,
      ruling: form.text(`${at}-ruling`),
      penalty:
        kind === ''
          ? null
          : {
              kind,
              years: figure('years'),
              months: figure('months'),
              days: figure('days'),
              amount: textOrNone(form, `${at}-penalty-amount`),
            },
      note: localisedIn(form, `${at}-note`),
    };
  }
}

function adjournmentIn(form: Form) {
  const how = form.text('adjourned');
  if (how !== 'open' && how !== 'dated') return null;
  if (how === 'open') return { next: null };
  const at = 'adjourned-next';
  return {
    next: {
      date: form.text(`${at}-date`),
      time: textOrNone(form, `${at}-time`),
      kind: textOrNone(form, `${at}-kind`) ?? undefined,
      court: localisedIn(form, `${at}-court`) ?? undefined,
      room: textOrNone(form, `${at}-room`),
      openness: textOrNone(form, `${at}-openness`) ?? undefined,
    },
  };
}

function rows<Row>(form: Form, name: string, read: (at: string) => Row): Row[] {
  return Array.from({ length: rowsIn(form, name) }, (_, row) => read(`${name}-${row}`));
}
