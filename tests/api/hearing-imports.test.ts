import { afterAll, beforeAll, expect, test } from 'vitest';
import { hearingRevisions } from '../../src/db/schema/index.ts';
import { type ApiWorld, apiWorld, type Client } from './world.ts';

let world: ApiWorld;
let lawyer: Client;
let translator: Client;
beforeAll(async () => {
  world = await apiWorld({ at: '2009-11-09T08:00:00Z' });
  lawyer = await world.client(await world.staff(['lawyer']));
  translator = await world.client(await world.staff(['translator']));
});
afterAll(() => world.close());

function send(file: BodyInit, query = '', { who = lawyer, type = 'text/csv' } = {}) {
  return world.request(`/api/admin/hearing-imports?case=donkey-bloggers&source=the+court${query}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${who.token}`, 'Content-Type': type },
    body: file,
  });
}

const head = 'id;date;time;court';
const file = `${head}\n1;2009-11-11;15:00;Sabail District Court\n`;

test('a file is looked at, and recorded only when that is asked for', async () => {
  const looked = await send(file);
  expect(looked).toMatchObject({
    status: 200,
    json: {
      applied: false,
      items: [
        {
          line: 2,
          key: '1',
          outcome: 'new',
          hearingId: null,
          after: { date: '2009-11-11', time: '15:00', zone: 'Asia/Baku', sources: ['the court'] },
        },
      ],
    },
  });
  expect(await world.db.select().from(hearingRevisions)).toEqual([]);
  expect((await send(file, '&apply=true')).json).toMatchObject({
    applied: true,
    items: [{ outcome: 'new' }],
  });
  expect(await world.db.select().from(hearingRevisions)).toMatchObject([
    { state: 'in_review', sources: ['the court'] },
  ]);
  expect((await send(file.replace('15:00', '10:30'))).json).toMatchObject({
    items: [
      {
        outcome: 'changed',
        move: 'earlier',
        changes: ['localTime'],
        joinedBy: 'key',
        replacesReview: true,
        before: { time: '15:00' },
        after: { time: '10:30' },
      },
    ],
  });
});

test('what is wrong is told with every line; nothing is recorded', async () => {
  const known = (await world.db.select().from(hearingRevisions)).length;
  const rows = await send(`${file}2;11.11.2009;;Court\n3;2009-11-12;10:00;\n`, '&apply=true');
  expect(rows).toMatchObject({
    status: 422,
    json: {
      code: 'rows-refused',
      errors: [
        { line: 3, field: 'date', detail: expect.stringContaining('year-month-day') },
        { line: 4, field: 'court' },
      ],
    },
  });
  expect(await send('id,when\n', '&apply=true')).toMatchObject({
    status: 422,
    json: {
      code: 'file-unreadable',
      errors: [
        { line: 1, field: 'date' },
        { line: 1, field: 'when' },
      ],
    },
  });
  expect(await send('[', '', { type: 'application/json' })).toMatchObject({
    json: { code: 'file-unreadable' },
  });
  expect(await send(file, '', { type: 'application/vnd.ms-excel' })).toMatchObject({
    status: 415,
    json: { code: 'file-type-unknown' },
  });
  expect(await send('x'.repeat(1_048_577))).toMatchObject({ status: 413, json: { code: 'body-too-large' } });
  expect(await send(file, '&zone=Baku')).toMatchObject({ json: { code: 'input-invalid' } });
  expect(await send(file, '', { who: translator })).toMatchObject({
    status: 403,
    json: { code: 'role-missing' },
  });
  expect(await world.db.select().from(hearingRevisions)).toHaveLength(known);
});
