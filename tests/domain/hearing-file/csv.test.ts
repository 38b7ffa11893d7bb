import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHearings } from '../../../src/domain/hearing-file/read.ts';
import type { SaidHearing } from '../../../src/domain/hearing-file/said.ts';

const read = (text: string | Uint8Array, format: 'csv' | 'json' = 'csv') =>
  readHearings(Buffer.from(text), format, { plain: 'en', zone: 'Asia/Baku' });

/** What the rows say; every fault as `line field: detail`. */
function outcome(text: string | Uint8Array, format: 'csv' | 'json' = 'csv') {
  const found = read(text, format);
  const said: (SaidHearing & { line: number })[] = [];
  const faults: string[] = [];
  if (!found.ok)
    for (const { line, field, detail } of found.faults) faults.push(`${line} ${field}: ${detail}`);
  for (const row of found.ok ? found.rows : []) {
    if ('said' in row) said.push({ line: row.line, ...row.said });
    else for (const { field, detail } of row.faults) faults.push(`${row.line} ${field}: ${detail}`);
  }
  return { said, faults };
}

describe('a CSV file', () => {
  test('is read as spreadsheets write it: byte order mark, semicolons, quoted line breaks, mixed line ends', () => {
    const { said, faults } = outcome(
      '\ufeffID;Date;Time;court;court.az;room;sources\r\n' +
        '17;2009-11-11;9:30;"Sabail District ""old"" Court;\nBaku";Səbail;;RFE/RL | IRFS\r\n\r\n' +
        '18;2009-11-12;10:30:00;;;5;\n',
    );
    expect(faults).toEqual([]);
    expect(said).toEqual([
      {
        line: 2,
        key: '17',
        caseSlug: null,
        localDate: '2009-11-11',
        localTime: '09:30',
        court: { en: 'Sabail District "old" Court;\nBaku', az: 'Səbail' },
        room: null,
        sources: ['RFE/RL', 'IRFS'],
      },
      { line: 5, key: '18', caseSlug: null, localDate: '2009-11-12', localTime: '10:30', room: '5' },
    ]);
  });

  test('says nothing in columns that it lacks, and "not known" in an empty date, time, room or judge', () => {
    const { said } = outcome('id,date,status,court\n1,,postponed,\n');
    expect(said).toEqual([{ line: 2, key: '1', caseSlug: null, localDate: null, status: 'postponed' }]);
  });

  test('has every fault named at once, with line and remedy', () => {
    const { said, faults } = outcome(
      [
        'id,date,time,zone,kind,court',
        '1,11.11.2009,10:30,,,',
        '2,40128,"0,4375",,,',
        '3,2009-11-31,25:00,Baku,party,=A1+1',
        ',2009-11-11,2:30 PM,,,',
        '5,2009-11-11,10:30,Asia/Baku,trial,Court,one too many',
        '6,2009-11-11 10:30,,,,\u202ecourt',
      ].join('\n'),
    );
    expect(said).toEqual([]);
    const expected = [
      /^2 date: may be read in two ways.*Write year-month-day/,
      /^3 date: is a number, as Excel keeps dates: 2009-11-11 if Excel wrote it/,
      /^3 time: is a number, as Excel keeps times/,
      /^4 court: is a formula/,
      /^4 date: is a day that does not exist/,
      /^4 time: is no time of a clock/,
      /^4 zone: .*Asia\/Baku/,
      /^4 kind: is none of detention/,
      /^5 id: is missing/,
      /^5 time: is by the 12-hour clock/,
      /^6 row: has 7 cells where the first line names 6/,
      /^7 date: carries a time/,
      /^7 court: /,
    ];
    expect(faults).toHaveLength(expected.length);
    expected.forEach((fault, at) => {
      expect(faults[at]).toMatch(fault);
    });
  });

  test('cannot be read without its columns, with unknown ones, an open quotation mark, or in another encoding', () => {
    expect(outcome('id,when,time,time\n1,x,y,z').faults).toEqual([
      expect.stringContaining('1 date: is a column that every file needs'),
      expect.stringContaining('1 when: is no column that is known'),
      expect.stringContaining('1 time: is named twice'),
    ]);
    expect(outcome('id,date\n1,2009-11-11\n2,"2009').faults).toEqual([
      expect.stringContaining('3 row: Has a quotation'),
    ]);
    const latin = Buffer.from('id,date,court\n1,2009-11-11,S\u00e9bail\n', 'latin1');
    expect(outcome(latin).faults).toEqual([expect.stringContaining('2 file: is not in UTF-8. Save it anew')]);
    expect(outcome(Buffer.from('\ufeffid,date\n', 'utf16le')).faults).toEqual([
      expect.stringContaining('UTF-16'),
    ]);
    expect(outcome('').faults).toEqual(['1 file: is empty.']);
  });

  test('with an id twice is refused in both rows', () => {
    const { faults } = outcome('id,date\n1,2009-11-11\n2,2009-11-11\n1,2009-11-12\n');
    expect(faults).toEqual([
      '2 id: is also that of line 4. Each hearing has one of its own.',
      '4 id: is also that of line 2. Each hearing has one of its own.',
    ]);
  });

  test('gives back whatever text was put into it, at its line', () => {
    const text = fc
      .string({
        unit: fc.constantFrom('a', 'ə', '"', ';', ',', '\n', "'", 'ش', ' '),
        minLength: 1,
        maxLength: 20,
      })
      .filter((one) => /[aəش]/.test(one))
      .map((one) => one.trim());
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(',', ';', '\t'),
        (courts, by) => {
          const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
          const rows = courts.map((court, at) => [String(at), '2009-11-11', quote(court)].join(by));
          const { said, faults } = outcome(`${['id', 'date', 'court'].join(by)}\r\n${rows.join('\r\n')}`);
          expect(faults).toEqual([]);
          expect(said.map(({ court }) => court?.en)).toEqual(courts);
          let line = 2;
          for (const [at, row] of rows.entries()) {
            expect(said[at]?.line).toBe(line);
            line += row.split('\n').length;
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a JSON file', () => {
  test('is a list of hearings, each with the line on which it begins', () => {
    const { said, faults } = outcome(
      '{"hearings": [\n {"id": "a", "date": "2009-11-11", "court": {"az": "Səbail ]["}},\n\n {"id": "b",\n "date": null, "outcome": "Two years"},\n {"id": "c", "dat": "x"}, 7]}',
      'json',
    );
    expect(said.map(({ line, key }) => [line, key])).toEqual([
      [2, 'a'],
      [4, 'b'],
    ]);
    expect(said[1]).toMatchObject({ localDate: null, outcome: { en: 'Two years' } });
    expect(faults).toEqual([
      '6 dat: is not known here',
      '6 hearing: is not an object with the fields of a hearing',
    ]);
  });

  test('that is none has its place named, and is not quoted', () => {
    expect(outcome('[\n{"id": "secret",,}]', 'json').faults).toEqual([
      '2 file: goes astray here: it is no JSON.',
    ]);
    expect(outcome('{"events": []}', 'json').faults).toEqual([expect.stringContaining('1 file: is neither')]);
  });
});
