import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  disagreements,
  events,
  hearingRevisions,
  persons,
  statements,
} from '../../../src/db/schema/index.ts';
import type { CaseId, HearingId } from '../../../src/domain/ids.ts';
import { newUuid } from '../../../src/domain/uuid.ts';
import { addCase, addHearing, createWorld, findButton, person, say, until, type World } from '../world.ts';

let world: World;
let caseId: CaseId;
let hearingId: HearingId;

beforeAll(async () => {
  world = await createWorld();
  await world.bot.start();
  caseId = await addCase(
    world,
    'donkey-bloggers',
    { en: 'The donkey bloggers', fa: 'وبلاگ‌نویسان خر' },
    { persons: [{ en: 'Adnan Hajizada', fa: 'عدنان حاجی‌زاده' }] },
  );
  hearingId = await addHearing(world, caseId, { date: '2009-11-11', time: '10:30' });
  await world.db.update(hearingRevisions).set({ disagree: [{ field: 'room', value: '5', source: 'Turan' }] });
  await world.db.insert(disagreements).values({
    id: newUuid(),
    caseId,
    subjectType: 'hearing',
    subjectId: hearingId,
    field: 'time',
    value: '15:00',
    source: 'The court’s notice board',
  });
});
afterAll(() => world.end());

describe('the card of a hearing', () => {
  it('tells from the list who, what, when, where, whether it is open, by whom, and where sources differ', async () => {
    const reader = person(world, 'en');
    await reader.starts('donkey-bloggers');
    await reader.taps('Follow');
    await reader.says('/hearings');
    expect(reader.last()).toContain('1. The donkey bloggers');
    await reader.taps('1. The donkey bloggers');
    for (const line of [
      'The donkey bloggers',
      'Trial',
      'Before the court: Adnan Hajizada',
      'When: Wednesday, 11 November 2009, 10:30 (Baku, UTC+4; 06:30 UTC)',
      'Court: Sabail District Court',
      'Room: 3',
      'Open to the public',
      'Source: IRFS',
      'Dates often change. Checked on Tuesday, 10 November 2009.',
      'The sources disagree:',
      'Room: Turan says: 5',
      'Time: The court’s notice board says: 15:00',
      say('en', 'alert-decide-yourself'),
    ]) {
      expect(
        reader
          .last()
          .split('\n')
          .filter((one) => one === line),
      ).toHaveLength(1);
    }
    expect(reader.buttons()).toEqual(['Add to calendar', 'Map', 'The case', 'Back', 'Stop this case']);
    await reader.taps('Back');
    expect(reader.last()).toContain(say('en', 'hearings-title'));
    await reader.taps('1. The donkey bloggers');
    await reader.taps('Stop this case');
    expect(reader.last()).toBe(say('en', 'case-unfollowed'));
  });

  it('calls next what takes place, and not what was postponed on the day that it had', async () => {
    const put = await addCase(world, 'put-off', { en: 'A case put off' });
    await addHearing(world, put, { date: '2009-11-12', time: '10:00', status: 'postponed' });
    const reader = person(world, 'en');
    await reader.starts('put-off');
    expect(reader.last()).toContain(say('en', 'case-no-hearing'));
    await reader.taps('The next hearing');
    expect(reader.last()).toContain('Postponed\nNo new date is known yet.');
    await addHearing(world, put, { date: '2009-12-01', time: '15:00' });
    await reader.starts('put-off');
    expect(reader.last()).toMatch(/^Next hearing: Tuesday, 1 December 2009.*\nSource: /m);
    expect(reader.last()).not.toContain('12 November');
  });

  it('leads to a map by the court’s own name', async () => {
    const reader = person(world, 'fa');
    await reader.starts(`hearing_${hearingId}`);
    const markup = world.standIn.messages({ chat: reader.id }).at(-1)?.reply_markup as {
      inline_keyboard: { text: string; url?: string }[][];
    };
    const map = markup.inline_keyboard.flat().find(({ url }) => url !== undefined);
    expect(new URL(map?.url ?? '').searchParams.get('query')).toBe('Sabail District Court, Azerbaijan');
  });

  it('is opened by a link, and again in the language that is chosen then', async () => {
    const reader = person(world, 'en');
    await reader.starts(`hearing_${hearingId}`);
    expect(reader.last()).toContain('Before the court: Adnan Hajizada');
    expect(reader.buttons()).toContain('Follow');
    await reader.taps('فارسی');
    expect(reader.last()).toContain('عدنان حاجی‌زاده');
    expect(reader.last()).toContain('وبلاگ‌نویسان خر');
    await reader.starts(`hearing_${newUuid()}`);
    expect(reader.sees().at(-2)).toBe(say('fa', 'start-unknown-case'));
  });

  it('says so when an old button leads to a hearing that is not there', async () => {
    const reader = person(world, 'en');
    await reader.starts();
    const { messageId } = findButton(world, reader.id, 'English');
    await reader.tapsData(messageId, `hearing:${newUuid()}:1`);
    expect(reader.last()).toBe(say('en', 'hearing-gone'));
    await reader.tapsData(messageId, `calendar:${newUuid()}`);
    expect(reader.last()).toBe(say('en', 'calendar-no-date'));
  });
});

describe('“Add to calendar”', () => {
  it('sends the file where the service has no public address, in the reader’s language', async () => {
    const reader = person(world, 'fa');
    await reader.starts(`hearing_${hearingId}`);
    await reader.taps(say('fa', 'button-calendar'));
    const message = world.standIn.messages({ chat: reader.id }).at(-1);
    expect(message).toMatchObject({
      document: { file_name: 'hearing.ics', mime_type: 'text/calendar' },
      caption: say('fa', 'calendar-file'),
    });
    const { document } = message as { document: { file_id: string } };
    const file = world.standIn.core.files.find(world.identity.id, document.file_id);
    const text = file?.bytes.toString('utf8') ?? '';
    expect(text).toContain(`UID:${hearingId}`);
    expect(text).toContain('DTSTART;TZID=Asia/Baku:20091111T103000');
    expect(text.replaceAll('\r\n ', '')).toContain('عدنان حاجی‌زاده');
  });

  it('leads to the address where there is one', async () => {
    await world.bot.stop();
    const other = world.newBot({ publicUrl: 'https://bray.example.org' });
    await other.start();
    const reader = person(world, 'de');
    world.standIn.userStarts({ user: reader.id, payload: `hearing_${hearingId}` });
    await until(() => world.standIn.updates().every(({ state }) => state === 'handled'));
    await other.idle();
    await other.stop();
    await world.bot.start();
    await reader.says('/help');
    const urls = world.standIn.messages({ chat: reader.id }).flatMap(({ reply_markup }) => {
      const { inline_keyboard } = (reply_markup ?? { inline_keyboard: [] }) as {
        inline_keyboard: { url?: string }[][];
      };
      return inline_keyboard.flat().map(({ url }) => url);
    });
    expect(urls).toContain(`https://bray.example.org/de/hearings/${hearingId}.ics`);
  });
});

describe('the timeline of a case', () => {
  it('tells events, statements and past hearings, the newest first, a page at a time, with their sources', async () => {
    const long = await addCase(world, 'long', { en: 'A long case' });
    const row = { caseId: long, sources: ['IRFS'] };
    for (let day = 1; day <= 6; day++) {
      await world.db
        .insert(events)
        .values({ ...row, id: newUuid(), date: `2009-07-0${day}`, what: { en: `Event ${day}` } });
    }
    await world.db
      .insert(events)
      .values({ ...row, id: newUuid(), date: '2009-06', what: { az: 'İlk hadisə' } });
    await world.db.insert(statements).values({ ...row, id: newUuid(), date: '2009-09', who: 'Amnesty' });
    await addHearing(world, long, { date: '2009-09-04', time: '15:00' });
    await addHearing(world, long, { date: '2009-12-01', time: '15:00' });
    const reader = person(world, 'en');
    await reader.starts('long');
    await reader.taps('Timeline');
    const text = reader.last();
    expect(text).toContain('What has happened so far');
    expect(text).toContain('Its outcome is not known yet.');
    expect(text).not.toContain('December');
    const order = ['4 September', 'Public statement: Amnesty', 'Event 6', 'Event 5', 'Event 4'];
    expect(order.map((part) => text.indexOf(part))).toEqual(
      order.map((part) => text.indexOf(part)).toSorted((a, b) => a - b),
    );
    expect(text).toContain('Source: IRFS');
    expect(text).toContain('Page 1 of 2');
    await reader.taps('Next');
    expect(reader.last()).toContain('June 2009\nİlk hadisə');
    expect(reader.last()).toContain(say('en', 'language-fallback', { language: 'az' }));
    await reader.taps('Previous');
    await reader.taps('Trial, 4 September 2009');
    expect(reader.last()).toContain('When: Friday, 4 September 2009');
    // It is over: there is nothing to go to.
    expect(reader.buttons()).not.toContain('Add to calendar');
    await reader.taps('The case');
    await reader.taps('The next hearing');
    expect(reader.last()).toContain('1 December 2009');
  });

  it('tells what was decided per person and charge, and what is not known', async () => {
    const caseId = await addCase(world, 'ruled', { en: 'A case decided' }, { persons: [{ en: 'Emin' }] });
    const on = (date: string, status: 'held' | 'postponed') =>
      addHearing(world, caseId, { date, time: '15:00', status });
    await on('2009-09-01', 'held');
    await on('2009-09-02', 'postponed');
    const ruled = await on('2009-09-03', 'held');
    const [emin] = await world.db.select().from(persons).where(eq(persons.caseId, caseId));
    const decided = { personId: emin!.id, charge: { en: 'hooliganism' }, ruling: 'convicted' } as const;
    await world.db
      .update(hearingRevisions)
      .set({ decided: [{ ...decided, penalty: null, note: null }] })
      .where(eq(hearingRevisions.hearingId, ruled));
    const reader = person(world, 'en');
    await reader.starts('ruled');
    await reader.taps('Timeline');
    const [, last, before, first] = reader.last().split(/\d September 2009\n/);
    expect(last).toContain('Held\nEmin, “hooliganism”: found guilty');
    expect(before).toContain('Postponed');
    expect(before).not.toContain('outcome');
    expect(first).toContain('Its outcome is not known yet.');
  });

  it('never grows past what a message can hold', async () => {
    const wordy = await addCase(world, 'wordy', { en: 'A wordy case' });
    for (let day = 1; day <= 5; day++) {
      await world.db.insert(events).values({
        id: newUuid(),
        caseId: wordy,
        sources: ['IRFS'],
        date: `2009-07-0${day}`,
        what: { en: 'word '.repeat(day === 3 ? 2000 : 250) },
      });
    }
    const reader = person(world, 'en');
    await reader.starts('wordy');
    await reader.taps('Timeline');
    for (let page = 1; ; page++) {
      expect(reader.last().length).toBeLessThanOrEqual(4096);
      if (!reader.buttons().includes('Next')) {
        expect(page).toBe(3);
        break;
      }
      await reader.taps('Next');
    }
  });
});
