import { TelegramStandIn } from '../../sandbox/telegram/stand-in.ts';
import { systemClock } from '../../src/clock.ts';
import { findingBy } from '../../src/crypto/finding.ts';
import { type RingText, ringToText } from '../../src/crypto/key-text.ts';
import { generateKeys } from '../../src/crypto/keys.ts';
import { createSealer } from '../../src/crypto/seal.ts';
import { openDatabase } from '../../src/db/client.ts';
import type { StaffActor } from '../../src/domain/actor.ts';
import type { HearingFacts } from '../../src/domain/hearing.ts';
import type { BotId, CampaignId, CaseId, HearingId, SubscriberId } from '../../src/domain/ids.ts';
import { type Language, languages } from '../../src/domain/language.ts';
import type { Role } from '../../src/domain/words.ts';
import { createLog } from '../../src/log.ts';
import { openNetworks } from '../../src/networks/index.ts';
import { dispatchNextAlert } from '../../src/services/alerts/dispatch.ts';
import { enqueueCall } from '../../src/services/calls/enqueue.ts';
import { createCampaign } from '../../src/services/campaigns/create.ts';
import { ensureBot } from '../../src/services/campaigns/ensure-bot.ts';
import { createCase } from '../../src/services/cases/create.ts';
import { actingAs, type StaffContext } from '../../src/services/context.ts';
import { followCase } from '../../src/services/follows/follow.ts';
import { decideHearing } from '../../src/services/hearings/decide.ts';
import { recordHearing, reviseHearing } from '../../src/services/hearings/record.ts';
import { createPost } from '../../src/services/posts/create.ts';
import { decidePost } from '../../src/services/posts/decide.ts';
import { editPost } from '../../src/services/posts/edit.ts';
import { publishPost } from '../../src/services/posts/publish.ts';
import { submitPost } from '../../src/services/posts/submit.ts';
import { addStaff, createStaffLink } from '../../src/services/staff/add.ts';
import { linkChat } from '../../src/services/staff/link-chat.ts';
import { setDiscreet } from '../../src/services/subscribers/set-discreet.ts';
import type { InboxContext } from '../../src/services/updates/inbox.ts';
import { must } from '../../tests/helpers/must.ts';
import { signMessages } from './sign-messages.ts';

/** Who there is at Telegram, by chat id: the same in every stand-in that `peopled` has filled. */
export interface People {
  readonly bot: { readonly id: number; readonly token: string; readonly username: string };
  /** Followers of the first case with their languages. */
  readonly first: readonly { readonly chatId: number; readonly language: Language }[];
  readonly second: readonly { readonly chatId: number; readonly language: Language }[];
  /** A group that follows the first case: what it was, and what it has become. */
  readonly group: { readonly was: number; readonly is: number };
  readonly approver: number;
  readonly lawyer: number;
  /** Somebody who wrote to the bot, and gets a reply. */
  readonly asker: number;
  /** Somebody who writes while the line runs. */
  readonly comer: number;
  /** Further followers of the second case: enough of them, and speed is worth Stars. */
  readonly crowd: readonly number[];
}

/** What every copy of the template holds. */
export interface Line {
  readonly keys: RingText;
  readonly campaignId: CampaignId;
  readonly botId: BotId;
  readonly hearingId: HearingId;
  readonly approver: StaffActor;
  readonly people: People;
}

const PER_LANGUAGE = 5;
const BLOCKED: ReadonlySet<number> = new Set([3, 17]);
const DEACTIVATED = 22;
const DISCREET = (i: number) => i % PER_LANGUAGE === PER_LANGUAGE - 1;
const SECOND: readonly Language[] = ['ru', 'en', 'ru', 'en', 'ru', 'en', 'ru', 'en'];

/** Fills a fresh stand-in: a bot, its followers, two of whom have blocked it, and a group that has moved. */
export function peopled(standIn: TelegramStandIn, crowd = 0): People {
  const bot = standIn.createBot({ username: 'bray_line_bot' });
  const known = (count: number) => standIn.createUsers({ count, bot: bot.id, state: 'started' }).firstId;
  const firstId = known(languages.length * PER_LANGUAGE);
  const first = Array.from({ length: languages.length * PER_LANGUAGE }, (_, i) => ({
    chatId: firstId + i,
    language: languages[Math.floor(i / PER_LANGUAGE)] ?? 'en',
  }));
  const secondId = known(SECOND.length);
  const second = SECOND.map((language, i) => ({ chatId: secondId + i, language }));
  for (const i of BLOCKED) standIn.userBlocks({ user: firstId + i });
  standIn.userDeactivates({ user: firstId + DEACTIVATED });
  const owner = known(1);
  const { id: was } = standIn.createGroup({ owner, members: [bot.id] });
  const { id: is } = standIn.migrateGroup({ chat: was });
  return {
    bot,
    first,
    second,
    group: { was, is },
    approver: known(1),
    lawyer: known(1),
    asker: known(1),
    comer: known(1),
    crowd: crowdOf(crowd),
  };

  function crowdOf(count: number): number[] {
    if (count === 0) return [];
    const id = known(count);
    return Array.from({ length: count }, (_, i) => id + i);
  }
}

/**
 * Fills a migrated, empty database with what a line meets: the first news of a hearing on its way and a change of
 * it that waits for a second person; a post that is due; another case's post on its way, whose Russian text Telegram
 * refuses; notices to staff, a reply, and a message that is to be deleted.
 */
export async function makeLine(databaseUrl: string, crowd = 0): Promise<Line> {
  const people = peopled(new TelegramStandIn(), crowd);
  const { db, sql, close } = openDatabase(databaseUrl, { poolSize: 4 });
  const clock = systemClock;
  const keys = generateKeys();
  const { campaignId } = must(
    await createCampaign(
      { db, clock },
      { name: 'Free the Donkeys', languages: [...languages], zone: 'Asia/Baku' },
    ),
  );
  await sql`update campaigns set lead_times = '[]', groups_allowed = true`;
  const { id, username } = people.bot;
  const botId = await ensureBot({ db, clock, campaignId }, { telegramId: String(id), username });
  await sql`update bots set stars_per_month = 100000`;
  const ctx: InboxContext = {
    db,
    clock,
    log: createLog('silent'),
    actor: { kind: 'operator' },
    campaignId,
    botId,
    seal: createSealer(keys.public.sealing, clock).seal,
    pinned: keys.public,
    // What staff decide here comes over the API.
    signingKey: keys.web.approvalSigning,
    networks: openNetworks().networks,
    ...findingBy(keys.bot, botId),
  };
  const author = await staff(ctx, ['author']);
  const approver = await staff(ctx, ['approver', 'coordinator'], people.approver);
  const lawyer = await staff(ctx, ['lawyer'], people.lawyer);
  const donkeys = await newCase(author, 'donkeys');
  const lighthouse = await newCase(author, 'lighthouse');
  await sql`update cases set agreed_by = ${approver.actor.id}`;
  for (const [i, { chatId, language }] of people.first.entries()) {
    const subscriberId = await follow(ctx, donkeys, { chatId, kind: 'private', language });
    if (DISCREET(i)) await setDiscreet(ctx, { subscriberId, on: true });
  }
  await follow(ctx, donkeys, { chatId: people.group.was, kind: 'group', language: 'en' });
  for (const one of people.second) await follow(ctx, lighthouse, { ...one, kind: 'private' });
  for (const chatId of people.crowd) {
    await follow(ctx, lighthouse, { chatId, kind: 'private', language: 'en' });
  }

  const refused = await approvedPost(author, approver, lighthouse, 'The lighthouse keepers');
  await publishPost(ctx, refused);
  await sql`
    update messages set payload = jsonb_set(payload, '{text}', to_jsonb(repeat('x', 5000)))
    where language = 'ru' and not discreet`;
  await sql`update messages set signature = null where language = 'ru' and not discreet`;
  await signMessages(ctx);
  const { hearingId } = must(
    await recordHearing(lawyer, { caseId: donkeys, facts: facts({ days: 20 }, '15:00') }),
  );
  must(await decideHearing(approver, { hearingId, revision: 1, decision: 'approved' }));
  while ((await dispatchNextAlert(ctx)) !== null);
  must(await reviseHearing(lawyer, { hearingId, basedOn: 1, facts: facts({ days: 10 }, '10:30') }));
  await approvedPost(author, approver, donkeys, 'The verdict');
  await enqueueCall(ctx, {
    chatId: String(people.asker),
    action: { do: 'send', message: { text: 'What you asked for.', entities: [], buttons: [] } },
    purpose: 'reply',
  });
  await enqueueCall(ctx, {
    chatId: String(people.asker),
    action: { do: 'delete', messageId: 999_999 },
    purpose: 'deletion',
  });
  await close();
  return { keys: ringToText(keys), campaignId, botId, hearingId, approver: approver.actor, people };
}

async function staff(ctx: InboxContext, roles: readonly Role[], chatId?: number): Promise<StaffContext> {
  const name = `The ${roles.join(' ')}`;
  const { staffId: id } = must(await addStaff(ctx, { name, roles, reads: languages, language: 'en' }));
  if (chatId !== undefined) {
    must(await linkChat(ctx, { code: await createStaffLink(ctx, id), chatId: String(chatId) }));
  }
  const actor: StaffActor = { kind: 'staff', id, name, roles, languages, cases: null, via: 'api' };
  return actingAs(ctx, actor);
}

async function newCase(author: StaffContext, slug: string): Promise<CaseId> {
  const created = await createCase(author, {
    slug,
    name: { en: `The ${slug}` },
    summary: { en: 'A case that never was.' },
    country: 'AZ',
    zone: 'Asia/Baku',
    fictional: true,
    persons: [],
  });
  return must(created).caseId;
}

async function follow(
  ctx: InboxContext,
  caseId: CaseId,
  who: { readonly chatId: number; readonly kind: 'private' | 'group'; readonly language: Language },
): Promise<SubscriberId> {
  const followed = await followCase(ctx, { ...who, caseId, chatId: String(who.chatId) });
  return must(followed).subscriber.id;
}

async function approvedPost(author: StaffContext, approver: StaffContext, caseId: CaseId, title: string) {
  const text = (language: Language) => `${title} (${language}).`;
  const { postId } = must(
    await createPost(author, {
      caseId,
      sourceLanguage: 'en',
      text: text('en'),
      notBefore: null,
      notAfter: null,
    }),
  );
  for (const language of languages) {
    if (language !== 'en') must(await editPost(author, { postId, language, text: text(language) }));
    const { translationId } = must(await submitPost(author, { postId, language }));
    must(await decidePost(approver, { translationId, version: 1, decision: 'approved' }));
  }
  return postId;
}

function facts(ahead: { readonly days: number }, localTime: string): HearingFacts {
  const today = Temporal.Now.plainDateISO('Asia/Baku');
  return {
    status: 'scheduled',
    localDate: today.add(ahead).toString(),
    localTime,
    zone: 'Asia/Baku',
    kind: 'verdict',
    court: { en: 'Sabail District Court' },
    room: '5',
    openness: 'open',
    judge: null,
    outcome: null,
    sources: ['RFE/RL'],
    checkedOn: today.toString(),
  };
}
