import { and, asc, eq, lte, or } from 'drizzle-orm';
import { startTelegramStandIn } from '../../sandbox/telegram/start.ts';
import type { JsonObject } from '../../sandbox/telegram/values.ts';
import { type Bot, createBot, type IntakeMode } from '../../src/bots/telegram/bot.ts';
import type { UpdateHandler } from '../../src/bots/telegram/update.ts';
import { generateKeys } from '../../src/crypto/keys.ts';
import { createOpener } from '../../src/crypto/seal.ts';
import {
  bots,
  calls,
  campaigns,
  cases,
  deliveries,
  hearingRevisions,
  hearings,
  messages,
  persons,
  posts,
  staff,
  subscribers,
} from '../../src/db/schema/index.ts';
import { binding } from '../../src/domain/bindings.ts';
import {
  type BotId,
  type CampaignId,
  type CaseId,
  type HearingId,
  newId,
  type PersonId,
  type PostId,
  type StaffId,
} from '../../src/domain/ids.ts';
import { type Language, languages } from '../../src/domain/language.ts';
import type { Localised } from '../../src/domain/localised.ts';
import type { Photo } from '../../src/domain/media.ts';
import { sendMessageParams } from '../../src/domain/message.ts';
import type { HearingStatus, Role } from '../../src/domain/words.ts';
import { type ArgsOf, type MessageKey, translate } from '../../src/i18n/index.ts';
import { withoutIsolation } from '../../src/i18n/isolate.ts';
import { safeError } from '../../src/log.ts';
import { Photos } from '../../src/sender/photos.ts';
import { callRequest } from '../../src/sender/prepare.ts';
import { planBroadcast } from '../../src/services/broadcasts/plan.ts';
import { stopButtons } from '../../src/services/posts/render.ts';
import { createTransport, type Transport } from '../../src/telegram/transport.ts';
import { testDatabase } from '../helpers/database.ts';
import { manualClock } from '../helpers/manual-clock.ts';
import { botContext } from './context.ts';

export interface WorldOptions {
  readonly mode?: IntakeMode;
  readonly handler?: UpdateHandler;
  readonly groupsAllowed?: boolean;
  readonly publicUrl?: string;
  readonly clockAt?: string;
}

export type World = Awaited<ReturnType<typeof createWorld>>;

/** A campaign on a real database, its bot, and the Telegram stand-in in which persons use it. */
export async function createWorld(options: WorldOptions = {}) {
  const database = await testDatabase({ poolSize: 8, used: true });
  const telegram = await startTelegramStandIn({ rates: { model: 'off' } });
  const made = telegram.standIn.createBot({ username: 'bray_test_bot', inline: true });
  const clock = manualClock(options.clockAt);
  telegram.standIn.setClock({ now: clock.now().toString(), rate: 0 });
  const keys = generateKeys();
  const campaignId = newId<CampaignId>();
  const botId = newId<BotId>();
  await database.db.insert(campaigns).values({
    id: campaignId,
    name: 'Free the Donkeys',
    languages: [...languages],
    zone: 'Asia/Baku',
    groupsAllowed: options.groupsAllowed ?? false,
    leadTimes: ['P1D', 'morning'],
    createdAt: clock.now(),
  });
  await database.db.insert(bots).values({
    id: botId,
    campaignId,
    telegramId: String(made.id),
    username: made.username,
    createdAt: clock.now(),
  });
  const logged: string[] = [];
  const ctx = botContext({ db: database.as('bot').db, clock, keys, campaignId, botId, logged });
  const web = { ...ctx, db: database.as('web').db, signingKey: keys.web.approvalSigning };
  const job = { ...ctx, db: database.as('scheduler').db, signingKey: keys.scheduler.signing };
  const sender = { ...ctx, db: database.as('sender').db };
  const transport = createTransport({ apiRoot: telegram.url, token: made.token });
  const identity = { id: made.id, username: made.username };
  const opener = createOpener(keys.sender.sealing);
  const world = {
    ...database,
    ctx,
    /** For what the other roles do. */
    web,
    job,
    sender,
    clock,
    logged,
    telegram,
    standIn: telegram.standIn,
    token: made.token,
    identity,
    transport,
    keys,
    bot: newBot(),
    /** A bot process as it would be started again on the same database. */
    newBot,
    open: (sealed: Uint8Array, bound: string) => {
      const opened = opener.open(sealed, bound);
      if (!opened.ok) throw new Error(`cannot open: ${opened.broken}`);
      return Buffer.from(opened.value).toString('utf8');
    },
    /** Time passes for us and for Telegram. */
    advance(by: Temporal.DurationLike) {
      clock.advance(by);
      telegram.standIn.setClock({ now: clock.now().toString(), rate: 0 });
    },
    async end() {
      await world.bot.stop();
      await transport.close();
      await telegram.close();
      await database.close();
    },
  };
  return world;

  function newBot(changed: WorldOptions = {}): Bot {
    const { handler, mode, publicUrl } = { ...options, ...changed };
    return createBot({
      ctx,
      transport,
      identity,
      publicUrl: publicUrl ?? null,
      mode: mode ?? { kind: 'polling', options: { timeoutSeconds: 1, firstWaitMs: 20 } },
      listen: async (channel, heard) => {
        const { unlisten } = await database.sql.listen(channel, heard);
        return unlisten;
      },
      safeError,
      worker: { lookEveryMs: 200 },
      ...(handler === undefined ? {} : { handler }),
    });
  }
}

/** Waits until what persons did has been fetched, handled, and answered by the courier. */
export async function settle(world: World): Promise<void> {
  await until(() => world.standIn.updates().every(({ state }) => state === 'handled'));
  await world.bot.idle();
  await courier(world);
}

/** Sends what the bot left for the sender, in its order, as far as it is due. Answers the methods called. */
export async function courier(world: World): Promise<string[]> {
  const due = await world.db
    .select()
    .from(calls)
    .where(lte(calls.dueAt, world.clock.now()))
    .orderBy(asc(calls.dueAt), asc(calls.id));
  const sent: string[] = [];
  for (const call of due) {
    const chat_id = Number(await chatOf(world, call));
    const params = JSON.parse(world.open(call.sealedParams, binding.callParams(call.id)));
    const request = callRequest(call.method, params, chat_id, false);
    const outcome =
      request.photo === null
        ? await world.transport.call(request.method, request.params, {
            ...(request.uploads && { uploads: request.uploads }),
          })
        : await new Photos(world.sender, world.transport).send(request, {});
    if (outcome.kind !== 'done' && !isExpected(outcome)) {
      throw new Error(`${call.method}: ${JSON.stringify(outcome)}`);
    }
    sent.push(call.method);
    await world.db.delete(calls).where(eq(calls.id, call.id));
  }
  return sent;
}

async function chatOf(world: World, call: typeof calls.$inferSelect): Promise<string> {
  if (call.sealedChat !== null) return world.open(call.sealedChat, binding.callChat(call.id));
  const [member] = await world.db.select().from(staff).where(eq(staff.id, call.staffId!));
  return world.open(member!.sealedChat!, binding.staffChat(member!.id));
}

function isExpected(outcome: Exclude<Awaited<ReturnType<Transport['call']>>, { kind: 'done' }>): boolean {
  return (
    outcome.kind === 'refused' &&
    ['message-unchanged', 'message-gone', 'unreachable', 'chat-gone'].includes(outcome.refusal.class)
  );
}

/** A text of the catalogue as a reader sees it. */
export function say<K extends MessageKey>(language: Language, key: K, ...args: ArgsOf<K>): string {
  return withoutIsolation(translate(language, key, ...args));
}

export async function until(condition: () => boolean | Promise<boolean>, ms = 10_000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('What was waited for did not come.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A person with a phone in some language, and what they do. */
export function person(world: World, languageCode: string) {
  const { id } = world.standIn.createUser({ languageCode });
  return {
    id,
    async says(text: string): Promise<void> {
      world.standIn.userSends({ user: id, text });
      await settle(world);
    },
    async starts(payload?: string): Promise<void> {
      world.standIn.userStarts({ user: id, payload });
      await settle(world);
    },
    /** Taps the button with that label below the newest message that has it. */
    async taps(label: string): Promise<void> {
      const { messageId, data } = findButton(world, id, label);
      world.standIn.userTaps({ user: id, messageId, button: { data } });
      await settle(world);
    },
    async tapsData(messageId: number, data: string): Promise<void> {
      world.standIn.userTaps({ user: id, messageId, button: { data } });
      await settle(world);
    },
    /** What the bot wrote in the private chat, oldest first, as a reader sees it. */
    sees: () => seen(world, id),
    last: () => seen(world, id).at(-1) ?? '',
    buttons: () => buttonsOf(world.standIn.messages({ chat: id }).at(-1)).map(({ label }) => label),
  };
}

/** The texts of the bot's messages in a chat as they stand now. */
export function seen(world: World, chat: number): string[] {
  return world.standIn
    .messages({ chat })
    .filter((message) => fromBot(world, message))
    .map((message) => withoutIsolation(String(message.text ?? message.caption ?? '')));
}

function fromBot(world: World, message: JsonObject): boolean {
  const from = message.from as { id?: number } | undefined;
  return from?.id === world.identity.id || (from === undefined && 'reply_markup' in message);
}

export function findButton(world: World, chat: number, label: string): { messageId: number; data: string } {
  for (const message of world.standIn.messages({ chat }).toReversed()) {
    const found = buttonsOf(message).find((button) => button.label === label);
    if (found !== undefined) return { messageId: Number(message.message_id), data: found.data };
  }
  throw new Error(`no button ${label}`);
}

function buttonsOf(message: JsonObject | undefined): { label: string; data: string }[] {
  const markup = message?.reply_markup as
    | { inline_keyboard?: { text: string; callback_data?: string }[][] }
    | undefined;
  return (markup?.inline_keyboard ?? [])
    .flat()
    .map(({ text, callback_data }) => ({ label: withoutIsolation(text), data: callback_data ?? '' }));
}

export async function addCase(
  world: World,
  slug: string,
  name: Localised,
  more: { readonly persons?: readonly Localised[]; readonly fictional?: boolean } = {},
): Promise<CaseId> {
  const id = newId<CaseId>();
  await world.db.insert(cases).values({
    id,
    campaignId: world.ctx.campaignId,
    slug,
    name,
    summary: { en: `What the case ${slug} is about.` },
    country: 'AZ',
    zone: 'Asia/Baku',
    status: 'open',
    fictional: more.fictional ?? false,
    createdAt: world.clock.now(),
  });
  for (const [position, personName] of (more.persons ?? []).entries()) {
    await world.db.insert(persons).values({ id: newId<PersonId>(), caseId: id, position, name: personName });
  }
  return id;
}

export async function addHearing(
  world: World,
  caseId: CaseId,
  when: {
    readonly date: string | null;
    readonly time: string | null;
    readonly zone?: string;
    readonly status?: HearingStatus;
  },
): Promise<HearingId> {
  const id = newId<HearingId>();
  const zone = when.zone ?? 'Asia/Baku';
  await world.db
    .insert(hearings)
    .values({ id, campaignId: world.ctx.campaignId, caseId, createdAt: world.clock.now() });
  const startsAt =
    when.date === null || when.time === null
      ? null
      : Temporal.PlainDateTime.from(`${when.date}T${when.time}`).toZonedDateTime(zone).toInstant();
  await world.db.insert(hearingRevisions).values({
    hearingId: id,
    revision: 1,
    state: 'in_effect',
    status: when.status ?? (when.date === null ? 'postponed' : 'scheduled'),
    localDate: when.date,
    localTime: when.time,
    zone,
    startsAt,
    kind: 'trial',
    court: { en: 'Sabail District Court', fa: 'دادگاه ناحیهٔ صابایل' },
    room: '3',
    openness: 'open',
    judge: null,
    outcome: null,
    sources: ['IRFS'],
    checkedOn: '2009-11-10',
    contentHash: 'not checked here',
    recordedAt: world.clock.now(),
    effectiveAt: world.clock.now(),
  });
  return id;
}

/** A staff member without a linked chat. */
export async function addStaffMember(
  world: World,
  name: string,
  more: { readonly roles?: readonly Role[]; readonly languages?: readonly Language[] } = {},
): Promise<StaffId> {
  const id = newId<StaffId>();
  await world.db.insert(staff).values({
    id,
    campaignId: world.ctx.campaignId,
    name,
    roles: [...(more.roles ?? ['approver'])],
    languages: [...(more.languages ?? ['en'])],
    language: 'en',
    createdAt: world.clock.now(),
  });
  return id;
}

/** A post's broadcast to the followers of a case, planned and not sent; the text in English and Persian. */
export async function broadcast(world: World, caseId: CaseId, text: string, photo?: Photo): Promise<PostId> {
  const postId = newId<PostId>();
  await world.db.insert(posts).values({
    id: postId,
    campaignId: world.ctx.campaignId,
    caseId,
    sourceLanguage: 'en',
    authorId: await addStaffMember(world, 'Author'),
    createdAt: world.clock.now(),
  });
  await planBroadcast(world.job, {
    subject: { kind: 'post', postId },
    caseId,
    priority: 60,
    notAfter: null,
    texts: (['en', 'fa'] as const).map((reader) => ({
      reader,
      textLanguage: 'en' as const,
      message: { text, entities: [], buttons: stopButtons(reader, caseId), ...(photo && { photo }) },
    })),
  });
  return postId;
}

/** Sends what is planned, as the sender would. */
export async function deliver(world: World): Promise<void> {
  const planned = await world.db
    .select({
      id: deliveries.id,
      payload: messages.payload,
      sealedChat: subscribers.sealedChat,
      subscriberId: subscribers.id,
    })
    .from(deliveries)
    .innerJoin(messages, eq(messages.id, deliveries.messageId))
    .innerJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    // To a discreet reader the sender sends the notice and nothing behind it.
    .where(and(eq(deliveries.state, 'planned'), or(eq(deliveries.part, 0), eq(subscribers.discreet, false))));
  for (const { id, payload, sealedChat, subscriberId } of planned) {
    const chat_id = Number(world.open(sealedChat, binding.subscriberChat(subscriberId)));
    await world.transport.call('sendMessage', { chat_id, ...sendMessageParams(payload) });
    await world.db.update(deliveries).set({ state: 'sent' }).where(eq(deliveries.id, id));
  }
}
