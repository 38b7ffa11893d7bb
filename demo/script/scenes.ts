import type { CaseFile } from '../../src/domain/case-file.ts';
import { readDemoCase } from '../cases/read.ts';
import { instantAt } from './days.ts';
import { donkeyBloggersScript } from './donkey-bloggers.ts';
import { lighthouseKeepersScript } from './lighthouse-keepers.ts';
import { type Lead, type Moment, usualLeads } from './moment.ts';
import { releaseDay } from './release.ts';
import { type SceneId, sceneIds } from './scene-id.ts';

/** Where a demonstration begins, and what lies before and after. */
export interface Scene {
  readonly id: SceneId;
  readonly title: string;
  /** What the case was when the service took it over; its events, hearings and statements are over by then. */
  readonly archive: CaseFile;
  /** The clock's first reading. */
  readonly opensAt: Temporal.Instant;
  /** When the followers join. What happens between the opening and this is told to nobody. */
  readonly joinAt: Temporal.Instant;
  /** Where the person takes over. */
  readonly startAt: Temporal.Instant;
  /** All from the opening on. */
  readonly moments: readonly Moment[];
}

/** `leads`: the reminders that somebody wants. */
export function readScene(id: SceneId, leads: readonly Lead[] = usualLeads): Scene {
  switch (id) {
    case 'overnight':
      return overnight(leads);
    case 'from-the-start':
      return fromTheStart(leads);
    case 'release':
      return release(leads);
    case 'fictional':
      return fictional(leads);
  }
}

/** What the time machine offers. */
export function listScenes(): Pick<Scene, 'id' | 'title' | 'startAt'>[] {
  return sceneIds.map((id) => readScene(id)).map(({ id, title, startAt }) => ({ id, title, startAt }));
}

/** The evening before the verdict, which is still announced for 15:00. Everything until 8 November is archive. */
function overnight(leads: readonly Lead[]): Scene {
  const file = readDemoCase('donkey-bloggers');
  const { zone } = file;
  const opensAt = instantAt('2009-11-08', '10:00', zone);
  return {
    id: 'overnight',
    title: '10 November 2009, evening: the verdict is announced for 15:00 tomorrow',
    archive: until(file, '2009-11-08'),
    opensAt,
    joinAt: instantAt('2009-11-10', '14:00', zone),
    startAt: instantAt('2009-11-10', '20:00', zone),
    moments: since(donkeyBloggersScript(file, leads), opensAt),
  };
}

function fromTheStart(leads: readonly Lead[]): Scene {
  const file = readDemoCase('donkey-bloggers');
  const opensAt = instantAt('2009-06-28', '12:00', file.zone);
  return {
    id: 'from-the-start',
    title: '28 June 2009: the video of the donkey',
    archive: until(file, '2009-06-28'),
    opensAt,
    joinAt: opensAt,
    startAt: opensAt,
    moments: donkeyBloggersScript(file, leads),
  };
}

/** Both are free; the press release waits to be written. What happened before is archive. */
function release(leads: readonly Lead[]): Scene {
  const file = readDemoCase('donkey-bloggers');
  const { zone } = file;
  const opensAt = instantAt(releaseDay, '12:00', zone);
  return {
    id: 'release',
    title: '20 November 2010: both are free, and the press release goes to all seven networks',
    archive: until(file, releaseDay),
    opensAt,
    joinAt: instantAt(releaseDay, '20:00', zone),
    startAt: instantAt('2010-11-20', '09:30', zone),
    moments: since(donkeyBloggersScript(file, leads), opensAt),
  };
}

function fictional(leads: readonly Lead[]): Scene {
  const file = readDemoCase('the-lighthouse-keepers');
  const opensAt = instantAt('2011-02-27', '12:00', file.zone);
  return {
    id: 'fictional',
    title: '27 February 2011: an invented case, with all that can happen to a hearing',
    archive: until(file, '2011-02-27'),
    opensAt,
    joinAt: opensAt,
    startAt: opensAt,
    moments: lighthouseKeepersScript(file, leads),
  };
}

/** The case as it was known at the end of the day before. A month or a year counts once it is over. */
function until(file: CaseFile, day: string): CaseFile {
  const over = ({ date }: { readonly date: string }) => date < day && !day.startsWith(date);
  return {
    ...file,
    events: file.events.filter(over),
    hearings: file.hearings.filter(over),
    statements: file.statements.filter(over),
  };
}

function since(moments: readonly Moment[], at: Temporal.Instant): Moment[] {
  return moments.filter((moment) => Temporal.Instant.compare(moment.at, at) >= 0);
}
