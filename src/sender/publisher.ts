import { setTimeout as delay } from 'node:timers/promises';
import type { AccountId } from '../domain/ids.ts';
import type {
  Access,
  CommitOutcome,
  JsonObject,
  Network,
  Place,
  PrepareOutcome,
  PrepareTools,
  RetractOutcome,
  StepFailure,
} from '../domain/network.ts';
import { safeError } from '../domain/safe-error.ts';
import { beginAttempt, lookAtTurn, type Turn } from '../services/account-deliveries/begin.ts';
import { type Due, dueForAccounts, nextAccountDue } from '../services/account-deliveries/due.ts';
import { expireAccountDeliveries } from '../services/account-deliveries/expire.ts';
import { type Job, othersOn, readJob } from '../services/account-deliveries/job.ts';
import { holderOf, openAccess } from '../services/account-deliveries/open.ts';
import { readImage } from '../services/account-deliveries/read-image.ts';
import { recordCommit, recordLook, recordUnprepared } from '../services/account-deliveries/record.ts';
import { recoverAccountDeliveries } from '../services/account-deliveries/recover.ts';
import { endOf, recordRetraction } from '../services/account-deliveries/retract.ts';
import { Bell } from '../services/bell.ts';
import type { Context } from '../services/context.ts';
import type { Opener } from '../services/deliveries/open.ts';
import { Holders } from './holders.ts';
import type { Lease } from './lease.ts';
import { KEYS_OUTDATED, OUTDATED_SECONDS } from './outdated-keys.ts';

export interface PublisherDeps {
  readonly ctx: Context;
  readonly lease: Pick<Lease, 'epoch' | 'valid' | 'lost'>;
  readonly opener: Opener;
}

/** So often it looks by itself, in milliseconds: for whoever lost a wake. */
const LOOK_MS = 1000;
/** After a fault of ours everything is left alone for so long. */
const AFTER_FAULT_MS = 2000;
/** What could not be recorded is recorded so much later, in milliseconds. */
const RECORD_AGAIN_MS = 250;
/** What is under way is waited for so long when it is to stop. */
const STOP_WITHIN_MS = 8000;

/**
 * Publishes to accounts what is due, under the lease of the bot's token: each account one thing at a time, accounts beside
 * each other. It is the only part that opens their credentials. Nothing is called inside a transaction.
 */
export class Publisher {
  readonly #ctx: Context;
  readonly #lease: PublisherDeps['lease'];
  readonly #opener: Opener;
  readonly #bell = new Bell();
  readonly #holders = new Holders();
  readonly #busy = new Map<AccountId, Promise<void>>();
  /** After a fault of ours on an account: until when it is left alone. */
  readonly #resting = new Map<AccountId, Temporal.Instant>();
  /** How often something was tried to be taken back; anew when we start anew. */
  readonly #retractions = new Map<Due['id'], number>();
  #disarm: () => void = () => {};
  /** It was told to stop: nothing new is begun. */
  #stopped = false;

  constructor({ ctx, lease, opener }: PublisherDeps) {
    this.#ctx = ctx;
    this.#lease = lease;
    this.#opener = opener;
  }

  /** Something may be due. */
  wake(): void {
    this.#bell.ring();
  }

  /** Runs until it is told to stop or the lease is lost. Never rejects for what the database or a network do. */
  async run(stop: AbortSignal): Promise<void> {
    const ended = () => stop.aborted || this.#lease.lost.aborted;
    const ring = () => this.#bell.ring();
    stop.addEventListener('abort', ring, { once: true });
    this.#lease.lost.addEventListener('abort', ring, { once: true });
    let recovered = false;
    while (!ended()) {
      let rest = LOOK_MS;
      try {
        if (!recovered) await recoverAccountDeliveries(this.#ctx, this.#lease.epoch);
        recovered = true;
        await this.round();
        await this.#arm();
      } catch (error) {
        this.#ctx.log.error('publisher-fault', { error: safeError(error) });
        rest = AFTER_FAULT_MS;
      }
      if (!ended()) await this.#bell.wait(rest);
    }
    this.#disarm();
    this.#stopped = true;
    await this.#settled(STOP_WITHIN_MS);
  }

  /** Begins all that is due now. */
  async round(): Promise<void> {
    if (!this.#lease.valid()) return;
    await expireAccountDeliveries(this.#ctx);
    for (const due of await dueForAccounts(this.#ctx, [...this.#busy.keys(), ...this.#stillResting()])) {
      const work = this.#work(due).finally(() => {
        this.#busy.delete(due.accountId);
        this.#bell.ring();
      });
      this.#busy.set(due.accountId, work);
    }
  }

  #stillResting(): AccountId[] {
    const now = this.#ctx.clock.now();
    for (const [account, until] of this.#resting)
      if (Temporal.Instant.compare(until, now) <= 0) this.#resting.delete(account);
    return [...this.#resting.keys()];
  }

  /** Resolves when nothing is under way any more. */
  async idle(): Promise<void> {
    while (this.#busy.size > 0) await Promise.all(this.#busy.values());
  }

  async #settled(withinMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, withinMs);
    });
    await Promise.race([this.idle(), patience]);
    clearTimeout(timer);
  }

  async #arm(): Promise<void> {
    const due = await nextAccountDue(this.#ctx);
    this.#disarm();
    this.#disarm = due === null ? () => {} : this.#ctx.clock.wakeAt(due, () => this.#bell.ring());
  }

  async #work({ id, accountId, what }: Due): Promise<void> {
    try {
      if (what === 'deliver') await this.#deliver(id);
      if (what === 'look') await this.#look(id);
      if (what === 'retract') await this.#retract(id);
    } catch (error) {
      this.#ctx.log.error('not-published', { id, error: safeError(error) });
      this.#resting.set(accountId, this.#ctx.clock.now().add({ milliseconds: AFTER_FAULT_MS }));
    }
  }

  async #deliver(id: Due['id']): Promise<void> {
    const turn = await lookAtTurn(this.#ctx, id);
    if (turn.kind !== 'go') return;
    const { job } = turn;
    const opened = this.#open(job);
    if ('kind' in opened) {
      await recordUnprepared(this.#ctx, job, opened);
      return;
    }
    const { network, access } = opened;
    const notTheirs = await this.#holders.refuse(network, access, holderOf(job.account));
    if (notTheirs !== null) {
      await recordUnprepared(this.#ctx, job, notTheirs);
      return;
    }
    const image = this.#imagesOf(job);
    const prepared = await this.#prepare(network, access, job, image);
    if (!this.#lease.valid()) return;
    if (prepared.kind !== 'prepared') {
      await recordUnprepared(this.#ctx, job, prepared);
      return;
    }
    const begun = await this.#begin(job, prepared.prepared);
    if (begun.kind !== 'go') return;
    const outcome = await this.#commit(network, access, begun.job, prepared.prepared, image);
    await this.#recordSurely(begun.job, outcome);
  }

  /** The connection may be lost in the moment of the commit: it is begun then all the same, and nothing of it has left. */
  async #begin(job: Job, prepared: JsonObject): Promise<Turn> {
    const { id } = job.delivery;
    try {
      return await beginAttempt(this.#ctx, { id, epoch: this.#lease.epoch, prepared });
    } catch (error) {
      this.#ctx.log.error('not-begun', { id, error: safeError(error) });
      await this.#recordSurely(job, { kind: 'not-done', code: 'FAULT' });
      return { kind: 'gone' };
    }
  }

  /** Each image is read once: what `prepare` has asked for is at hand when nothing may fail any more. */
  #imagesOf(job: Job): PrepareTools['image'] {
    const read = new Map<string, ReturnType<PrepareTools['image']>>();
    return (sha256) => {
      const known = read.get(sha256) ?? readImage(this.#ctx, job, sha256);
      read.set(sha256, known);
      return known;
    };
  }

  async #prepare(
    network: Network,
    access: Access,
    job: Job,
    image: PrepareTools['image'],
  ): Promise<PrepareOutcome> {
    try {
      return await network.prepare(access, job.parcel, {
        now: this.#ctx.clock.now(),
        image,
        before: job.delivery.prepared,
      });
    } catch (error) {
      this.#ctx.log.error('not-prepared', { id: job.delivery.id, error: safeError(error) });
      return { kind: 'not-done', code: 'FAULT' };
    }
  }

  async #commit(
    network: Network,
    access: Access,
    job: Job,
    prepared: JsonObject,
    image: PrepareTools['image'],
  ): Promise<CommitOutcome> {
    try {
      return await network.commit(access, job.parcel, prepared, {
        mayStart: () => this.#lease.valid(),
        image,
      });
    } catch (error) {
      // A fault of ours, and nobody knows how far it came.
      this.#ctx.log.error('not-committed', { id: job.delivery.id, error: safeError(error) });
      return { kind: 'unknown', code: 'FAULT' };
    }
  }

  /**
   * For as long as nobody has followed us nobody else records it. A lease that was not renewed in time (the database was
   * away) is waited for: its holder may come back to it, and nothing else on the account begins before.
   */
  async #recordSurely(job: Job, outcome: CommitOutcome): Promise<void> {
    const { id } = job.delivery;
    while (!this.#isOver) {
      try {
        if (this.#lease.valid()) {
          await recordCommit(this.#ctx, job, { epoch: this.#lease.epoch, outcome });
          this.#ctx.log.info('account-delivery', { id, outcome: outcome.kind });
          return;
        }
      } catch (error) {
        this.#ctx.log.error('not-recorded', { id, error: safeError(error) });
      }
      await delay(RECORD_AGAIN_MS);
    }
  }

  /** Whether the lease is not ours any more, for good: somebody has followed us, or it was given back. */
  get #isOver(): boolean {
    return this.#lease.lost.aborted || (this.#stopped && !this.#lease.valid());
  }

  async #look(id: Due['id']): Promise<void> {
    const job = await readJob(this.#ctx, id);
    if (job === undefined || job.delivery.state !== 'unknown') return;
    const opened = this.#open(job);
    if ('kind' in opened) {
      const { kind } = opened;
      await recordLook(
        this.#ctx,
        job,
        kind === 'held' ? { kind: 'indeterminate', code: opened.code } : opened,
      );
      return;
    }
    const { network, access } = opened;
    // No attempt was before its post.
    const since = job.delivery.firstAttemptedAt ?? job.post.createdAt;
    const others = await othersOn(this.#ctx, job);
    const outcome = await network.reconcile(access, job.parcel, job.delivery.prepared ?? {}, {
      since,
      others,
    });
    if (!this.#lease.valid()) return;
    await recordLook(this.#ctx, job, outcome);
  }

  async #retract(id: Due['id']): Promise<void> {
    const job = await readJob(this.#ctx, id);
    const at = job?.delivery.remoteId ?? null;
    if (job === undefined || at === null) return;
    const outcome = await this.#takeBack(job, { id: at, url: job.delivery.url });
    if (!this.#lease.valid()) return;
    const tries = (this.#retractions.get(id) ?? 0) + 1;
    await recordRetraction(this.#ctx, job, { outcome, tries });
    if (endOf(outcome) === null) this.#retractions.set(id, tries);
    else this.#retractions.delete(id);
    this.#ctx.log.info('account-retraction', { id, outcome: outcome.kind });
  }

  async #takeBack(job: Job, at: Place): Promise<RetractOutcome> {
    const opened = this.#open(job);
    if ('kind' in opened) return opened;
    const { network, access } = opened;
    if (!network.abilities.retract) return { kind: 'rejected', reason: 'not-retractable' };
    return network.retract(access, at);
  }

  /** Nobody has to connect an account again whose credentials are sealed to a later key than ours. */
  #open(
    job: Job,
  ):
    | { readonly network: Network; readonly access: Access }
    | Extract<StepFailure, { readonly kind: 'held' | 'reconnect' }> {
    const opened = openAccess(this.#opener, job.account, job.contact);
    if (opened.ok) return { network: this.#ctx.networks[job.account.network], access: opened.value };
    return opened.broken === 'later-epoch'
      ? { kind: 'held', seconds: OUTDATED_SECONDS, code: KEYS_OUTDATED }
      : { kind: 'reconnect', reason: 'credentials-not-opened' };
  }
}
