import type { Language } from '../../src/domain/language.ts';
import type { Localised } from '../../src/domain/localised.ts';
import { formatDate, formatHearingTime, formatInstant } from '../../src/i18n/format.ts';
import { translate } from '../../src/i18n/index.ts';
import { withoutIsolation } from '../../src/i18n/isolate.ts';
import type { Act, Lead, Moment, ScriptedHearing, ScriptedPost } from '../script/moment.ts';
import { isTold, type Part } from './cast.ts';

/*
 * What every chat must get, by the rules that its owner was told, from the script and the cast alone. Nothing
 * here knows how the service plans: two that came from one thought would be wrong together.
 */

/** One message that a chat must get. */
export interface Expected {
  /** Of the moment in the script. */
  readonly position: number;
  /** The language of the text, which is not the reader's where a translation is missing. */
  readonly language: Language;
  /** What must stand in it, as a reader sees it. */
  readonly contains: readonly string[];
}

/** A case and its people, as they are called in each language. */
export interface CaseInWords {
  readonly name: Localised;
  readonly persons: readonly { readonly name: Localised }[];
}

/** Everything that a part must get, in order. */
export function expectedOf(part: Part, moments: readonly Moment[], ofCase: CaseInWords): Expected[] {
  return moments.flatMap(({ act }, position): Expected[] => {
    if (!isTold(part, position) || !wants(part, act)) return [];
    const message = contentOf(act, part.language, ofCase);
    if (message === null) return [];
    const contains = part.discreet ? [translate(part.language, 'discreet-notice')] : message.contains;
    return [{ position, language: message.language, contains: contains.map(withoutIsolation) }];
  });
}

/** Reminders are of the leads that somebody chose. */
function wants({ leads }: Part, act: Act): boolean {
  return 'lead' in act ? leads.includes(act.lead) : true;
}

interface Content {
  readonly language: Language;
  readonly contains: readonly string[];
}

function contentOf(act: Act, reader: Language, ofCase: CaseInWords): Content | null {
  const name = { case: ofCase.name[reader] ?? '' };
  switch (act.do) {
    case 'record-hearing':
    case 'record-incident':
    case 'write-post':
      return null;
    case 'approve-incident':
      return { language: reader, contains: incidentOf(act, reader, name) };
    case 'reminder-due':
      return { language: reader, contains: reminderOf(act, reader, name) };
    case 'reminder-late': {
      const due = formatInstant(reader, act.dueAt, act.facts.zone);
      const contains = [...reminderOf(act, reader, name), translate(reader, 'alert-late', { when: due })];
      return { language: reader, contains };
    }
    case 'silence-due': {
      const when = whenOf(reader, act.facts);
      const contains = [
        translate(reader, 'alert-no-outcome-title', name),
        translate(reader, 'alert-no-outcome', { when }),
      ];
      return { language: reader, contains };
    }
    case 'approve-hearing':
      return { language: reader, contains: newsOf(act, reader, ofCase) };
    case 'wait-over': {
      const { facts, before } = act;
      const contains = [
        ...movedEarlier(reader, facts, before, name),
        translate(reader, 'alert-unconfirmed'),
        translate(reader, 'alert-confirmed-so-far', { when: whenOf(reader, before) }),
      ];
      return { language: reader, contains };
    }
    case 'reject-hearing': {
      const contains = [
        translate(reader, 'alert-corrected-title', name),
        translate(reader, 'alert-wrong-move', { when: whenOf(reader, act.wrong) }),
        translate(reader, 'alert-correct-when', { when: whenOf(reader, act.facts) }),
      ];
      return { language: reader, contains };
    }
    case 'approve-post':
      return postOf(act.post, reader);
  }
}

function reminderOf(
  { lead, facts }: { readonly lead: Lead; readonly facts: ScriptedHearing },
  reader: Language,
  name: { readonly case: string },
): string[] {
  const titles = {
    'week-before': translate(reader, 'alert-reminder-days-title', { ...name, days: 7 }),
    'day-before': translate(reader, 'alert-reminder-tomorrow-title', name),
    'three-hours-before': translate(reader, 'alert-reminder-hours-title', { ...name, hours: 3 }),
    morning: translate(reader, 'alert-reminder-today-title', name),
  };
  return [titles[lead], whenOf(reader, facts)];
}

/** What happened, or what was wrong beside what is right. */
function incidentOf(
  { facts, before }: Extract<Act, { do: 'approve-incident' }>,
  reader: Language,
  name: { readonly case: string },
): string[] {
  const what = facts.what[reader] ?? '';
  if (before === null) {
    const sources = { sources: new Intl.ListFormat(reader).format(facts.sources) };
    const marks = {
      established: [],
      reported: [translate(reader, 'incident-reported', sources)],
      alleged: [translate(reader, 'incident-alleged', sources)],
    };
    return [
      translate(reader, 'incident-title', { kind: facts.kind, ...name }),
      what,
      ...marks[facts.certainty],
    ];
  }
  if (facts.amendment === 'adds') return [translate(reader, 'incident-more-title', name), what];
  const title = translate(reader, 'incident-correction-title', name);
  if (facts.status === 'retracted') {
    return [
      title,
      translate(reader, 'incident-wrong', { told: before.what[reader] ?? '' }),
      translate(reader, 'incident-correct', { fact: translate(reader, 'incident-did-not-happen') }),
    ];
  }
  const day = ({ localDate }: { readonly localDate: string }) =>
    translate(reader, 'incident-when', { when: formatDate(reader, Temporal.PlainDate.from(localDate)) });
  return [
    title,
    translate(reader, 'incident-wrong', { told: day(before) }),
    translate(reader, 'incident-correct', { fact: day(facts) }),
  ];
}

function newsOf(
  { news, facts, before }: Extract<Act, { do: 'approve-hearing' }>,
  reader: Language,
  ofCase: CaseInWords,
): string[] {
  const name = { case: ofCase.name[reader] ?? '' };
  switch (news) {
    case 'announced':
      return [translate(reader, 'alert-announced-title', name), whenOf(reader, facts)];
    case 'changed':
      return [
        translate(reader, 'alert-changed-title', name),
        whenOf(reader, facts),
        ...differing(reader, facts),
      ];
    case 'moved-later':
      return [translate(reader, 'alert-moved-later-title', name), whenOf(reader, facts)];
    case 'moved-earlier':
      return movedEarlier(reader, facts, before, name);
    case 'confirmed':
      return [translate(reader, 'alert-confirmed-title', name), whenOf(reader, facts)];
    case 'adjourned': {
      const next = facts.adjourned?.next ?? null;
      const when = next === null ? '' : whenOf(reader, { ...facts, ...next });
      return [translate(reader, 'alert-adjourned-title', name), facts.outcome?.[reader] ?? '', when];
    }
    case 'postponed':
      return [translate(reader, 'alert-postponed-title', name), whenOf(reader, before)];
    case 'cancelled':
      return [translate(reader, 'alert-cancelled-title', name), whenOf(reader, before)];
    case 'outcome':
      return [
        translate(reader, 'alert-outcome-title', name),
        facts.outcome?.[reader] ?? '',
        ...(facts.decided ?? []).map(({ person, charge, ruling }) =>
          translate(reader, 'hearing-decided', {
            person: ofCase.persons.find(({ name: one }) => one.en === person)?.name[reader] ?? '',
            charge: charge[reader] ?? '',
            ruling: translate(reader, 'ruling', { ruling }),
          }),
        ),
        ...differing(reader, facts),
      ];
  }
}

/** What one source says otherwise stands beside what is told. */
function differing(reader: Language, { disagree = [] }: ScriptedHearing): string[] {
  return disagree.map(({ field, source, value }) =>
    field === 'time'
      ? translate(reader, 'hearing-source-says-of', {
          field: translate(reader, 'field-name', { field: 'localTime' }),
          source,
          value,
        })
      : translate(reader, 'hearing-source-says', { source, value }),
  );
}

/** The old and the new hour, or day, must both be there. */
function movedEarlier(
  reader: Language,
  facts: ScriptedHearing,
  before: ScriptedHearing | null,
  name: { readonly case: string },
): string[] {
  if (before?.localDate === facts.localDate) {
    const digits = new Intl.DateTimeFormat(reader, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    const hour = (time: string | null | undefined) => digits.format(Temporal.PlainTime.from(time ?? '00:00'));
    const title = translate(reader, 'alert-moved-earlier', {
      ...name,
      from: hour(before?.localTime),
      to: hour(facts.localTime),
      date: formatDate(reader, Temporal.PlainDate.from(facts.localDate ?? '')),
    });
    return [title];
  }
  const title = translate(reader, 'alert-moved-earlier-day', {
    ...name,
    from: whenOf(reader, before),
    to: whenOf(reader, facts),
  });
  return [title];
}

function whenOf(reader: Language, facts: ScriptedHearing | null): string {
  if (facts === null || facts.localDate === null) return '';
  return formatHearingTime(reader, {
    date: Temporal.PlainDate.from(facts.localDate),
    time: facts.localTime === null ? null : Temporal.PlainTime.from(facts.localTime),
    zone: facts.zone,
  });
}

/** Markdown as a reader sees it: without what makes it bold or a link, and without the signs that keep others from it. */
function asRead(markdown: string): string {
  return markdown
    .replace(/(?<!\\)\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/(?<!\\)\*\*/g, '')
    .replace(/\\(.)/g, '$1');
}

/** Which languages a reader is given instead of their own, best first, as the help page says. */
const nextBest: Readonly<Record<Language, readonly Language[]>> = {
  az: ['az', 'tr', 'ru', 'en'],
  tr: ['tr', 'az', 'en'],
  en: ['en'],
  ru: ['ru', 'en'],
  fa: ['fa', 'en'],
  fr: ['fr', 'en'],
  de: ['de', 'en'],
};

function postOf({ texts, sourceLanguage }: ScriptedPost, reader: Language): Content | null {
  const language = [...nextBest[reader], sourceLanguage].find((one) => texts[one] !== undefined);
  const text = language === undefined ? undefined : texts[language];
  if (language === undefined || text === undefined) return null;
  const paragraphs = asRead(text).split('\n\n');
  const notice = language === reader ? [] : [translate(reader, 'language-fallback', { language })];
  return { language, contains: [...notice, ...paragraphs] };
}
