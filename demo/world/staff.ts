import type { StaffActor } from '../../src/domain/actor.ts';
import { type Language, languages } from '../../src/domain/language.ts';
import type { Role } from '../../src/domain/words.ts';
import { addStaff, createStaffLink, issueToken } from '../../src/services/staff/add.ts';
import { done } from './expect-done.ts';
import type { World } from './world.ts';

/** A member of the invented staff, called by role. */
export interface DemoStaff {
  readonly actor: StaffActor;
  /** Their private chat with the bot, where they are asked to approve; null without one. */
  readonly chat: number | null;
}

/** The staff of the demo. Nobody approves their own work, and everybody only what they read. */
export interface Staff {
  readonly author: DemoStaff;
  /** Reads English, and is asked in the bot. */
  readonly approver: DemoStaff;
  /** Read the other languages, and decide over the API. */
  readonly others: readonly DemoStaff[];
}

/** Takes the staff on. The author's and the approver's chats are linked by their one-time codes. */
export async function takeOnStaff(world: World): Promise<Staff> {
  const others: readonly (readonly Language[])[] = [
    ['az', 'tr', 'ru'],
    ['fa', 'fr', 'de'],
  ];
  const author = await takeOn(world, 'The author', ['author', 'coordinator'], languages);
  const approver = await takeOn(world, 'The approver', ['approver'], ['en']);
  return {
    author: await withChat(world, author),
    approver: await withChat(world, approver),
    others: await Promise.all(
      others.map(async (reads, i) => ({
        actor: await takeOn(
          world,
          i === 0 ? 'The second approver' : 'The third approver',
          ['approver'],
          reads,
        ),
        chat: null,
      })),
    ),
  };
}

/** Tokens for trying out the admin API; they end with the run. */
export async function issueTokens(
  world: World,
  staff: Staff,
): Promise<{ readonly author: string; readonly approver: string }> {
  return {
    author: await issueToken(world.operator, staff.author.actor.id),
    approver: await issueToken(world.operator, staff.approver.actor.id),
  };
}

async function takeOn(
  world: World,
  name: string,
  roles: readonly Role[],
  reads: readonly Language[],
): Promise<StaffActor> {
  const added = await addStaff(world.operator, { name, roles, reads, language: 'en' });
  const { staffId } = done('take on staff', added);
  return { kind: 'staff', id: staffId, name, roles, languages: reads, via: 'api' };
}

async function withChat(world: World, actor: StaffActor): Promise<DemoStaff> {
  const { standIn } = world.telegram;
  const code = await createStaffLink(world.operator, actor.id);
  const { id } = standIn.createUser({ firstName: actor.name, languageCode: 'en' });
  standIn.userStarts({ user: id, payload: `staff_${code}` });
  return { actor, chat: id };
}
