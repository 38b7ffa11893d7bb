import { asc, eq, isNull } from 'drizzle-orm';
import { auditEntries, bots, campaigns, staff } from '../../db/schema/index.ts';
import type { CampaignId, StaffId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { Context } from '../context.ts';

/** What a set-up has brought about so far, read from the database alone, so that it goes on where it was. */
export interface SetUpState {
  readonly campaign: { readonly id: CampaignId; readonly name: string } | null;
  /** The present staff, in the order in which they joined. */
  readonly people: readonly SetUpPerson[];
  /** A bot has been at work here, with keys: without the same keys the chats it knows are lost. */
  readonly keysInUse: boolean;
  /** Somebody has been given a token for the admin API: the last thing that a set-up does. */
  readonly finished: boolean;
}

/** Somebody on the staff, as the set-up shows them. */
export interface SetUpPerson {
  readonly id: StaffId;
  readonly name: string;
  readonly language: Language;
  /** Their private chat is known, so that the bot can ask them. */
  readonly linked: boolean;
}

/** Reads how far the set-up of this database has come. Throws when it holds several campaigns. */
export async function readSetUpState({ db }: Pick<Context, 'db'>): Promise<SetUpState> {
  const found = await db.select({ id: campaigns.id, name: campaigns.name }).from(campaigns).limit(2);
  if (found.length > 1) throw new Error('This database holds several campaigns; a service speaks for one.');
  const people = await db
    .select({ id: staff.id, name: staff.name, language: staff.language, botId: staff.botId })
    .from(staff)
    .where(isNull(staff.revokedAt))
    .orderBy(asc(staff.id));
  const [bot] = await db.select({ id: bots.id }).from(bots).limit(1);
  const [issued] = await db
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(eq(auditEntries.verb, 'staff/issue-token'))
    .limit(1);
  return {
    campaign: found[0] ?? null,
    people: people.map(({ botId, ...person }) => ({ ...person, linked: botId !== null })),
    keysInUse: bot !== undefined,
    finished: issued !== undefined,
  };
}
