import ICAL from 'ical.js';
import { convertIcsCalendar } from 'ts-ics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HearingId } from '../../../src/domain/ids.ts';
import { languages } from '../../../src/domain/language.ts';
import { SYSTEM_ZONE_RULES, type ZoneRules } from '../../../src/domain/zone.ts';
import { zoneChanges } from '../../../src/domain/zone-changes.ts';
import { campaignCalendar, caseCalendar, hearingCalendar } from '../../../src/services/calendars/read.ts';
import { vtimezone } from '../../../src/services/calendars/vtimezone.ts';
import { type TestCampaign, testCampaign } from '../../helpers/campaign.ts';
import { announce, change, type Pair, pair } from '../../helpers/hearing.ts';

let campaign: TestCampaign;
let staff: Pair;
let hearingId: HearingId;
beforeAll(async () => {
  campaign = await testCampaign({ at: '2009-11-09T08:00:00Z' });
  staff = await pair(campaign);
  hearingId = await announce(campaign, staff, {
    court: { en: 'Sabail District Court; hall, "A"\nupstairs' },
  });
});
afterAll(() => campaign.close());

async function event(language: 'en' | 'fa' = 'en') {
  const calendar = await caseCalendar(campaign.ctx, { language, slug: 'donkey-bloggers' });
  if (calendar === null) throw new Error('the case has no calendar');
  const parsed = new ICAL.Component(ICAL.parse(calendar.text));
  const [found] = parsed
    .getAllSubcomponents('vevent')
    .filter((one) => one.getFirstPropertyValue('uid') === hearingId);
  if (found === undefined) throw new Error('the hearing is not in the calendar');
  return { ...calendar, parsed, found };
}

describe('a calendar', () => {
  test('is read by two parsers that share no code with its writer, at the wall time of the court', async () => {
    const { text, found, parsed } = await event();
    const start = found.getFirstProperty('dtstart');
    expect(start?.getParameter('tzid')).toBe('Asia/Baku');
    expect(String(start?.getFirstValue())).toBe('2009-11-11T15:00:00');
    const zone = new ICAL.Timezone(parsed.getFirstSubcomponent('vtimezone') as ICAL.Component);
    const time = ICAL.Time.fromString('2009-11-11T15:00:00', start as ICAL.Property);
    time.zone = zone;
    expect(time.toUnixTime()).toBe(Temporal.Instant.from('2009-11-11T11:00:00Z').epochMilliseconds / 1000);

    const other = convertIcsCalendar(undefined, text);
    const [same] = other.events?.filter(({ uid }) => uid === hearingId) ?? [];
    expect(same?.start.date.toISOString()).toBe('2009-11-11T11:00:00.000Z');
    expect(same?.status).toBe('CONFIRMED');
    expect(same?.location).toBe('Sabail District Court; hall, "A"\nupstairs, 5');
    expect(same?.alarms).toHaveLength(2);
  });

  test('is well formed: CRLF, folded at 75 bytes, with what RFC 5545 demands', async () => {
    for (const language of languages) {
      const { text } = await campaignCalendar(campaign.ctx, language);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      for (const needed of ['VERSION:2.0', 'PRODID:', 'UID:', 'DTSTAMP:']) expect(text).toContain(needed);
      expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Asia/Baku\r\n');
      expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*\r\nEND:VCALENDAR\r\n$/);
      // Whatever stands between the end of a component and that of the one around it is a component, too.
      expect(text.replaceAll(/\r\n[ \t]/g, '')).not.toMatch(/^END:.*\r\n(?!BEGIN:|END:|$)/m);
    }
  });

  test('keeps the UID when the hearing is moved, raises SEQUENCE, and its ETag changes with it alone', async () => {
    const before = await event();
    expect((await event()).etag).toBe(before.etag);
    await change(staff, hearingId, 1, { localTime: '10:30' });
    const after = await event();
    expect(after.etag).not.toBe(before.etag);
    expect(after.found.getFirstPropertyValue('sequence')).toBe(1);
    expect(String(after.found.getFirstPropertyValue('dtstart'))).toBe('2009-11-11T10:30:00');
  });

  test('shows a postponed hearing where it stood, as cancelled, until a new date is known', async () => {
    await change(staff, hearingId, 2, { status: 'postponed', localDate: null, localTime: null });
    const { found } = await event('fa');
    expect(found.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(String(found.getFirstPropertyValue('dtstart'))).toBe('2009-11-11T10:30:00');
    expect(found.getAllSubcomponents('valarm')).toHaveLength(0);
    await change(staff, hearingId, 3, { localDate: '2009-11-20', localTime: null });
    const dated = (await event()).found;
    expect(dated.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(String(dated.getFirstPropertyValue('dtstart'))).toBe('2009-11-20');
    // On the day that it had: nothing takes place then, and nobody knows yet when.
    await change(staff, hearingId, 4, { status: 'postponed', localDate: '2009-11-20', localTime: null });
    const off = (await event()).found;
    expect(off.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(String(off.getFirstPropertyValue('description'))).toContain('No new date is known yet.');
  });

  test('escapes, folds, alarms and counts as RFC 5545 says, read without anybody’s parser', async () => {
    const odd = await announce(campaign, staff, {
      localDate: '2009-12-08',
      localTime: '09:15',
      zone: 'Australia/Lord_Howe',
      court: {
        en: 'Court; of, appeal\\hall\nupstairs',
        fa: 'دادگاه تجدید نظر استان، شعبهٔ بیست و ششم، طبقهٔ دوم، سالن بزرگ',
      },
    });
    const read = async (language: 'en' | 'fa') => {
      const calendar = await hearingCalendar(campaign.ctx, { language, hearingId: odd });
      return calendar?.text ?? '';
    };
    const unfolded = (text: string) => text.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
    const lines = unfolded(await read('en'));
    expect(lines).toContain('LOCATION:Court\\; of\\, appeal\\\\hall\\nupstairs\\, 5');
    expect(lines).toContain('DTSTART;TZID=Australia/Lord_Howe:20091208T091500');
    expect(lines).toContain('SEQUENCE:0');
    expect(lines).toContain('STATUS:CONFIRMED');
    expect(lines.filter((line) => line.startsWith('TRIGGER'))).toEqual(['TRIGGER:-P1D', 'TRIGGER:-PT2H']);
    const persian = await read('fa');
    expect(persian).toMatch(/\r\n /);
    // No character is cut in two where a line is folded.
    expect(persian).not.toContain('\ufffd');
    expect(unfolded(persian).join('\n')).toContain('شعبهٔ بیست و ششم');
    // Lord Howe goes half an hour forward in summer: 09:15 there is 22:15 UTC the day before.
    const other = convertIcsCalendar(undefined, await read('en'));
    expect(other.events?.[0]?.start.date.toISOString()).toBe('2009-12-07T22:15:00.000Z');
    for (const [revision, facts] of [
      { localTime: '10:15' },
      { room: '6' },
      { status: 'cancelled' as const },
    ].entries()) {
      await change(staff, odd, revision + 1, {
        localDate: '2009-12-08',
        zone: 'Australia/Lord_Howe',
        ...facts,
      });
      expect(unfolded(await read('en'))).toContain(`SEQUENCE:${revision + 1}`);
    }
    const cancelled = unfolded(await read('en'));
    expect(cancelled).toContain('STATUS:CANCELLED');
    expect(cancelled.some((line) => line.startsWith('BEGIN:VALARM'))).toBe(false);
  });

  test('of one hearing holds that one; of what does not exist there is none', async () => {
    expect((await hearingCalendar(campaign.ctx, { language: 'en', hearingId }))?.text).toContain(hearingId);
    expect(await caseCalendar(campaign.ctx, { language: 'en', slug: 'nobody' })).toBeNull();
  });
});

describe('a VTIMEZONE', () => {
  test.each([
    ['Europe/London', '2009-03-29T01:00:00Z'],
    ['America/St_Johns', '2009-03-08T03:31:00Z'],
    ['Africa/Casablanca', '2024-03-10T02:00:00Z'],
    ['Asia/Tehran', '2022-09-21T19:30:00Z'],
    ['Australia/Lord_Howe', '2024-04-06T15:00:00Z'],
  ])('of %s tells an independent reader the same offset on both sides of a change', (zone, change) => {
    const at = Temporal.Instant.from(change);
    const [since, until] = [at.subtract({ hours: 24 * 400 }), at.add({ hours: 24 * 400 })];
    const parsed = new ICAL.Component(
      ICAL.parse(
        `BEGIN:VCALENDAR\r\n${vtimezone(zone, since, until, SYSTEM_ZONE_RULES)}\r\nEND:VCALENDAR\r\n`,
      ),
    );
    const read = new ICAL.Timezone(parsed.getFirstSubcomponent('vtimezone') as ICAL.Component);
    for (const hours of [-24, -3, 3, 24]) {
      const instant = at.add({ hours });
      const local = instant.toZonedDateTimeISO(zone).toPlainDateTime();
      const time = ICAL.Time.fromString(local.toString({ smallestUnit: 'second' }), undefined as never);
      expect(read.utcOffset(time)).toBe(SYSTEM_ZONE_RULES.offsetAt(zone, instant));
    }
    expect(SYSTEM_ZONE_RULES.offsetAt(zone, at)).not.toBe(
      SYSTEM_ZONE_RULES.offsetAt(zone, at.subtract({ seconds: 1 })),
    );
  });

  test('follows rules that only tomorrow’s tz data know', () => {
    const rules: ZoneRules = {
      find: (name) => name,
      offsetAt: (_, instant) => (instant.epochMilliseconds < Date.UTC(2027, 5, 1) ? 14_400 : 10_800),
    };
    const year = (n: number) => Temporal.Instant.from(`${n}-01-01T00:00:00Z`);
    const [only, ...more] = zoneChanges('Asia/Baku', year(2027), year(2028), rules);
    expect(more).toEqual([]);
    expect(only?.at.toString()).toBe('2027-06-01T00:00:00Z');
    expect(only?.shown.toString()).toBe('2027-06-01T04:00:00');
  });
});
