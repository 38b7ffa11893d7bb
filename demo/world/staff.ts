import type { StaffActor } from '../../src/domain/actor.ts';
import { type Language, languages } from '../../src/domain/language.ts';
import type { Role } from '../../src/domain/words.ts';
import { addStaff, createStaffLink } from '../../src/services/staff/add.ts';
import { issueToken } from '../../src/services/staff/issue-token.ts';
import { done } from './expect-done.ts';
import type { World } from './world.ts';

/** A member of the invented staff, called by role. */
export interface DemoStaff {
  readonly actor: StaffActor;
  /** Their private chat with the bot, where they are asked to approve; null until it is linked. */
  chat: number | null;
}

/** The staff of the demo. Nobody approves their own work, and everybody only what they read. */
export interface Staff {
  readonly author: DemoStaff;
  /** Reads English, and is asked in the bot. */
  readonly approver: DemoStaff;
  /** Read the other languages, and decide over the API. */
  readonly others: readonly DemoStaff[];
  /** Reads every language: approves, before one of them, what takes two approvals. */
  readonly second: DemoStaff;
}

/** Takes the staff on, as yet without a chat. */
export async function takeOnStaff(world: World): Promise<Staff> {
  const others: readonly (readonly Language[])[] = [
    ['az', 'tr', 'ru'],
    ['fa', 'fr', 'de'],
  ];
  return {
    author: await takeOn(world, 'The author', ['author', 'coordinator'], languages),
    approver: await takeOn(world, 'The approver', ['approver'], ['en']),
    others: await Promise.all(
      others.map((reads, i) =>
        takeOn(world, i === 0 ? 'The second approver' : 'The third approver', ['approver'], reads),
      ),
    ),
    second: await takeOn(world, 'The approver of press releases', ['approver'], languages),
  };
}

/** The author and the approver open the bot by their one-time links, after which it knows their chats. */
export async function linkStaffChats(world: World, staff: Staff): Promise<void> {
  const { standIn } = world.telegram;
  for (const member of [staff.author, staff.approver]) {
    const code = await createStaffLink(world.operator, member.actor.id);
    const { id } = standIn.createUser({ firstName: member.actor.name, languageCode: 'en' });
    standIn.userStarts({ user: id, payload: `staff_${code}` });
    member.chat = id;
  }
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
): Promise<DemoStaff> {
  const added = await addStaff(world.operator, { name, roles, reads, language: 'en' });
  const { staffId } = done('take on staff', added);
  return {
    actor: { kind: 'staff', id: staffId, name, roles, languages: reads, cases: null, via: 'api' },
    chat: null,
  };
}
