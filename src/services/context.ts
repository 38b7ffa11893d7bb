import type { Finding } from '../crypto/finding.ts';
import type { PinnedKeys } from '../crypto/keys.ts';
import type { PartnerSecrets } from '../crypto/partner-secrets.ts';
import type { SigningKey } from '../crypto/signing.ts';
import type { Database } from '../db/client.ts';
import type { Actor, PartnerActor, StaffActor } from '../domain/actor.ts';
import type { Clock } from '../domain/clock.ts';
import type { BotId, CampaignId } from '../domain/ids.ts';
import type { Networks } from '../domain/network.ts';
import type { StaffSite } from '../domain/staff-site.ts';

export type { PinnedKeys } from '../crypto/keys.ts';
export type { PartnerSecrets } from '../crypto/partner-secrets.ts';
export type { Database } from '../db/client.ts';

/** Seals bytes so that only the sender can open them; `binding` ties them to the row that they belong to. */
export type Seal = (plain: string, binding: string) => Uint8Array;

/** A log line: an event name, and fields from the allow-list of `log.ts`. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** All that may stand in a log line. Nothing here can hold a chat id, a name, a token or a text. */
export interface LogFields {
  readonly role?: string;
  readonly job?: string;
  readonly method?: string;
  readonly route?: string;
  readonly status?: number;
  readonly outcome?: string;
  readonly fault?: string;
  readonly state?: string;
  readonly count?: number;
  readonly ms?: number;
  readonly epoch?: number;
  readonly port?: number;
  readonly id?: string;
  readonly url?: string;
  readonly version?: string;
  /** The error's class and code; see `safeError`. */
  readonly error?: string;
}

/** What every verb receives beside its input. */
export interface CoreContext {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly actor: Actor;
  readonly campaignId: CampaignId;
  /** Where staff sign in with passkeys; absent where there is no such place. */
  readonly staffSite?: StaffSite;
}

/** For verbs of the staff site, which only exists once its domain is configured. */
export interface StaffSiteContext extends CoreContext {
  readonly staffSite: StaffSite;
}

/** For verbs that speak to somebody: through this bot, sealed to its sender. */
export interface Context extends CoreContext {
  readonly botId: BotId;
  readonly seal: Seal;
  /** What posts go out on beside the followers of their case. */
  readonly networks: Networks;
  /** By which keys it is checked what others signed; never from the database. */
  readonly pinned: PinnedKeys;
}

/** For verbs that sign what they do, with the key of the role that runs them. */
export interface SigningContext extends Context {
  readonly signingKey: SigningKey;
}

/** For verbs that only a staff member may ask for. */
export interface StaffContext extends SigningContext {
  readonly actor: StaffActor;
}

/** For verbs by which facts are recorded: by staff, or by a partner's monitor. */
export interface RecorderContext extends Context {
  readonly actor: StaffActor | PartnerActor;
}

/** For what a partner's monitor reports. */
export interface PartnerContext extends Context {
  readonly actor: PartnerActor;
}

/** For verbs that make or use partners' secrets. */
export interface PartnerSecretsContext extends CoreContext {
  readonly partnerSecrets: PartnerSecrets;
}

/** For verbs of the bot role: it can find a chat's row. */
export interface BotContext extends SigningContext {
  /** By which a chat's row is found. */
  readonly chatIndex: Finding['chatIndex'];
  /** By which a chat is counted once among those who will attend a hearing on its day. */
  readonly attendanceMark: Finding['attendanceMark'];
  /** By which both were found before a rotation of the keys; see `subscribers/recognise.ts`. */
  readonly formerly: readonly Finding[];
}

/** The same context inside a transaction: everything `work` does stands or falls together. */
export function inTransaction<C extends CoreContext, R>(ctx: C, work: (ctx: C) => Promise<R>): Promise<R> {
  return ctx.db.transaction((tx) => work({ ...ctx, db: tx }));
}

/** The same context acting for somebody else. */
export function actingAs<C extends CoreContext, A extends Actor>(
  ctx: C,
  actor: A,
): C & { readonly actor: A } {
  return { ...ctx, actor };
}
