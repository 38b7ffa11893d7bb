import type { Actor } from '../../domain/actor.ts';
import type { StaffId } from '../../domain/ids.ts';
import { readSetUpState, type SetUpPerson } from '../../services/campaigns/set-up-state.ts';
import type { Context } from '../../services/context.ts';
import { createStaffLink } from '../../services/staff/add.ts';
import { isLinkOpen } from '../../services/staff/link-open.ts';
import { sendTestMessage, testMessageState } from '../../services/staff/send-test.ts';
import type { Running, SetUpMachine } from './deps.ts';

/** Where a set-up stands: the first thing that is still to be done. */
export type Step =
  | { readonly name: 'unlock' }
  | { readonly name: 'bot' }
  | { readonly name: 'campaign'; readonly founded: boolean; readonly bot: string | null }
  | { readonly name: 'passphrase' }
  | { readonly name: 'start' }
  | { readonly name: 'test'; readonly stage: TestStage }
  | { readonly name: 'second'; readonly stage: SecondStage }
  | { readonly name: 'finish'; readonly alone: boolean }
  | { readonly name: 'done'; readonly alone: boolean; readonly botUsername: string };

/**
 * How far the message to oneself has come; beside `waiting`, for the chat that opens the link, as `TestMessageState`.
 */
export type TestStage =
  | { readonly is: 'waiting'; readonly link: string }
  | { readonly is: 'on-its-way' | 'held' | 'over' };

/** How far the second person has come. */
export type SecondStage =
  | { readonly is: 'asking' }
  | { readonly is: 'waiting'; readonly link: string }
  | { readonly is: 'joined' };

/** What is remembered for as long as the process lives; everything else is read from what exists. */
export interface Memory {
  testSeen: boolean;
  secondPassed: boolean;
  /** The link codes that were made, by whom they are for. */
  readonly codes: Map<StaffId, string>;
}

/** What is remembered where nobody has been yet. */
export function newMemory(): Memory {
  return { testSeen: false, secondPassed: false, codes: new Map() };
}

/**
 * Finds the step at which a set-up stands, from what exists. Nothing is half done: whenever the process ends, the
 * next one finds the same step. Along the way it brings about what the step waits for (a link, the test message).
 */
export async function findStep(machine: SetUpMachine, memory: Memory): Promise<Step> {
  if (machine.keys() === 'locked') return { name: 'unlock' };
  const bot = machine.bot();
  if (bot === null) return { name: 'bot' };
  const { campaign, people, finished } = await readSetUpState(machine.core);
  const [first, ...others] = people;
  if (campaign === null || first === undefined) {
    return { name: 'campaign', founded: campaign !== null, bot: bot.username };
  }
  if (machine.keys() === 'missing') return { name: 'passphrase' };
  const running = machine.running();
  if (running === null) return { name: 'start' };
  const alone = !others.some(({ linked }) => linked);
  if (finished) return { name: 'done', alone, botUsername: running.botUsername };
  if (!first.linked || !memory.testSeen)
    return { name: 'test', stage: await testStage(running, memory, first) };
  if (!memory.secondPassed) return { name: 'second', stage: await secondStage(running, memory, others) };
  return { name: 'finish', alone };
}

async function testStage(running: Running, memory: Memory, first: SetUpPerson): Promise<TestStage> {
  if (!first.linked) return { is: 'waiting', link: await linkFor(running, memory, first.id) };
  const ctx = asOperator(running);
  await sendTestMessage(ctx, { staffId: first.id });
  const state = await testMessageState(ctx, first.id);
  return { is: state === 'not-sent' ? 'on-its-way' : state };
}

async function secondStage(
  running: Running,
  memory: Memory,
  others: readonly SetUpPerson[],
): Promise<SecondStage> {
  const [second] = others;
  if (second === undefined) return { is: 'asking' };
  if (others.some(({ linked }) => linked)) return { is: 'joined' };
  return { is: 'waiting', link: await linkFor(running, memory, second.id) };
}

/**
 * The link that joins a person to the chat in which it is opened. Only hashes of its code are stored, so a process
 * that does not remember one makes another; so it does when one was used without effect, or has expired.
 */
async function linkFor(running: Running, memory: Memory, staffId: StaffId): Promise<string> {
  const ctx = asOperator(running);
  const known = memory.codes.get(staffId);
  const code =
    known !== undefined && (await isLinkOpen(ctx, known)) ? known : await createStaffLink(ctx, staffId);
  memory.codes.set(staffId, code);
  return `https://t.me/${running.botUsername}?start=staff_${code}`;
}

/** Whoever holds the link stands at the machine. */
export function asOperator({ context }: Running): Context {
  const actor: Actor = { kind: 'operator' };
  return { ...context, actor };
}
