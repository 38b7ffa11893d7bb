import type { CaseFile } from '../../src/domain/case-file.ts';
import { localise } from '../../src/domain/localised.ts';
import { dayInWords, instantAt, lastDayOf } from './days.ts';
import type { Moment, ScriptedFact } from './moment.ts';
import { languagesOfPost, type PostContent, postTexts, statementLine } from './post-text.ts';

/** A fact that goes onto the timeline and out as a post: written first, approved a little later. */
export interface ToldFact {
  /** Null where it stands on the timeline already. */
  readonly fact: ScriptedFact | null;
  readonly content: PostContent;
  readonly writtenAt: Temporal.Instant;
  readonly title: string;
}

const approvedAfter = Temporal.Duration.from({ minutes: 10 });

/** The moments of posts, in the order given; their languages come and go. */
export function postMoments(told: readonly ToldFact[]): Moment[] {
  return told.flatMap(({ fact, content, writtenAt, title }, n): Moment[] => {
    const post = {
      key: `post-${n}`,
      sourceLanguage: 'az',
      texts: postTexts(content, languagesOfPost(n)),
    } as const;
    return [
      { at: writtenAt, title: `The author writes: ${title}`, act: { do: 'write-post', post, fact } },
      {
        at: writtenAt.add(approvedAfter),
        title: `The approver approves: ${title}`,
        act: { do: 'approve-post', post },
      },
    ];
  });
}

/** No source tells the hour of an event, so its post is placed in the evening of its day, after whatever hour. `except`: days told otherwise. */
export function toldEvents(file: CaseFile, except: readonly string[] = []): ToldFact[] {
  const events = file.events.filter(({ date }) => !except.includes(date));
  return events.map((entry) => {
    const { what, sources, disagree } = entry;
    const { day, note } = placed(entry.date);
    return {
      fact: { type: 'event', date: entry.date, what, sources, disagree },
      content: { what: (language) => localise(what, language), sources, disagree },
      writtenAt: instantAt(day, '21:00', file.zone),
      title: `${localise(what, 'en')} (${note} 21:00)`,
    };
  });
}

/** Statements of one day follow each other by an hour. */
export function toldStatements(file: CaseFile): ToldFact[] {
  return file.statements.map((entry, i) => {
    const { who, sources, disagree } = entry;
    const { day, note } = placed(entry.date);
    const sameDay = file.statements.slice(0, i).filter((other) => other.date === entry.date).length;
    const time = `${14 + sameDay}:00`;
    return {
      fact: { type: 'statement', date: entry.date, who, sources, disagree },
      content: { what: (language) => statementLine(language, who), sources, disagree },
      writtenAt: instantAt(day, time, file.zone),
      title: `${who} (${note} ${time})`,
    };
  });
}

function placed(date: string): { readonly day: string; readonly note: string } {
  const lastDay = lastDayOf(date);
  if (lastDay === null) return { day: date, note: 'hour not on record: placed at' };
  return { day: lastDay, note: `day not on record: placed on ${dayInWords(lastDay)},` };
}
