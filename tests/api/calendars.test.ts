import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../src/domain/ids.ts';
import { announce, pair } from '../helpers/hearing.ts';
import { type ApiWorld, apiWorld } from './world.ts';

let world: ApiWorld;
let hearingId: string;
beforeAll(async () => {
  world = await apiWorld({ at: '2009-11-09T08:00:00Z' });
  hearingId = await announce(world, await pair(world));
});
afterAll(() => world.close());

test('a calendar program reads a feed without signing in, and is told when nothing is new', async () => {
  for (const path of [
    '/en/hearings.ics',
    '/fa/cases/donkey-bloggers/hearings.ics',
    `/az/hearings/${hearingId}.ics`,
  ]) {
    const feed = await world.request(path);
    expect(feed.status).toBe(200);
    expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(feed.text).toContain(`UID:${hearingId}`);
    const again = await world.request(path, {
      headers: { 'If-None-Match': feed.headers.get('etag') ?? '' },
    });
    expect([again.status, again.text]).toEqual([304, '']);
  }
});

test('what does not exist is a problem, not an empty calendar', async () => {
  for (const path of [
    '/xx/hearings.ics',
    '/en/cases/nobody/hearings.ics',
    '/en/hearings/not-an-id.ics',
    `/en/hearings/${newId()}.ics`,
  ]) {
    const answer = await world.request(path);
    expect([path, answer.status]).toEqual([path, 404]);
  }
});
