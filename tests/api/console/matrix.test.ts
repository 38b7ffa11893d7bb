import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ConsoleRoute } from '../../../src/api/console/route.ts';
import { consoleRoutes } from '../../../src/api/console/routes.ts';
import { type Role, roles } from '../../../src/domain/words.ts';
import { type KeyHolder, withKey } from '../../helpers/keys.ts';
import { formsOutside } from '../../helpers/outside-policy.ts';
import { asCompared, meantFor } from '../../helpers/role-policy.ts';
import { limitable, othersCase } from '../others-case.ts';
import { type ConsoleWorld, consoleWorld } from './world.ts';

let world: ConsoleWorld;
const holders = new Map<Role, KeyHolder>();

beforeAll(async () => {
  world = await consoleWorld();
  for (const role of roles) holders.set(role, await withKey(world, await world.staff([role]), world.site));
});
afterAll(() => world.close());

const nowhere = '018e0000-0000-7000-8000-000000000000';

/** The route's address, with an object of somebody else in it, or of nobody. */
const somewhere = ({ path }: ConsoleRoute) =>
  `/console${path.replaceAll(':language', 'en').replaceAll(':revision', '1').replaceAll(/:\w+/g, nowhere)}`;

function ask(method: string, path: string, cookie: string | null, origin = world.site.origin) {
  return fetch(world.site.origin + path, {
    method: method.toUpperCase(),
    redirect: 'manual',
    headers: {
      ...(cookie !== null && { Cookie: `__Host-bray=${cookie}` }),
      ...(method !== 'get' && { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' }),
    },
  });
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

test('every role meets every route by every method: what is not declared is denied', async () => {
  const counted = { allowed: 0, denied: 0, closed: 0 };
  const paths = [...new Set(consoleRoutes.map((route) => route.path))];
  for (const path of paths) {
    for (const method of methods) {
      const route = consoleRoutes.find((one) => one.path === path && one.method === method);
      const [any] = consoleRoutes.filter((one) => one.path === path);
      if (any === undefined) throw new Error('A path without a route.');
      const address = somewhere(any);
      // Signing out would end what the next request needs.
      // What is no route is so to everybody: one asks for all.
      const asks = route === undefined ? roles.slice(0, 1) : roles;
      const asking = path === '/sign-out' && method === 'post' ? [] : asks;
      const meets = async (role: Role) => {
        const answer = await ask(method, address, holders.get(role)?.cookie ?? null);
        const where = `${role} ${method} ${address}`;
        if (route === undefined) {
          expect(answer.status, where).toBe(404);
          counted.closed += 1;
        } else if (route.roles !== 'nobody' && !route.roles.includes(role)) {
          expect(answer.status, where).toBe(403);
          counted.denied += 1;
        } else {
          expect([403, 500], where).not.toContain(answer.status);
          counted.allowed += 1;
        }
      };
      await Promise.all(asking.map(meets));
      if (route === undefined || route.roles === 'nobody') continue;
      const stranger = await ask(method, address, null);
      expect(stranger.status, `nobody ${method} ${address}`).toBe(method === 'get' ? 303 : 403);
      const wrong = await ask(method, address, 'A'.repeat(43));
      expect(wrong.status, `a wrong cookie, ${method} ${address}`).toBe(method === 'get' ? 303 : 403);
    }
  }
  expect(counted.denied).toBeGreaterThan(50);
  expect(counted.allowed + counted.denied + counted.closed).toBeGreaterThan(350);
});

test('to whoever is limited to other cases, nothing of a case is there on any page', async () => {
  const { objects, limited } = await othersCase(world);
  const addressed = ({ path }: ConsoleRoute) =>
    path.replaceAll(/:(\w+)/g, (all, name: string) => objects[name] ?? all).replaceAll(':language', 'az');
  let asked = 0;
  for (const role of limitable) {
    const { cookie } = await withKey(world, await limited(role), world.site);
    for (const route of consoleRoutes) {
      if (route.roles === 'nobody' || !route.roles.includes(role) || route.path === '/sign-out') continue;
      const real = somewhere({ ...route, path: addressed(route) });
      const answer = await ask(route.method, real, cookie);
      const where = `${role} ${route.method} ${real}`;
      if (real !== somewhere(route)) {
        // As of what there is not: nobody learns by asking that there is something.
        const none = await ask(route.method, somewhere(route).replace('/en', '/az'), cookie);
        expect(answer.status, where).toBe(none.status);
        expect(answer.status, where).toBeGreaterThanOrEqual(400);
      }
      const text = await answer.text();
      for (const secret of [...Object.values(objects), 'donkey-bloggers']) {
        if (!real.includes(secret)) expect(text, where).not.toContain(secret);
      }
      asked += 1;
    }
    const watched = `/console/broadcasts/progress?of=${objects.broadcastId}`;
    expect((await ask('get', watched, cookie)).status, `${role} ${watched}`).toBe(400);
  }
  expect(asked).toBeGreaterThan(120);
});

test('every route is meant for whom it declares, by what was written down apart from it', () => {
  const declared = consoleRoutes.map(({ method, path, roles: named }) => [
    `${method} ${path}`,
    asCompared(named),
  ]);
  // A route that is missing there is added to tests/helpers/role-policy.ts, under the duty that it serves.
  expect(Object.fromEntries(declared)).toEqual(meantFor.pages);
});

test('every form has its place in the list of what is seen outside, and by whose decision', () => {
  const forms = consoleRoutes.filter(({ method }) => method === 'post').map(({ path }) => path);
  // One that is missing there is added to tests/helpers/outside-policy.ts: nobody publishes alone.
  expect(forms.toSorted()).toEqual(Object.keys(formsOutside).toSorted());
});

test('every route declares who may use it, and only signing in is open to nobody in particular', () => {
  const open = consoleRoutes.filter((route) => route.roles === 'nobody').map(({ path }) => path);
  expect([...new Set(open)].toSorted()).toEqual([
    '/editor.js',
    '/icon.svg',
    '/invitations/:code',
    '/passkey.js',
    '/progress.js',
    '/sign-in',
    '/style.css',
    '/webauthn.js',
  ]);
  for (const { roles: named } of consoleRoutes) expect(named.length).toBeGreaterThan(0);
});
