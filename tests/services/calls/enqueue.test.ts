import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { calls } from '../../../src/db/schema/index.ts';
import { binding } from '../../../src/domain/bindings.ts';
import { enqueueCall } from '../../../src/services/calls/enqueue.ts';
import { createWorld, type World } from '../../bots/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.end());

const message = (text: string) => ({ text, entities: [], buttons: [] });

it('keeps the order in which calls were written, also while the clock stands still', async () => {
  for (let i = 0; i < 100; i++) {
    await enqueueCall(world.ctx, {
      chatId: '1',
      action: { do: 'send', message: message(String(i)) },
      purpose: 'reply',
    });
  }
  const rows = await world.db.select().from(calls).orderBy(asc(calls.dueAt), asc(calls.id));
  const texts = rows.map(
    (row) => (JSON.parse(world.open(row.sealedParams, binding.callParams(row.id))) as { text: string }).text,
  );
  expect(texts).toEqual(Array.from({ length: 100 }, (_, i) => String(i)));
});

it('binds chat and parameters to the row: swapped between rows they open to nothing', async () => {
  const [one, two] = await world.db.select().from(calls).limit(2);
  expect(() => world.open(one!.sealedChat!, binding.callChat(two!.id))).toThrow('cannot open');
  expect(() => world.open(one!.sealedParams, binding.callParams(two!.id))).toThrow('cannot open');
});

it('wakes the sender when the transaction is committed, and not when it is rolled back', async () => {
  let woken = 0;
  const { unlisten } = await world.sql.listen('bray_sender', () => void woken++);
  const enqueue = (ctx: World['ctx']) =>
    enqueueCall(ctx, { chatId: '1', action: { do: 'leave' }, purpose: 'reply' });
  await world.db
    .transaction(async (tx) => {
      await enqueue({ ...world.ctx, db: tx });
      tx.rollback();
    })
    .catch(() => undefined);
  await enqueue(world.ctx);
  await expect.poll(() => woken).toBe(1);
  await unlisten();
});
