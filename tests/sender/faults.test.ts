import { describe, expect, test } from 'vitest';
import type { BulkOrAlert } from '../../bench/support/fault-world.ts';
import { faultCases, runFault, shortTimes } from '../../bench/support/faults.ts';
import { testDatabase } from '../helpers/database.ts';

/*
 * The short form of `npm run faults`, of the faults that no other test makes; what becomes of an answer that is lost is
 * in outcomes.test.ts. Nearly all of the time they wait, so they wait together.
 */
const short: readonly (readonly [fault: string, kind: BulkOrAlert])[] = [
  ['DNS', 'bulk'],
  ['silent delay', 'alert'],
  ['clock +1 h', 'bulk'],
  ['clock -1 h', 'alert'],
  ['database clock +1 h', 'bulk'],
  ['database clock -1 h', 'alert'],
  ['database away', 'alert'],
  ['disk full', 'alert'],
  ['disk full', 'bulk'],
];

describe('nothing is lost, and nothing goes twice that must not, whatever fails', () => {
  test.concurrent.each(short)('%s, while a broadcast goes out (%s)', async (name, kind) => {
    const fault = faultCases.find((one) => one.name === name);
    const database = await testDatabase({ poolSize: 1 });
    try {
      const figures = await runFault(fault!, kind, { databaseUrl: database.url, times: shortTimes });
      expect(figures).toMatchObject({ lost: 0, twice: 0, faults: [] });
      // The database's own connections are asked anew every second: see src/db/client.ts.
      expect(figures.overAfterMs).toBeLessThan(8000);
    } finally {
      await database.close();
    }
  });
});
