import {
  type CampaignId,
  type CaseId,
  type HearingId,
  type IncidentId,
  newId,
  type PersonId,
} from '../../src/domain/ids.ts';
import type { IncidentAlertKind, IncidentFacts } from '../../src/domain/incident.ts';
import type { Language } from '../../src/domain/language.ts';
import { certainties, incidentKinds } from '../../src/domain/words.ts';
import type { PersonRow } from '../../src/services/cases/find.ts';
import { renderDigest } from '../../src/services/digests/render.ts';
import type { CaseWeek } from '../../src/services/digests/week.ts';
import { renderIncidentQuestion } from '../../src/services/incidents/ask-for-approval.ts';
import { renderIncidentAlert } from '../../src/services/incidents/render.ts';
import { type Cast, castsFor, inAll } from './facts.ts';
import { longestFirst, type Sample } from './sample.ts';

const campaignId = '0198f3a0-0000-7000-8000-000000000000' as CampaignId;
const caseId = '0198f3a0-0000-7000-8000-000000000001' as CaseId;
const incidentId = '0198f3a0-0000-7000-8000-000000000002' as IncidentId;
const recorder = 'Leyla N.';

const what = inAll(
  'Polis onu səhər evindən apardı.',
  'The police took him from his home in the morning.',
  'Полиция увела его утром из дома.',
  'Polis onu sabah evinden aldı.',
  'پلیس صبح او را از خانه‌اش برد.',
  'La police l’a emmené de chez lui le matin.',
  'Die Polizei holte ihn am Morgen aus seiner Wohnung.',
);
const rather = inAll(
  'Onu işə gedərkən saxladılar.',
  'He was stopped on his way to work.',
  'Его задержали по дороге на работу.',
  'İşe giderken durduruldu.',
  'او را در راه محل کار نگه داشتند.',
  'Il a été arrêté sur le chemin du travail.',
  'Er wurde auf dem Weg zur Arbeit angehalten.',
);
const place = inAll(
  'Liman küçəsi',
  'Harbour Street',
  'Портовая улица',
  'Liman Sokağı',
  'خیابان بندر',
  'rue du Port',
  'Hafenstraße',
);

const facts: IncidentFacts = {
  status: 'stands',
  kind: 'arrest',
  localDate: '2027-03-09',
  localTime: '06:15',
  zone: 'Asia/Baku',
  place,
  what,
  personIds: [],
  bystanders: {},
  certainty: 'established',
  discloses: [],
  amendment: 'adds',
  sources: ['Coast Watch'],
};

/** Every alert of an incident there is, and the digest, for readers of one language, with all odd casts. */
export function incidentSamples(language: Language): Sample[] {
  return castsFor(language).flatMap((cast) => [
    ...announced(language, cast),
    ...amended(language, cast),
    question(language, cast),
    ...digests(language, cast),
  ]);
}

/** Each kind once, among them each certainty, persons that are told by role, and nothing but the day. */
function announced(language: Language, cast: Cast): Sample[] {
  return incidentKinds.map((kind, i) => {
    const certainty = certainties[i % certainties.length] ?? 'established';
    const byRole = i % 2 === 1;
    return sample(language, cast, `incident: ${kind}, ${certainty}${byRole ? ', others by role' : ''}`, {
      kind: 'announced',
      facts: {
        ...facts,
        kind,
        certainty,
        sources: cast.facts.sources,
        ...(byRole && {
          bystanders: { minor: 1, witness: 3, victim: 12 },
          localTime: null,
          place: null,
        }),
      },
      late: i === 0 ? Temporal.Instant.from('2027-03-09T05:00:00Z') : null,
    });
  });
}

function amended(language: Language, cast: Cast): Sample[] {
  const before: IncidentFacts = { ...facts, certainty: 'reported' };
  return [
    sample(language, cast, 'incident: more is known', {
      kind: 'changed',
      before,
      facts: { ...facts, localTime: null, place: null },
    }),
    sample(language, cast, 'incident: corrected', {
      kind: 'changed',
      before,
      facts: { ...facts, what: rather, kind: 'search', localDate: '2027-03-08', amendment: 'corrects' },
    }),
    sample(language, cast, 'incident: private facts taken back', {
      kind: 'changed',
      before,
      facts: { ...facts, what: rather, amendment: 'withholds' },
    }),
    sample(language, cast, 'incident: did not happen', {
      kind: 'cancelled',
      before,
      facts: { ...facts, status: 'retracted', amendment: 'corrects' },
    }),
  ];
}

function question(language: Language, cast: Cast): Sample {
  const message = renderIncidentQuestion(
    language,
    {
      incidentId,
      caseId,
      revision: 2,
      before: facts,
      facts: { ...facts, what: rather, amendment: 'corrects', discloses: ['torture'] },
    },
    {
      caseName: cast.caseName,
      persons: personsOf(cast),
      recorder,
      follows: { told: 'at-once', reach: { minutes: 720, longer: true }, passesQuietHours: true },
    },
  );
  return { name: `for staff: an incident – ${cast.name}`, language, message, given: given(cast) };
}

function digests(language: Language, cast: Cast): Sample[] {
  const newly = newId<HearingId>();
  const ended = [
    { status: 'held', outcome: what },
    { status: 'cancelled' },
    { status: 'postponed', localDate: null, localTime: null },
  ] as const;
  const week: CaseWeek = {
    case: {
      id: caseId,
      campaignId,
      slug: 'a-case',
      name: cast.caseName,
      summary: cast.caseName,
      country: 'AZ',
      zone: 'Asia/Baku',
      status: 'open',
      fictional: false,
      createdAt: Temporal.Instant.from('2027-01-01T00:00:00Z'),
      openedBy: null,
      agreedBy: null,
    },
    posts: 2,
    incidents: [{ ...facts, certainty: 'alleged' }],
    hearings: [
      { hearingId: newly, facts: cast.facts, reported: null, isNew: true, decided: [] },
      ...ended.map((over) => ({
        hearingId: newId<HearingId>(),
        facts: { ...cast.facts, ...over },
        reported: null,
        isNew: false,
        decided: [],
      })),
    ],
    next: [
      { hearingId: newly, facts: cast.facts, reported: { ...cast.facts, localTime: '08:05' } },
      { hearingId: newId<HearingId>(), facts: cast.facts, reported: null },
    ],
  };
  return [1, 3].map((cases) => ({
    name: `digest of ${cases} – ${cast.name}`,
    language,
    message: renderDigest(
      language,
      Array.from({ length: cases }, () => week),
    ),
    given: given(cast),
  }));
}

function sample(
  language: Language,
  cast: Cast,
  name: string,
  alert: {
    readonly kind: IncidentAlertKind;
    readonly facts: IncidentFacts;
    readonly before?: IncidentFacts;
    readonly late?: Temporal.Instant | null;
  },
): Sample {
  const persons = personsOf(cast);
  const personIds = persons.map(({ id }) => id);
  const message = renderIncidentAlert(language, {
    caseId,
    caseName: cast.caseName,
    fictional: false,
    persons,
    before: alert.before === undefined ? null : { ...alert.before, personIds },
    late: alert.late ?? null,
    kind: alert.kind,
    facts: { ...alert.facts, personIds },
  });
  return { name: `${name} – ${cast.name}`, language, message, given: given(cast) };
}

function personsOf({ persons }: Cast): PersonRow[] {
  return persons.map((name, position) => ({
    id: `0198f3a0-0000-7000-8000-00000000001${position}` as PersonId,
    caseId,
    position,
    name,
    shownAs: 'name',
    note: null,
  }));
}

function given(cast: Cast): string[] {
  const written = [what, rather, place].flatMap((text) => Object.values(text));
  return longestFirst(...cast.given, ...written, recorder, ...facts.sources);
}
