import { z } from '@hono/zod-openapi';

/*
 * What hearings and incidents have in common over the API: both are recorded as revisions, on each of which a second
 * person decides.
 */

/** The revision that a change begins from. */
export const basedOn = z.int('is not a whole number').min(1, 'is below 1').openapi({
  description: 'The newest revision that you saw. When there is a newer one, yours is refused.',
});

/** What is told of a revision that was recorded, beside what it is of. */
export const recordedRevision = {
  revision: z.int(),
  asked: z.int().openapi({ description: 'How many people were asked in the bot to confirm it.' }),
};

/** A revision in an address; as large as the database's number can be. */
export const revisionNumber = z.coerce
  .number('is not a number')
  .int('is not a whole number')
  .min(1, 'is below 1')
  .max(2_147_483_647, 'is too large');
