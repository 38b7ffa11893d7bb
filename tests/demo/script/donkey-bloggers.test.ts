import { describe, expect, test } from 'vitest';
import { readDemoCase } from '../../../demo/cases/read.ts';
import { replayed } from '../../../demo/options.ts';
import { castFor, wantedLeads } from '../../../demo/replay/cast.ts';
import { expectedOf } from '../../../demo/replay/expected.ts';
import { allAlerts } from '../../../demo/replay/kinds.ts';
import { asIncidents, donkeyBloggersScript } from '../../../demo/script/donkey-bloggers.ts';
import { type Act, alertOf } from '../../../demo/script/moment.ts';
import { sceneIds } from '../../../demo/script/scene-id.ts';
import { readScene } from '../../../demo/script/scenes.ts';
import { announcedFields } from '../../../src/domain/hearing.ts';
import type { Language } from '../../../src/domain/language.ts';

const file = readDemoCase('donkey-bloggers');
const moments = donkeyBloggersScript(file);
const titled = (part: string) => moments.filter(({ title }) => title.includes(part));
const acts = <Do extends Act['do']>(kind: Do) =>
  moments.flatMap(({ act, at }) =>
    act.do === kind
      ? [{ ...(act as Extract<Act, { do: Do }>), local: at.toZonedDateTimeISO(file.zone) }]
      : [],
  );

describe('the script of the real case', () => {
  test('says of a hearing nothing but what the file says of it', () => {
    for (const { facts, hearing } of acts('record-hearing')) {
      const known = file.hearings.find(({ date }) => date === hearing);
      const namedOnly = known === undefined;
      const naming = file.hearings.find(({ outcome }) => outcome?.en?.includes('15 November 2010'));
      const source = known ?? naming;
      expect(source, hearing).toBeDefined();
      expect(namedOnly).toBe(hearing === '2010-11-15');
      expect(facts.localDate).toBe(hearing);
      expect(facts.court).toEqual(source?.court);
      expect(facts.kind).toBe(source?.kind);
      expect([null, source?.room]).toContain(facts.room);
      expect(['unknown', source?.openness]).toContain(facts.openness);
      expect([null, source?.judge]).toContain(facts.judge);
      if (facts.outcome !== null) expect(facts.outcome).toEqual(known?.outcome);
      const times = [known?.time ?? null, ...(known?.disagree ?? []).map(({ value }) => value.slice(0, 5))];
      expect(times).toContain(facts.localTime);
      const sources = [...(source?.sources ?? []), ...(known?.disagree ?? []).map((one) => one.source)];
      for (const named of facts.sources) expect(sources).toContain(named);
      expect(facts.sources.length).toBeGreaterThan(0);
    }
  });

  test('invents no room, no hour, no closed door and no cancellation', () => {
    for (const { facts } of acts('record-hearing')) {
      expect(facts.room).toBeNull();
      expect(facts.status).not.toBe('cancelled');
      if (facts.localDate !== '2009-11-11') expect(facts.localTime).toBeNull();
    }
  });

  test('tells every event, hearing and statement of the file, and what sources say differently', () => {
    const facts = acts('write-post').flatMap(({ fact }) => fact ?? []);
    const incidents = acts('record-incident').map(({ facts: told }) => told);
    for (const { date, what, sources, disagree } of file.events) {
      if (!asIncidents.some((one) => one.date === date)) {
        expect(facts).toContainEqual({ type: 'event', date, what, sources, disagree });
        continue;
      }
      // Told as an incident, it stands on the timeline once.
      expect(incidents).toContainEqual(expect.objectContaining({ localDate: date, what, sources }));
      expect(facts.filter((fact) => fact.date === date && fact.type === 'event')).toEqual([]);
      for (const { source, value } of disagree) {
        const said = (text: string | undefined) => text?.replace(/\\(.)/g, '$1') ?? '';
        expect(
          acts('write-post').some(({ post }) => {
            const text = said(post.texts.en);
            return text.includes(source) && text.includes(value);
          }),
        ).toBe(true);
      }
    }
    for (const { date, who, sources, disagree } of file.statements) {
      expect(facts).toContainEqual({ type: 'statement', date, who, sources, disagree });
    }
    for (const { date, outcome, disagree } of file.hearings) {
      const ended = acts('record-hearing').findLast(({ hearing }) => hearing === date);
      expect(ended?.facts.outcome).toEqual(outcome);
      const differing = disagree.filter(({ field }) => field !== 'time');
      if (differing.length > 0) {
        expect(facts.some((fact) => fact.date === date && fact.disagree.length === differing.length)).toBe(
          true,
        );
      }
    }
  });

  test('names in every post each source, in every language', () => {
    for (const { post, fact } of acts('write-post')) {
      for (const [language, text] of Object.entries(post.texts)) {
        const plain = text.replace(/\\(.)/g, '$1');
        for (const source of fact?.sources ?? []) expect(plain, language).toContain(source);
        for (const { source, value } of fact?.disagree ?? []) {
          expect(plain).toContain(source);
          expect(plain).toContain(value);
        }
      }
    }
  });

  test('has each post in az, en, ru and fa, and the other languages now and then', () => {
    const posts = acts('write-post').map(({ post }) => Object.keys(post.texts));
    for (const always of ['az', 'en', 'ru', 'fa'] satisfies Language[]) {
      expect(posts.every((languages) => languages.includes(always))).toBe(true);
    }
    for (const sometimes of ['tr', 'fr', 'de'] satisfies Language[]) {
      const count = posts.filter((languages) => languages.includes(sometimes)).length;
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThan(posts.length);
    }
  });

  test('moves the verdict from 15:00 to 10:30 in the small hours, and says that the hour is not on record', () => {
    const verdict = acts('approve-hearing').filter(({ hearing }) => hearing === '2009-11-11');
    expect(verdict.map(({ news, facts }) => `${news} ${facts.localTime}`)).toEqual([
      'announced 15:00',
      'moved-earlier 10:30',
      'outcome 10:30',
    ]);
    expect(verdict[1]?.local.toString()).toMatch(/^2009-11-11T03:\d\d:00\+04:00/);
    expect(titled('moved from 15:00 to 10:30')).toHaveLength(2);
    for (const { title } of titled('moved from 15:00')) expect(title).toContain('the hour is not on record');
  });

  test('says of each announcement where its date comes from', () => {
    for (const { hearing, facts, local } of acts('record-hearing')) {
      if (facts.outcome !== null || facts.localTime === '10:30') continue;
      const moment = moments.find(
        ({ act, at }) =>
          act.do === 'record-hearing' &&
          act.hearing === hearing &&
          at.epochMilliseconds === local.epochMilliseconds,
      );
      expect(moment?.title).toMatch(/announcement date not on record: placed|outcome of .* names the date/);
    }
    // Recorded and confirmed together with the hearing that was adjourned.
    expect(titled('the hearing of 22 December 2009 was adjourned to 8 January 2010')).toHaveLength(2);
    expect(titled('the hearing of 21 October 2010 was adjourned to 15 November 2010')).toHaveLength(2);
  });

  test('leaves the hearing of 15 November 2010 without an outcome, since none is on record', () => {
    expect(acts('record-hearing').filter(({ hearing }) => hearing === '2010-11-15')).toHaveLength(0);
    expect(acts('reminder-due').filter(({ hearing }) => hearing === '2010-11-15')).toHaveLength(2);
  });
});

describe.each(sceneIds)('the scene %s', (id) => {
  const scene = readScene(id);
  const { zone } = scene.archive;

  test('goes from moment to moment, never two at once, each recorded before it is approved', () => {
    const seen = new Set<string>();
    scene.moments.forEach(({ at, act }, i) => {
      const next = scene.moments[i + 1];
      if (next !== undefined) expect(Temporal.Instant.compare(at, next.at)).toBe(-1);
      if (act.do === 'record-hearing') seen.add(`${act.hearing} ${JSON.stringify(act.facts)}`);
      if (act.do === 'approve-hearing') expect(seen).toContain(`${act.hearing} ${JSON.stringify(act.facts)}`);
      if (act.do === 'record-incident') seen.add(`${act.incident} ${JSON.stringify(act.facts)}`);
      if (act.do === 'approve-incident')
        expect(seen).toContain(`${act.incident} ${JSON.stringify(act.facts)}`);
      if (act.do === 'write-post') seen.add(act.post.key);
      if (act.do === 'approve-post') expect(seen).toContain(act.post.key);
    });
  });

  test('opens, is joined and is handed over in this order', () => {
    const { opensAt, joinAt, startAt, moments: all } = scene;
    expect(Temporal.Instant.compare(opensAt, joinAt)).toBeLessThanOrEqual(0);
    expect(Temporal.Instant.compare(joinAt, startAt)).toBeLessThanOrEqual(0);
    expect(all.every(({ at }) => Temporal.Instant.compare(at, opensAt) >= 0)).toBe(true);
    expect(all.some(({ at }) => Temporal.Instant.compare(at, startAt) > 0)).toBe(true);
  });

  test('loses nothing between its archive and its script', () => {
    const day = opensOn();
    const { events, hearings, statements } = scene.archive;
    for (const { date } of [...events, ...hearings, ...statements]) expect(date < day).toBe(true);
    const told = scene.moments.flatMap(({ act }) => (act.do === 'write-post' ? (act.fact ?? []) : []));
    const incidents = scene.moments.filter(({ act }) => act.do === 'record-incident').length;
    const slug = scene.archive.fictional ? 'the-lighthouse-keepers' : 'donkey-bloggers';
    const whole = readDemoCase(slug);
    const ofEvents = told.filter(
      (fact) => fact.type === 'event' && whole.events.some((e) => e.date === fact.date),
    );
    expect(events.length + ofEvents.length + incidents).toBeGreaterThanOrEqual(whole.events.length);
    const ofStatements = told.filter((fact) => fact.type === 'statement');
    expect(statements.length + ofStatements.length).toBe(whole.statements.length);
  });

  function opensOn(): string {
    return scene.opensAt.toZonedDateTimeISO(zone).toPlainDate().toString();
  }
});

describe('the replay, by its script', () => {
  const scenes = replayed.map((id) => readScene(id, wantedLeads(castFor(0))));
  const all = scenes.flatMap(({ moments }) => moments);

  test('tells every alert that there is, of which each chat must get what it wants', () => {
    const expectedFor = (name: string) =>
      scenes.flatMap(({ moments, archive }) => {
        const part = castFor(moments.length).find((one) => one.name === name);
        if (part === undefined) throw new Error('The cast has no such part.');
        return expectedOf(part, moments, archive).map(({ position }) => moments[position]?.act);
      });
    const stays = expectedFor('az1').flatMap((act) => (act && alertOf(act)) ?? []);
    expect([...new Set(stays)].sort()).toEqual([...allAlerts].sort());
    const leads = (name: string) =>
      new Set(expectedFor(name).flatMap((act) => (act && 'lead' in act ? act.lead : [])));
    expect(leads('az1')).toEqual(new Set(['day-before', 'morning']));
    expect(leads('fr1')).toEqual(new Set(['week-before', 'three-hours-before']));
    expect(leads('de2')).toEqual(new Set());
  });

  test('tells each change of a hearing, and each thing that can happen to somebody in its own words', () => {
    const news = new Set(all.flatMap(({ act }) => (act.do === 'approve-hearing' ? [act.news] : [])));
    expect([...news].sort()).toEqual([
      'adjourned',
      'announced',
      'cancelled',
      'changed',
      'confirmed',
      'moved-earlier',
      'moved-later',
      'outcome',
      'postponed',
    ]);
    const changed = announcedFields.filter((field) =>
      all.some(
        ({ act }) =>
          act.do === 'approve-hearing' &&
          act.before !== null &&
          JSON.stringify(act.before[field]) !== JSON.stringify(act.facts[field]),
      ),
    );
    // One court's clocks: no case of the demo goes to another zone.
    expect(new Set([...changed, 'zone'])).toEqual(new Set(announcedFields));
    expect(all.some(({ act }) => act.do === 'reminder-late')).toBe(true);
    expect(all.some(({ act }) => act.do === 'approve-hearing' && act.facts.decided?.length === 2)).toBe(true);
  });

  test('has no moment while the machine is off', () => {
    for (const { act, at } of all) {
      if (act.do !== 'reminder-late') continue;
      const within = all.filter(
        (one) =>
          Temporal.Instant.compare(one.at, act.offFrom) >= 0 && Temporal.Instant.compare(one.at, at) < 0,
      );
      expect(within).toEqual([]);
      expect(Temporal.Instant.compare(act.offFrom, act.dueAt)).toBeLessThanOrEqual(0);
    }
  });
});

describe('the invented case', () => {
  const scene = readScene('fictional');
  const approved = scene.moments.flatMap(({ act, at }) =>
    act.do === 'approve-hearing' ? [{ ...act, at: at.toZonedDateTimeISO(scene.archive.zone) }] : [],
  );

  test('says that it is invented', () => {
    expect(scene.archive.fictional).toBe(true);
    expect(scene.archive.summary.en).toContain('invented');
    expect(scene.archive.country).toBe('ZZ');
  });

  test('shows all that the record of the real one lacks', () => {
    const has = (found: (one: (typeof approved)[number]) => boolean) =>
      expect(approved.some(found)).toBe(true);
    has(({ facts }) => facts.room !== null);
    has(({ facts }) => facts.openness === 'closed');
    has(({ facts, before }) => before !== null && facts.court.en !== before.court.en);
    has(({ facts, news }) => news === 'postponed' && facts.localDate === null);
    has(({ news }) => news === 'cancelled');
    has(({ facts }) => facts.status === 'scheduled' && facts.localTime === null);
    has(({ facts, news, before }) => news === 'moved-earlier' && facts.localDate !== before?.localDate);
    has(({ facts }) => facts.localDate === '2011-03-27' && facts.localTime === '02:30');
  });

  test('ends every hearing as its file says', () => {
    for (const { date, time, status, court, room, openness, judge, outcome } of readDemoCase(
      'the-lighthouse-keepers',
    ).hearings) {
      const last = approved.findLast(({ hearing }) => hearing === date)?.facts;
      expect(last).toMatchObject({
        localDate: date,
        localTime: time,
        status,
        court,
        room,
        openness,
        judge,
        outcome,
      });
    }
  });

  test('is reminded an hour before by the stopwatch in the night in which the clocks go forward', () => {
    const reminder = scene.moments.find(
      ({ act }) => act.do === 'reminder-due' && act.hearing === '2011-03-27' && act.lead === 'morning',
    );
    // 02:30 there is 01:30 UTC: the hour from 01:00 to 02:00 does not exist.
    expect(reminder?.at.toString()).toBe('2011-03-27T00:30:00Z');
  });
});
