import { afterEach, beforeEach, expect, it } from 'vitest';
import { subscribers } from '../../../src/db/schema/index.ts';
import type { CaseId } from '../../../src/domain/ids.ts';
import type { Role } from '../../../src/domain/words.ts';
import { sendDigests } from '../../../src/scheduler/jobs/send-digests.ts';
import { actingAs } from '../../../src/services/context.ts';
import { decideHearing } from '../../../src/services/hearings/decide.ts';
import { recordHearing } from '../../../src/services/hearings/record.ts';
import { verdictFacts } from '../../helpers/hearing.ts';
import { addCase, addStaffMember, createWorld, deliver, person, say, type World } from '../world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld({ clockAt: '2009-11-10T12:00:00Z' });
  await world.bot.start();
});
afterEach(() => world.end());

/** A hearing that one person has recorded and a second has approved. */
async function announced(caseId: CaseId): Promise<void> {
  const by = async (role: Role) => {
    const id = await addStaffMember(world, role, { roles: [role] });
    return actingAs(world.web, {
      kind: 'staff',
      id,
      name: role,
      roles: [role],
      languages: ['en'],
      cases: null,
      via: 'api',
    });
  };
  const facts = { ...verdictFacts, localDate: '2009-11-20', localTime: '10:00' };
  const recorded = await recordHearing(await by('lawyer'), { caseId, facts });
  if (!recorded.ok) throw new Error(recorded.refusal.code);
  const { hearingId } = recorded.value;
  const decided = await decideHearing(await by('coordinator'), {
    hearingId,
    revision: 1,
    decision: 'approved',
  });
  if (!decided.ok) throw new Error(decided.refusal.code);
}

it('a digest is chosen by a button, comes in the reader’s language, opens a case, and is ended below itself', async () => {
  const caseId = await addCase(world, 'one', { en: 'One', ru: 'Первое' });
  await announced(caseId);
  const reader = person(world, 'ru');
  await reader.starts('one');
  await reader.taps(say('ru', 'button-follow'));
  await reader.says('/digest');
  expect(reader.last()).toContain(say('ru', 'digest-state-off'));
  const sunday = say('ru', 'digest-slot', { weekday: 'воскресенье', time: '18:00' });
  await reader.taps(sunday);
  expect(reader.last()).toBe(say('ru', 'digest-state-on', { when: sunday }));
  expect(reader.buttons()).toContain(`✓ ${sunday}`);

  await sendDigests(world.job);
  world.advance({ hours: 5 * 24 + 2 });
  await sendDigests(world.job);
  await deliver(world);
  expect(reader.last()).toMatch(/^Прошедшая неделя в делах.*Первое.*Впереди: .*10:00/s);
  await reader.taps('Первое');
  expect(reader.last()).toContain('Первое');
  expect(reader.sees().some((text) => text.startsWith('Прошедшая неделя'))).toBe(true);
  await reader.taps(say('ru', 'button-digest-stop'));
  expect(reader.last()).toBe(say('ru', 'digest-state-off'));
  expect((await world.db.select().from(subscribers))[0]?.digest).toBe('off');
});
