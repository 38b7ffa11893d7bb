import type { HearingFacts } from '../../src/domain/hearing.ts';
import type { Language } from '../../src/domain/language.ts';
import type { Localised } from '../../src/domain/localised.ts';
import { longestFirst } from './sample.ts';

/** What an alert is about: made up, and odd in the ways in which real records are. */
export interface Cast {
  readonly name: string;
  readonly caseName: Localised;
  readonly persons: readonly Localised[];
  readonly facts: HearingFacts;
  /** Everything in it that was written by people, which no language may be blamed for. */
  readonly given: readonly string[];
}

const facts: HearingFacts = {
  status: 'scheduled',
  localDate: '2027-03-10',
  localTime: '15:00',
  zone: 'Asia/Baku',
  kind: 'verdict',
  court: inAll(
    'Liman rayon məhkəməsi',
    'Harbour District Court',
    'Портовый районный суд',
    'Liman İlçe Mahkemesi',
    'دادگاه ناحیهٔ بندر',
    'Tribunal du district du Port',
    'Bezirksgericht am Hafen',
  ),
  room: '12',
  openness: 'open',
  judge: 'M. Ferdin',
  outcome: null,
  sources: ['Coast Watch', 'دیده‌بان ساحل'],
  checkedOn: '2027-03-09',
};

const caseName = inAll(
  'Mayak gözətçiləri',
  'The lighthouse keepers',
  'Смотрители маяка',
  'Fener bekçileri',
  'نگهبانان فانوس دریایی',
  'Les gardiens du phare',
  'Die Leuchtturmwärter',
);

const persons = [
  inAll(
    'Elvin Nəzər',
    'Elvin Nazar',
    'Эльвин Назар',
    'Elvin Nazar',
    'الوین نظر',
    'Elvin Nazar',
    'Elvin Nasar',
  ),
  inAll('Aynur Şəms', 'Aynur Shams', 'Айнур Шамс', 'Aynur Şems', 'آینور شمس', 'Aynour Chams', 'Aynur Schams'),
];

/** Longer than anybody should write it, and still a name that the service takes. */
const longName = 'Abdurrahman-Zaynalabdin ibn Muhammad-Hasan al-Qarabaghi al-Shirvani '.repeat(2).trim();
const longCourt = `${'Сводная судебная коллегия по особо тяжким преступлениям '.repeat(3)}№ 4`;

/** The casts that every alert is rendered with, for readers of one language. */
export function castsFor(language: Language): Cast[] {
  const foreign = language === 'fa' ? latin : arabic;
  return [
    cast('everything known', caseName, persons, facts),
    cast('no room, judge or persons; openness unknown', caseName, [], {
      ...facts,
      room: null,
      judge: null,
      openness: 'unknown',
      sources: ['Coast Watch'],
    }),
    cast('no time yet', caseName, persons, { ...facts, localTime: null, room: null }),
    cast('names in the other direction', foreign.caseName, foreign.persons, {
      ...facts,
      court: foreign.court,
      room: foreign.room,
      judge: foreign.judge,
    }),
    cast('long names', { en: longName }, [{ en: longName }, { ru: longCourt }, { fa: arabic.judge }], {
      ...facts,
      court: { ru: longCourt },
      room: 'Großer Schwurgerichtssaal im Erdgeschoss, Eingang vom Hof, nach der zweiten Schranke links',
      judge: longName,
      sources: Array.from({ length: 8 }, (_, i) => `${i + 1}. Harbour and Coast Court Monitoring Collective`),
      zone: 'America/Argentina/Rio_Gallegos',
    }),
  ];
}

const arabic = {
  caseName: { fa: 'پروندهٔ وبلاگ‌نویسان (بندر)' },
  persons: [{ fa: 'رضا کریمی' }, { fa: 'مریم حسینی‌نژاد' }],
  court: { fa: 'دادگاه انقلاب، شعبهٔ ۱۵' },
  room: 'تالار ۳',
  judge: 'قاضی ا. س.',
};

const latin = {
  caseName: { en: 'The bloggers (harbour) – no. 15/2' },
  persons: [{ en: 'Jan de Vries' }, { ru: 'Мария Орлова' }],
  court: { en: 'Revolutionary Court, Branch 15' },
  room: 'B-204 (2nd floor)',
  judge: 'A. S. Ferdin',
};

function cast(name: string, ofCase: Localised, people: readonly Localised[], of: HearingFacts): Cast {
  const given = [
    ...Object.values(ofCase),
    ...people.flatMap((person) => Object.values(person)),
    ...Object.values(of.court),
    ...of.sources,
    // Of most zones we have no name but their own.
    (of.zone.split('/').at(-1) ?? of.zone).replaceAll('_', ' '),
    ...(of.room === null ? [] : [of.room]),
    ...(of.judge === null ? [] : [of.judge]),
  ];
  return { name, caseName: ofCase, persons: people, facts: of, given: longestFirst(...given) };
}

/** A text in every language. */
export function inAll(
  az: string,
  en: string,
  ru: string,
  tr: string,
  fa: string,
  fr: string,
  de: string,
): Record<Language, string> {
  return { az, en, ru, tr, fa, fr, de };
}
