import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runSequence } from '../../../bench/support/model/run.ts';
import { anySequence } from '../../../bench/support/model/steps.ts';
import { type TestDatabase, testDatabase } from '../../helpers/database.ts';

/*
 * The short form of `npm run model`: whatever happens in thirty steps, everybody gets what a simple model of the rules
 * says, when it says so, and nothing else.
 */

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('everybody gets what they must, once, not early, and nothing that newer facts have replaced', async () => {
  let messages = 0;
  await fc.assert(
    fc.asyncProperty(anySequence(30), async (sequence) => {
      messages += (await runSequence(database, sequence)).messages;
    }),
    { numRuns: 8 },
  );
  // Otherwise they would have agreed about nothing.
  expect(messages).toBeGreaterThan(60);
});
