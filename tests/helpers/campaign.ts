import { generateKeys } from '../../src/crypto/keys.ts';
import { createOpener } from '../../src/crypto/seal.ts';
import { bots, campaigns, cases } from '../../src/db/schema/index.ts';
import type { StaffActor } from '../../src/domain/actor.ts';
import {
  type BotId,
  type CampaignId,
  type CaseId,
  newId,
  type StaffId,
  type SubscriberId,
} from '../../src/domain/ids.ts';
import { type Language, languages } from '../../src/domain/language.ts';
import type { ApprovalPath, Role } from '../../src/domain/words.ts';
import { dispatchNextAlert } from '../../src/services/alerts/dispatch.ts';
import {
  actingAs,
  type Context,
  type SigningContext,
  type StaffContext,
} from '../../src/services/context.ts';
import { followCase } from '../../src/services/follows/follow.ts';
import { addStaff, createStaffLink } from '../../src/services/staff/add.ts';
import { linkChat } from '../../src/services/staff/link-chat.ts';
import type { InboxContext } from '../../src/services/updates/inbox.ts';
import { botContext } from '../bots/context.ts';
import { testDatabase } from './database.ts';
import { manualClock } from './manual-clock.ts';

export type TestCampaign = Awaited<ReturnType<typeof testCampaign>>;

/** A staff member, and the context in which they act. */
export interface TestStaff {
  readonly id: StaffId;
  readonly ctx: StaffContext;
}

/**
 * A campaign on a database of its own, with a bot, test keys, a clock that stands still and one open case. End
 * it with `close()`.
 */
export async function testCampaign(
  options: { readonly at?: string; readonly leadTimes?: readonly string[]; readonly zone?: string } = {},
) {
  const database = await testDatabase({ used: true });
  const clock = manualClock(options.at);
  const keys = generateKeys();
  const campaignId = newId<CampaignId>();
  const botId = newId<BotId>();
  const logged: string[] = [];
  await database.db.insert(campaigns).values({
    id: campaignId,
    name: 'Free the Donkeys',
    languages: ['az', 'en', 'ru', 'tr', 'fa', 'fr', 'de'],
    zone: options.zone ?? 'Asia/Baku',
    leadTimes: [...(options.leadTimes ?? ['1d', 'morning'])],
    createdAt: clock.now(),
  });
  await database.db.insert(bots).values({
    id: botId,
    campaignId,
    telegramId: '7000000001',
    username: 'test_bot',
    createdAt: clock.now(),
  });
  const ctx: InboxContext = botContext({ db: database.as('bot').db, clock, keys, campaignId, botId, logged });
  const operator: SigningContext = {
    ...actingAs(ctx, { kind: 'operator' }),
    db: database.as('web').db,
    signingKey: keys.web.approvalSigning,
  };
  const job: SigningContext = {
    ...actingAs(ctx, { kind: 'job', name: 'test' }),
    db: database.as('scheduler').db,
    signingKey: keys.scheduler.signing,
  };
  const sender: Context = { ...actingAs(ctx, { kind: 'job', name: 'sender' }), db: database.as('sender').db };
  const opener = createOpener(keys.sender.sealing);
  let nextChat = 5_000_000_000;

  const caseId = await addCase('donkey-bloggers');

  return {
    ...database,
    clock,
    keys,
    campaignId,
    botId,
    logged,
    /** The bot role's context. Each context works with the rights of its role's database role. */
    ctx,
    operator,
    /** For what the scheduler does. */
    job,
    /** For what the sender does. */
    sender,
    /** For what is done on the command line, as who owns the tables. */
    commandLine: { ...operator, db: database.db },
    caseId,
    addCase,

    /** Takes somebody onto the staff; `linked`: the bot can ask them. */
    async staff(
      roles: readonly Role[],
      more: {
        readonly reads?: readonly Language[];
        readonly via?: ApprovalPath;
        readonly linked?: boolean;
        readonly name?: string;
        readonly language?: Language;
      } = {},
    ): Promise<TestStaff> {
      const reads = more.reads ?? languages;
      const name = more.name ?? `Staff ${roles.join(' ')}`;
      const language = more.language ?? 'en';
      const added = await addStaff(operator, { name, roles, reads, language });
      if (!added.ok) throw new Error(added.refusal.code);
      const id = added.value.staffId;
      if (more.linked) {
        await linkChat(ctx, { code: await createStaffLink(operator, id), chatId: String(nextChat++) });
      }
      const actor: StaffActor = {
        kind: 'staff',
        id,
        name,
        roles,
        languages: reads,
        cases: null,
        via: more.via ?? 'api',
      };
      const { web, bot } = keys;
      const role = actor.via === 'bot' ? 'bot' : 'web';
      const signingKey = role === 'bot' ? bot.approvalSigning : web.approvalSigning;
      return { id, ctx: { ...actingAs(operator, actor), db: database.as(role).db, signingKey } };
    },

    /** So many private chats that follow the case in one language. */
    async followers(language: Language, count: number, ofCase: CaseId = caseId): Promise<SubscriberId[]> {
      const ids: SubscriberId[] = [];
      for (let i = 0; i < count; i++) {
        const chatId = String(nextChat++);
        const followed = await followCase(ctx, { chatId, kind: 'private', language, caseId: ofCase });
        if (!followed.ok) throw new Error(followed.refusal.code);
        ids.push(followed.value.subscriber.id);
      }
      return ids;
    },

    /** Lets all alerts go out that are due, as the scheduler does; answers what became of each. One that fails is thrown. */
    async dispatchAll(): Promise<string[]> {
      const states: string[] = [];
      for (;;) {
        const dispatched = await dispatchNextAlert(job);
        if (dispatched === null) return states;
        // It stays due, and would be taken again and again.
        if (dispatched.state === 'failed') throw dispatched.error;
        states.push(dispatched.state);
      }
    },

    /** What a sealed value holds, for whoever has the sender's keys. */
    open(sealed: Uint8Array, bound: string): string {
      const opened = opener.open(sealed, bound);
      if (!opened.ok) throw new Error(`cannot open: ${opened.broken}`);
      return Buffer.from(opened.value).toString('utf8');
    },
  };

  async function addCase(slug: string): Promise<CaseId> {
    const id = newId<CaseId>();
    await database.db.insert(cases).values({
      id,
      campaignId,
      slug,
      name: { en: 'The donkey bloggers', az: 'Eşşək blogerlər' },
      summary: { en: 'Two bloggers on trial for a video.' },
      country: 'AZ',
      zone: 'Asia/Baku',
      status: 'open',
      createdAt: clock.now(),
    });
    return id;
  }
}
