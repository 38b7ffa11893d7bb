import { differingFields, type HearingFacts, penalties, rulings } from '../../src/domain/hearing.ts';
import { type CaseId, type HearingId, newId, type PersonId } from '../../src/domain/ids.ts';
import { type Language, languages } from '../../src/domain/language.ts';
import { alertKinds } from '../../src/domain/words.ts';
import { translate } from '../../src/i18n/index.ts';
import { intlLocale } from '../../src/i18n/locale.ts';
import { type AlertContent, renderAlert } from '../../src/services/alerts/render.ts';
import { markedAsRepeat } from '../../src/services/deliveries/texts.ts';
import { calling } from '../../src/services/hearings/above-question.ts';
import { renderQuestion } from '../../src/services/hearings/ask-for-approval.ts';
import type { ShownDecision } from '../../src/services/hearings/shown-decisions.ts';
import { type Cast, castsFor, inAll } from './facts.ts';
import { incidentSamples } from './incidents.ts';
import { longestFirst, type Sample } from './sample.ts';

const caseId = '0198f3a0-0000-7000-8000-000000000001' as CaseId;
const hearingId = '0198f3a0-0000-7000-8000-000000000002' as HearingId;
const at = (iso: string) => Temporal.Instant.from(iso);
const sentAt = at('2027-03-09T10:00:00Z');

const decided = inAll(
  'İki il şərti',
  'Two years, suspended',
  'Два года условно',
  'İki yıl ertelenmiş hapis',
  'دو سال حبس تعلیقی',
  'Deux ans avec sursis',
  'Zwei Jahre auf Bewährung',
);
const reason = inAll(
  'Hakim xəstələnib.',
  'The judge is ill.',
  'Судья заболела.',
  'Hâkim hasta.',
  'قاضی بیمار است.',
  'La juge est malade.',
  'Die Richterin ist erkrankt.',
);

/** A change of a hearing, from the facts in effect to the new ones. */
type Change = readonly [name: string, change: (facts: HearingFacts) => Partial<HearingFacts>];

const changes: readonly Change[] = [
  ['moved to an earlier hour', () => ({ localTime: '10:30' })],
  ['moved to an earlier day', () => ({ localDate: '2027-03-09', localTime: '09:00' })],
  ['moved to a later hour', () => ({ localTime: '16:30' })],
  ['moved to a later day', () => ({ localDate: '2027-03-24' })],
  [
    'the hour has become known, or is withdrawn',
    ({ localTime }) => ({ localTime: localTime === null ? '11:00' : null }),
  ],
  ['another room', ({ room }) => ({ room: room === null ? '7' : null })],
  [
    'another court and zone, and closed to the public',
    () => ({
      court: inAll(
        'Ali Məhkəmə',
        'Supreme Court',
        'Верховный суд',
        'Yüksek Mahkeme',
        'دیوان عالی',
        'Cour suprême',
        'Oberstes Gericht',
      ),
      zone: 'Europe/Istanbul',
      openness: 'closed',
    }),
  ],
  ['postponed to another day', () => ({ status: 'postponed', localDate: '2027-04-02', outcome: reason })],
  [
    'postponed without a date',
    () => ({ status: 'postponed', localDate: null, localTime: null, outcome: null }),
  ],
];

const charge = inAll(
  'xuliqanlıq (221.2.1-ci maddə)',
  'hooliganism (article 221.2.1)',
  'хулиганство (статья 221.2.1)',
  'holiganlık (221.2.1. madde)',
  'اوباشگری (مادهٔ ۲۲۱.۲.۱)',
  'hooliganisme (article 221.2.1)',
  'Rowdytum (Artikel 221.2.1)',
);

const note = inAll(
  'Vəkil şikayət verəcək.',
  'The lawyer will appeal.',
  'Адвокат подаст жалобу.',
  'Avukat itiraz edecek.',
  'وکیل اعتراض خواهد کرد.',
  'L’avocat fera appel.',
  'Der Anwalt wird Berufung einlegen.',
);

/** Every ruling and every penalty, once. */
function decisions(cast: Cast): ShownDecision[] {
  return rulings.map((ruling, i) => {
    const kind = penalties[i];
    return {
      person: cast.persons[i % cast.persons.length] ?? cast.caseName,
      personId: newId<PersonId>(),
      charge,
      ruling,
      penalty:
        kind === undefined
          ? null
          : {
              kind,
              years: i % 3,
              months: i,
              days: i === 5 ? 0 : 15 * (i % 2),
              amount: i === 5 ? '500 ₼' : null,
            },
      note: ruling === 'other' ? note : null,
    };
  });
}

/** Texts written by people that only some samples have. */
const writtenByPeople = [decided, reason, charge, note]
  .flatMap((text) => Object.values(text))
  .concat('IRFS', '500 ₼');

/** Every alert there is, for readers of one language: all kinds, all plural forms, with all odd casts. */
export function alertSamples(language: Language): Sample[] {
  const ofHearings = castsFor(language).flatMap((cast) => [
    ...alertKinds.flatMap((kind) => ofKind[kind](language, cast)),
    ...aboutAlerts(language, cast),
  ]);
  return [...ofHearings, ...incidentSamples(language)];
}

type Samples = (language: Language, cast: Cast) => Sample[];

/** A new kind of alert does not compile until it stands here. */
const ofKind: Record<AlertContent['kind'], Samples> = {
  announced: (language, cast) => [
    sample(language, cast, 'announced', { kind: 'announced' }),
    sample(language, cast, 'announced, while a move is not decided on', {
      kind: 'announced',
      reported: earlier(cast),
    }),
    sample(language, cast, 'announced, invented, late', {
      kind: 'announced',
      fictional: true,
      dueAt: sentAt.subtract({ hours: 5 }),
    }),
  ],
  reminder: (language, cast) => reminders(language, cast),
  changed: (language, cast) => [
    ...changes.map(([name, change]) =>
      sample(language, cast, name, {
        kind: 'changed',
        before: cast.facts,
        facts: { ...cast.facts, ...change(cast.facts) },
      }),
    ),
    sample(language, cast, 'sources disagree', {
      kind: 'changed',
      before: cast.facts,
      facts: {
        ...cast.facts,
        disagree: [...differingFields, 'weather'].map((field) => ({ field, value: '15:00', source: 'IRFS' })),
      },
    }),
    sample(language, cast, 'moved later', {
      kind: 'changed',
      before: cast.facts,
      facts: { ...cast.facts, localDate: '2027-04-02' },
    }),
    sample(language, cast, 'a cancellation is taken back', {
      kind: 'changed',
      before: { ...cast.facts, status: 'cancelled' },
    }),
    sample(language, cast, 'moved earlier on one person’s word', {
      kind: 'changed',
      before: cast.facts,
      facts: earlier(cast),
      unconfirmed: true,
    }),
  ],
  cancelled: (language, cast) =>
    [null, reason].map((outcome) =>
      sample(language, cast, outcome === null ? 'cancelled' : 'cancelled, with the reason', {
        kind: 'cancelled',
        before: cast.facts,
        facts: { ...cast.facts, status: 'cancelled', outcome },
      }),
    ),
  outcome: (language, cast) => [
    sample(language, cast, 'outcome', {
      kind: 'outcome',
      before: cast.facts,
      facts: { ...cast.facts, status: 'held', outcome: decided },
    }),
    sample(language, cast, 'an outcome is taken back', {
      kind: 'outcome',
      before: { ...cast.facts, status: 'held', outcome: decided },
      facts: { ...cast.facts, status: 'held' },
    }),
    sample(language, cast, 'outcome per person and charge', {
      kind: 'outcome',
      before: cast.facts,
      facts: { ...cast.facts, status: 'held' },
      decided: decisions(cast),
    }),
    sample(language, cast, 'adjourned', {
      kind: 'outcome',
      before: cast.facts,
      facts: { ...cast.facts, status: 'held', adjourned: { next: null } },
      next: { ...cast.facts, localDate: '2027-04-02', localTime: '09:00' },
    }),
    sample(language, cast, 'adjourned, no date yet', {
      kind: 'outcome',
      before: cast.facts,
      facts: { ...cast.facts, status: 'held', outcome: decided, adjourned: { next: null } },
    }),
  ],
  confirmed: (language, cast) => [
    sample(language, cast, 'a move that had been told unconfirmed is confirmed', {
      kind: 'confirmed',
      before: cast.facts,
      facts: earlier(cast),
    }),
  ],
  corrected: (language, cast) => [
    sample(language, cast, 'a move that had been told unconfirmed was wrong', {
      kind: 'corrected',
      wrong: earlier(cast),
    }),
    sample(language, cast, 'a move that had been told unconfirmed was wrong, and the hearing is cancelled', {
      kind: 'corrected',
      wrong: earlier(cast),
      facts: { ...cast.facts, status: 'cancelled' },
    }),
  ],
  no_outcome: (language, cast) => [
    sample(language, cast, 'no outcome known, and no further date', { kind: 'no_outcome' }),
    sample(language, cast, 'no outcome known, and a further date', {
      kind: 'no_outcome',
      next: { ...cast.facts, localDate: '2027-04-02' },
    }),
  ],
};

/** A move earlier that was told on one person's word, and what came of it. */
const earlier = ({ facts }: Cast): HearingFacts => ({
  ...facts,
  localDate: '2027-03-09',
  localTime: '12:30',
});

/** So many days or hours ahead that every plural form of the language is among them. */
function reminders(language: Language, cast: Cast): Sample[] {
  const days = countsOf(language, 2).map((count) =>
    sample(language, cast, `reminder, ${count} days before`, {
      kind: 'reminder',
      leadTime: `${count}d`,
      sentAt: at('2027-03-10T06:00:00Z').subtract({ hours: 24 * count }),
    }),
  );
  const hours = countsOf(language, 1).map((count) =>
    sample(language, cast, `reminder, ${count} hours before`, { kind: 'reminder', leadTime: `${count}h` }),
  );
  return [
    sample(language, cast, 'reminder, the day before', { kind: 'reminder', leadTime: '1d' }),
    sample(language, cast, 'reminder, on the morning of the day', {
      kind: 'reminder',
      leadTime: 'morning',
      sentAt: at('2027-03-10T04:00:00Z'),
    }),
    ...days,
    ...hours,
  ];
}

/** What stands around alerts: the mark of a repeat, the notice in their place, the question to who approves them. */
function aboutAlerts(language: Language, cast: Cast): Sample[] {
  const repeated = sample(language, cast, 'repeated', { kind: 'announced' });
  const question = {
    hearingId,
    caseId,
    revision: 2,
    before: cast.facts,
    facts: { ...cast.facts, localTime: '10:30', outcome: reason },
  };
  const recorder = 'Leyla N.';
  const known = {
    caseName: cast.caseName,
    persons: cast.persons,
    decided: decisions(cast).slice(0, 2),
    recorder,
    byPartner: true,
  };
  return [
    {
      ...repeated,
      message: markedAsRepeat({ language, message: repeated.message }),
    },
    {
      ...repeated,
      name: 'in discreet mode',
      message: { text: translate(language, 'discreet-notice'), entities: [], buttons: [] },
    },
    {
      ...repeated,
      name: 'for staff: to approve',
      message: renderQuestion(language, question, {
        ...known,
        follows: { told: 'at-once', reach: { minutes: 90, longer: false }, passesQuietHours: false },
        above: calling(question, { nth: 2, now: sentAt, soleWord: true })(language),
      }),
      given: [...repeated.given, recorder],
    },
    ...(['reminded', 'nothing'] as const).map((told) => ({
      ...repeated,
      name: `for staff: to approve, ${told === 'nothing' ? 'told to nobody' : 'told by reminders'}`,
      message: renderQuestion(language, question, { ...known, follows: { told }, above: null }),
      given: [...repeated.given, recorder],
    })),
  ];
}

function sample(
  language: Language,
  cast: Cast,
  name: string,
  alert: Pick<AlertContent, 'kind'> & Partial<AlertContent>,
): Sample {
  const content: AlertContent = {
    leadTime: null,
    caseId,
    caseName: cast.caseName,
    fictional: false,
    persons: cast.persons,
    facts: cast.facts,
    before: null,
    next: null,
    dueAt: alert.sentAt ?? sentAt,
    sentAt,
    ...alert,
  };
  const courts = [content.facts, content.before].flatMap((facts) => Object.values(facts?.court ?? {}));
  return {
    name: `${name} – ${cast.name}`,
    language,
    message: renderAlert(language, content),
    given: longestFirst(...cast.given, ...courts, ...writtenByPeople),
  };
}

/** The two smallest counts of each plural form of the language, from `least` on. */
function countsOf(language: Language, least: number): number[] {
  const rules = new Intl.PluralRules(intlLocale(language));
  const all = Array.from({ length: 60 }, (_, i) => i + least);
  const byForm = Map.groupBy(all, (count) => rules.select(count));
  return [...byForm.values()].flatMap((counts) => counts.slice(0, 2)).sort((a, b) => a - b);
}

/** The samples of every language, in the order of `languages`. */
export function allSamples(): Sample[] {
  return languages.flatMap(alertSamples);
}
