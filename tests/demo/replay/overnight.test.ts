import { beforeAll, describe, expect, test } from 'vitest';
import { lateAfterMs, type ReplayReport, runReplay } from '../../../demo/replay/run.ts';
import { replayTable } from '../../../demo/replay/table.ts';
import { usualLeads } from '../../../demo/script/moment.ts';
import { readScene } from '../../../demo/script/scenes.ts';
import { generateKeys } from '../../../src/crypto/keys.ts';
import { languages } from '../../../src/domain/language.ts';
import { createLog } from '../../../src/log.ts';
import { type TestDatabase, testDatabase } from '../../helpers/database.ts';

const morningOfTheVerdict = Temporal.Instant.from('2009-11-11T09:00:00Z');

/** How fast a thing can be is told by a run in which nothing else kept the machine busy: one of so many. */
const runs = 3;

describe('the night before the verdict, replayed', () => {
  const reports: ReplayReport[] = [];
  let report: ReplayReport;
  const logged: string[] = [];

  beforeAll(async () => {
    for (let run = 0; run < runs; run++) {
      report = await replayed();
      reports.push(report);
      if (report.parts.every(({ late }) => late === 0)) break;
    }
  }, 180_000);

  async function replayed(): Promise<ReplayReport> {
    const database: TestDatabase = await testDatabase();
    const played = await runReplay({
      scene: readScene('overnight'),
      until: morningOfTheVerdict,
      cast: languages.map((language) => ({
        name: language,
        kind: 'private',
        language,
        discreet: false,
        leads: usualLeads,
        follows: 0,
        unfollows: Number.POSITIVE_INFINITY,
        blocked: null,
      })),
      databaseUrl: database.url,
      keys: generateKeys(),
      log: createLog('warn', { write: (line) => logged.push(line) }),
    });
    await database.close();
    return played;
  }

  const movedAt = () =>
    report.moments.findIndex(({ act }) => act.do === 'approve-hearing' && act.news === 'moved-earlier');

  test('every chat is told in its language that 15:00 has become 10:30, within a second', () => {
    for (const { part, verdict, afterMs } of report.parts) {
      const told = verdict.matched.find(({ expected }) => expected.position === movedAt());
      expect(told?.expected.language, part.name).toBe(part.language);
      expect(told?.accepted, part.name).not.toBeNull();
      expect(afterMs.get(movedAt()), part.name).toBeLessThan(lateAfterMs);
    }
  });

  test('the hours stand in the reader’s own digits', () => {
    const textFor = (name: string) =>
      report.parts
        .find(({ part }) => part.name === name)
        ?.verdict.matched.find(({ expected }) => expected.position === movedAt())?.accepted?.text;
    expect(textFor('en')).toMatch(/^EARLIER: 10:30 instead of 15:00/);
    expect(textFor('fa')).toMatch(/۱۰:۳۰.*۱۵:۰۰/);
    expect(textFor('az')).toMatch(/15:00.*10:30/);
  });

  test('nothing is missing, twice, out of order or uncalled for, and no warning was logged', () => {
    expect(report.moments.map(({ act }) => act.do)).toEqual([
      'reminder-due',
      'record-hearing',
      'approve-hearing',
      'reminder-due',
    ]);
    for (const { part, verdict } of reports.flatMap(({ parts }) => parts)) {
      const { missing, twice, outOfOrder, unexpected } = verdict;
      expect({ missing, twice, outOfOrder, unexpected }, part.name).toEqual({
        missing: 0,
        twice: 0,
        outOfOrder: 0,
        unexpected: 0,
      });
    }
    expect(logged).toEqual([]);
  });

  test('ends with a table of what each chat got', () => {
    const table = replayTable(report, 'Asia/Baku');
    expect(table).toMatch(
      /2009-11-11T03:16 moved-earlier .* az ?\d+ +en ?\d+ +ru ?\d+ +tr ?\d+ +fa ?\d+ +fr ?\d+ +de ?\d+/,
    );
    expect(table).toContain('missing 0, twice 0, out of order 0, unexpected 0');
  });
});
