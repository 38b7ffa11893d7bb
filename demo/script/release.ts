import type { CaseFile } from '../../src/domain/case-file.ts';
import { type Language, languages } from '../../src/domain/language.ts';
import { type Localised, localise } from '../../src/domain/localised.ts';
import { formatDay, formatList } from '../../src/i18n/format.ts';
import { translate } from '../../src/i18n/index.ts';
import { withoutIsolation } from '../../src/i18n/isolate.ts';
import { instantAt } from './days.ts';
import { incidentKey } from './incident.ts';
import type { Moment } from './moment.ts';
import { escapeMarkdown } from './post-text.ts';

/** The day on which the second of the two was free. */
export const releaseDay = '2010-11-19';
/** The morning after it. */
const pressDay = '2010-11-20';
/** What happened, in the order in which it is told; each stands in the file under its day. */
const told = { released: ['2010-11-18', releaseDay], verdict: '2009-11-11', courtOfEurope: '2010-01-19' };
/** Of the application to the European Court of Human Rights, and where its decisions are published. */
const application = '[4854/10](https://hudoc.echr.coe.int/)';

/**
 * The press release on their release: in every language, for the followers and for every network. That the campaign wrote
 * one is invented; every fact in it stands in the file.
 */
export function releaseMoments(file: CaseFile): Moment[] {
  const post = {
    key: 'release',
    kind: 'press_release',
    sourceLanguage: 'az',
    texts: Object.fromEntries(languages.map((language) => [language, releaseText(file, language)])),
    onNetworks: true,
    cardOf: incidentKey({ kind: 'release', date: releaseDay }),
  } as const;
  const title =
    'the press release on their release, for all seven networks (invented; its facts are on record)';
  return [
    {
      at: instantAt(pressDay, '10:00', file.zone),
      title: `The author writes: ${title}`,
      act: { do: 'write-post', post, fact: null },
    },
    {
      at: instantAt(pressDay, '10:10', file.zone),
      title: `Two approvers approve: ${title}`,
      act: { do: 'approve-post', post },
    },
  ];
}

function releaseText(file: CaseFile, language: Language): string {
  const event = (date: string) => {
    const found = file.events.find((one) => one.date === date);
    if (found === undefined) throw new Error(`The case file has no event on ${date}.`);
    return found;
  };
  const verdict = file.hearings.find(({ date, kind }) => date === told.verdict && kind === 'verdict');
  if (verdict === undefined || verdict.outcome === null) throw new Error('The case file has no verdict.');
  const day = (date: string) => formatDay(language, Temporal.PlainDate.from(date));
  const dated = (date: string) => `${day(date)} – ${localise(event(date).what, language)}`;
  const sources = [
    ...new Set([...told.released, told.courtOfEurope].flatMap((date) => event(date).sources)),
    ...verdict.sources,
  ];
  const source = translate(language, 'hearing-sources', {
    count: sources.length,
    sources: formatList(language, [...new Set(sources)]),
  });
  const asWritten = (text: string) => escapeMarkdown(withoutIsolation(text));
  return [
    `**${asWritten(localise(headline, language))}**`,
    told.released.map((date) => asWritten(dated(date))).join('\n'),
    asWritten(localise(file.summary, language)),
    asWritten(
      `${day(told.verdict)} – ${localise(verdict.court, language)}. ${localise(verdict.outcome, language)}`,
    ),
    `${asWritten(dated(told.courtOfEurope))} ${application}`,
    asWritten(source),
    '#DonkeyBloggers',
  ].join('\n\n');
}

const headline: Localised = {
  en: 'Adnan Hajizade and Emin Milli have been released',
  az: 'Adnan Hacızadə və Emin Milli azad edildi',
  ru: 'Аднан Гаджизаде и Эмин Милли освобождены',
  tr: 'Adnan Hacızade ve Emin Milli serbest bırakıldı',
  fa: 'عدنان حاجی‌زاده و امین میللی آزاد شدند',
  fr: 'Adnan Hajizade et Emin Milli ont été libérés',
  de: 'Adnan Hajizade und Emin Milli sind freigelassen worden',
};
