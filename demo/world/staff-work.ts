import { setTimeout as delay } from 'node:timers/promises';
import { machineMonotonic } from '../../sandbox/telegram/clock.ts';
import type { StaffActor } from '../../src/domain/actor.ts';
import { encodeCallbackData } from '../../src/domain/callback-data.ts';
import type { HearingFacts } from '../../src/domain/hearing.ts';
import type {
  AccountId,
  CaseId,
  HearingId,
  IncidentId,
  PostId,
  TranslationId,
} from '../../src/domain/ids.ts';
import { isLanguage, type Language } from '../../src/domain/language.ts';
import type { Decision } from '../../src/domain/words.ts';
import { personsOf } from '../../src/services/cases/find.ts';
import { recordEvent } from '../../src/services/cases/record-event.ts';
import { decideHearing } from '../../src/services/hearings/decide.ts';
import { readHearing } from '../../src/services/hearings/find.ts';
import { listHearings } from '../../src/services/hearings/list.ts';
import { recordHearing, reviseHearing } from '../../src/services/hearings/record.ts';
import { decideIncident } from '../../src/services/incidents/decide.ts';
import { readIncident } from '../../src/services/incidents/find.ts';
import { recordIncident } from '../../src/services/incidents/record.ts';
import { reviseIncident } from '../../src/services/incidents/revise.ts';
import { createPost } from '../../src/services/posts/create.ts';
import { decidePost } from '../../src/services/posts/decide.ts';
import { editPost } from '../../src/services/posts/edit.ts';
import { readPost } from '../../src/services/posts/read.ts';
import { setPostAccounts } from '../../src/services/posts/set-accounts.ts';
import { setPostCard } from '../../src/services/posts/set-card.ts';
import { submitPost } from '../../src/services/posts/submit.ts';
import type { Act, ScriptedHearing, ScriptedPost } from '../script/moment.ts';
import { messageWithButton } from './buttons.ts';
import { done } from './expect-done.ts';
import type { Staff } from './staff.ts';
import type { World } from './world.ts';

type ActOf<Do extends Act['do']> = Extract<Act, { readonly do: Do }>;

/**
 * When what was done took effect, in milliseconds of the machine's monotonic clock: as soon as its commit was
 * seen. A post's languages are approved one by one.
 */
export interface Effect {
  readonly at: number;
  readonly languages: ReadonlyMap<Language, number>;
}

/** How long a tapped button may take to decide something. */
const decidedWithinMs = 10_000;

/** The staff of a script at their work: everything through the verbs and buttons that real staff have. */
export class StaffWork {
  readonly #world: World;
  readonly #staff: Staff;
  readonly #caseId: CaseId;
  readonly #accountIds: readonly AccountId[];
  readonly #hearings = new Map<string, HearingId>();
  readonly #incidents = new Map<string, IncidentId>();
  readonly #posts = new Map<string, PostId>();

  /** `accountIds`: where the posts go that are meant for every network. */
  constructor(
    world: World,
    staff: Staff,
    { caseId, accountIds }: { readonly caseId: CaseId; readonly accountIds: readonly AccountId[] },
  ) {
    this.#world = world;
    this.#staff = staff;
    this.#caseId = caseId;
    this.#accountIds = accountIds;
  }

  /**
   * Does what a moment asks for; null when nothing takes effect by it, `rejected` when the person at the page has rejected
   * what the script approves: their word stands.
   */
  async carryOut(act: Act): Promise<Effect | 'rejected' | null> {
    switch (act.do) {
      case 'record-hearing':
        await this.#recordHearing(act);
        return null;
      case 'approve-hearing':
        return this.#decideHearing(act.hearing, 'approved', act.facts);
      case 'reject-hearing':
        return this.#decideHearing(act.hearing, 'rejected', act.facts);
      case 'record-incident':
        await this.#recordIncident(act);
        return null;
      case 'approve-incident':
        return this.#approveIncident(act.incident);
      case 'write-post':
        await this.#writePost(act);
        return null;
      case 'approve-post':
        return this.#approvePost(act.post);
      case 'reminder-due':
      case 'reminder-late':
      case 'silence-due':
      case 'wait-over':
        return null;
    }
  }

  async #recordHearing({ hearing, facts: scripted }: ActOf<'record-hearing'>): Promise<void> {
    const ctx = this.#world.as(this.#staff.author.actor);
    const facts = await this.#withPersons(scripted);
    const known = this.#hearings.get(hearing);
    if (known === undefined) {
      const recorded = await recordHearing(ctx, { caseId: this.#caseId, facts });
      this.#hearings.set(hearing, done('record a hearing', recorded).hearingId);
      return;
    }
    const basedOn = (await readHearing(ctx, known))?.revisions.at(-1)?.revision ?? 0;
    done('revise a hearing', await reviseHearing(ctx, { hearingId: known, basedOn, facts }));
  }

  async #withPersons({ decided, ...facts }: ScriptedHearing): Promise<HearingFacts> {
    if (decided === undefined) return facts;
    const persons = await personsOf(this.#world.operator, this.#caseId);
    return {
      ...facts,
      decided: decided.map(({ person, ...one }) => {
        const known = persons.find(({ name }) => name.en === person);
        if (known === undefined)
          throw new Error('Something is decided about somebody who is not of the case.');
        return { personId: known.id, ...one };
      }),
    };
  }

  async #decideHearing(
    hearing: string,
    decision: Decision,
    facts: ScriptedHearing,
  ): Promise<Effect | 'rejected' | null> {
    const hearingId = this.#hearings.get(hearing);
    if (hearingId === undefined) throw new Error('A hearing is approved that was never recorded.');
    const read = await readHearing(this.#world.operator, hearingId);
    const revision = waiting(read);
    if (revision === null && wasRejected(read)) return decision === 'approved' ? 'rejected' : null;
    const effect =
      revision === null
        ? null
        : await this.#tapOr(
            encodeCallbackData({ action: 'decideHearing', hearingId, revision, decision }),
            async () => {
              const ctx = this.#world.as(this.#staff.approver.actor);
              done('decide on a hearing', await decideHearing(ctx, { hearingId, revision, decision }));
            },
          );
    const next = facts.adjourned?.next ?? null;
    if (next !== null) await this.#meetNext(hearingId, next.localDate);
    return effect;
  }

  /** An adjournment makes the next hearing; the script calls it by its date. */
  async #meetNext(from: HearingId, hearing: string): Promise<void> {
    const all = await listHearings(this.#world.operator, this.#caseId);
    const next = all.find(({ adjournedFrom }) => adjournedFrom === from);
    if (next === undefined) throw new Error('An adjournment has made no hearing.');
    this.#hearings.set(hearing, next.id);
  }

  async #recordIncident({ incident, facts: scripted }: ActOf<'record-incident'>): Promise<void> {
    const ctx = this.#world.as(this.#staff.author.actor);
    const { persons: names, ...rest } = scripted;
    const persons = await personsOf(ctx, this.#caseId);
    const personIds = persons.flatMap(({ id, name }) => (names.includes(name.en ?? '') ? [id] : []));
    const facts = { ...rest, personIds };
    const known = this.#incidents.get(incident);
    if (known === undefined) {
      const recorded = await recordIncident(ctx, { caseId: this.#caseId, facts });
      this.#incidents.set(incident, done('record an incident', recorded).incidentId);
      return;
    }
    const basedOn = (await readIncident(ctx, known))?.revisions.at(-1)?.revision ?? 0;
    done('revise an incident', await reviseIncident(ctx, { incidentId: known, basedOn, facts }));
  }

  async #approveIncident(incident: string): Promise<Effect | 'rejected' | null> {
    const incidentId = this.#incidents.get(incident);
    if (incidentId === undefined) throw new Error('An incident is approved that was never recorded.');
    const read = await readIncident(this.#world.operator, incidentId);
    const revision = waiting(read);
    if (revision === null) return wasRejected(read) ? 'rejected' : null;
    const decision = 'approved';
    return this.#tapOr(
      encodeCallbackData({ action: 'decideIncident', incidentId, revision, decision }),
      async () => {
        const ctx = this.#world.as(this.#staff.approver.actor);
        done('approve an incident', await decideIncident(ctx, { incidentId, revision, decision }));
      },
    );
  }

  async #writePost({ post, fact }: ActOf<'write-post'>): Promise<void> {
    const ctx = this.#world.as(this.#staff.author.actor);
    const caseId = this.#caseId;
    if (fact !== null) done('record a fact', await recordEvent(ctx, { ...fact, caseId }));
    const { kind = 'update', sourceLanguage, texts } = post;
    const created = await createPost(ctx, {
      caseId,
      kind,
      sourceLanguage,
      text: texts[sourceLanguage] ?? '',
      notBefore: null,
      notAfter: null,
    });
    const { postId } = done('write a post', created);
    this.#posts.set(post.key, postId);
    for (const [language, text] of Object.entries(texts)) {
      if (!isLanguage(language)) continue;
      if (language !== sourceLanguage) {
        done('translate a post', await editPost(ctx, { postId, language, text }));
      }
    }
    if (post.cardOf !== undefined) {
      const incidentId = this.#incidents.get(post.cardOf);
      if (incidentId === undefined) throw new Error('A card is made of an incident that was never recorded.');
      done('make the cards', await setPostCard(ctx, { postId, card: { of: 'incident', incidentId } }));
    }
    if (post.onNetworks === true) {
      const named = { postId, accountIds: this.#accountIds, gapSeconds: 0 };
      done('name the accounts', await setPostAccounts(ctx, named));
    }
    for (const language of Object.keys(texts)) {
      if (isLanguage(language)) done('submit a post', await submitPost(ctx, { postId, language }));
    }
  }

  async #approvePost(post: ScriptedPost): Promise<Effect | null> {
    const postId = this.#posts.get(post.key);
    if (postId === undefined) throw new Error('A post is approved that was never written.');
    const written = await readPost(this.#world.operator, postId);
    const waiting = (written?.translations ?? []).filter(({ state }) => state === 'in_review');
    const languages = new Map<Language, number>();
    for (const { id, version, language, approvalsNeeded } of waiting) {
      // The first of two approvals puts nothing into effect; the last one does, by a button where one is asked.
      if (approvalsNeeded > 1) await this.#approveFirst(id, version);
      const effect = await this.#approveText(id, version, language);
      if (effect !== null) languages.set(language, effect.at);
      // Each approver reads at their own pace: a language is out before the next one is approved.
      await this.#world.settle();
    }
    const first = Math.min(...languages.values());
    return languages.size === 0 ? null : { at: first, languages };
  }

  async #approveFirst(translationId: TranslationId, version: number): Promise<void> {
    const ctx = this.#world.as(this.#staff.second.actor);
    done('approve first', await decidePost(ctx, { translationId, version, decision: 'approved' }));
  }

  async #approveText(
    translationId: TranslationId,
    version: number,
    language: Language,
  ): Promise<Effect | null> {
    const decision = 'approved';
    const decide = async (): Promise<void> => {
      const ctx = this.#world.as(this.#readerOf(language));
      done('approve a text', await decidePost(ctx, { translationId, version, decision }));
    };
    if (this.#isAsked(language)) {
      return this.#tapOr(
        encodeCallbackData({ action: 'decidePost', translationId, version, decision }),
        decide,
      );
    }
    await decide();
    return { at: machineMonotonic(), languages: new Map() };
  }

  #isAsked(language: Language): boolean {
    const { approver } = this.#staff;
    return approver.chat !== null && approver.actor.languages.includes(language);
  }

  #readerOf(language: Language): StaffActor {
    const { approver, others } = this.#staff;
    const reader = [approver, ...others].find(({ actor }) => actor.languages.includes(language));
    if (reader === undefined) throw new Error(`Nobody of the staff approves ${language}.`);
    return reader.actor;
  }

  /** Decides by the button in the approver's chat; where it is not shown, by the verb. */
  async #tapOr(data: string, decide: () => Promise<void>): Promise<Effect | null> {
    const { standIn } = this.#world.telegram;
    const { chat } = this.#staff.approver;
    const messageId = chat === null ? null : messageWithButton(standIn, chat, data);
    if (chat === null || messageId === null) {
      await decide();
      return { at: machineMonotonic(), languages: new Map() };
    }
    const decided = this.#world.nextDecision();
    standIn.userTaps({ user: chat, messageId, button: { data } });
    // The person at the page may have been quicker: then the tap decides nothing.
    const at = await Promise.race([decided, delay(decidedWithinMs, null, { ref: false })]);
    return at === null ? null : { at, languages: new Map() };
  }
}

type Read =
  | { readonly revisions: readonly { readonly revision: number; readonly state: string }[] }
  | undefined;

const wasRejected = (read: Read): boolean => read?.revisions.at(-1)?.state === 'rejected';

/**
 * The number of the revision that waits for a decision; null when there is none: the person at the page may have decided
 * already, in the approver's chat, and then their word stands.
 */
function waiting(read: Read): number | null {
  const newest = read?.revisions.at(-1);
  return newest?.state === 'in_review' ? newest.revision : null;
}
