import type { Facts, Lead } from './steps.ts';

/*
 * Who must have got what, as the rules are told to followers and nothing of how the service keeps them: it imports
 * nothing of the service, keeps everything in plain lists, and goes through all of them every time.
 */

/** One message that somebody must get, and gets now. */
export interface Told {
  readonly chat: number;
  readonly hearing: number;
  readonly kind: 'announced' | 'changed' | 'cancelled' | 'outcome' | 'no_outcome' | 'reminder';
  readonly lead: Lead | null;
  /** The hour that must stand in it; null where none is known or it is of no concern any more. */
  readonly time: string | null;
}

type News = Exclude<Told['kind'], 'reminder' | 'no_outcome'>;

/** All instants are milliseconds since 1970. */
interface Ahead {
  /** Null: the word that nothing is known, the day after. */
  readonly lead: Lead | null;
  readonly start: string;
  readonly due: number;
}

interface Hearing {
  readonly ofCase: number;
  facts: Facts;
  /** What was last told of it; null while nothing was. */
  told: Facts | null;
  news: { readonly kind: News; readonly since: number; readonly until: number } | null;
  ahead: Ahead[];
  /** What was sent of a start, or came too late for it, goes never again. */
  readonly over: Set<string>;
}

interface Chat {
  readonly follows: Map<number, number>;
  /** As far as the service knows. */
  reachable: boolean;
  blocked: boolean;
  leads: readonly Lead[] | null;
}

/** What was sent on its way and has not left. */
interface Owed extends Told {
  readonly since: number;
  readonly until: number;
}

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

export class Reference {
  readonly #campaignLeads: readonly Lead[];
  readonly #hearings: Hearing[] = [];
  readonly #chats: Chat[];
  /** Beside the campaign's: what somebody who follows the case has chosen. */
  readonly #chosen: Set<Lead>[];
  #owed: Owed[] = [];
  /** How many alerts came too late for everybody. */
  expired = 0;

  constructor(chats: number, cases: number, campaignLeads: readonly Lead[]) {
    this.#campaignLeads = campaignLeads;
    this.#chats = Array.from({ length: chats }, () => ({
      follows: new Map(),
      reachable: true,
      blocked: false,
      leads: null,
    }));
    this.#chosen = Array.from({ length: cases }, () => new Set());
  }

  /** A hearing's facts take effect. */
  effect(number: number, ofCase: number, facts: Facts, now: number): void {
    let hearing = this.#hearings[number];
    if (hearing === undefined) {
      hearing = { ofCase, facts, told: null, news: null, ahead: [], over: new Set() };
      this.#hearings[number] = hearing;
    }
    hearing.facts = facts;
    hearing.ahead = hearing.ahead.filter(({ lead, start }) => start === startOf(facts, lead));
    this.#lookAhead(hearing, [...this.#campaignLeads, ...this.#chosenIn(ofCase)], now);
    const kind = newsOf(hearing.told, facts);
    hearing.news = kind === null ? null : { kind, since: now, until: newsUntil(hearing.told, facts, now) };
    // Whatever is still on its way of it is older than what is told now.
    if (kind !== null) this.#owed = this.#owed.filter((owed) => owed.hearing !== number);
  }

  follow(number: number, ofCase: number, now: number): void {
    const chat = this.#chat(number);
    chat.reachable = true;
    if (chat.follows.has(ofCase)) return;
    chat.follows.set(ofCase, now);
    if (chat.leads !== null) this.#want(ofCase, chat.leads, now);
  }

  unfollow(number: number, ofCase: number): void {
    if (!this.#chat(number).follows.delete(ofCase)) return;
    this.#owed = this.#owed.filter(
      ({ chat, hearing }) => chat !== number || this.#hearings[hearing]?.ofCase !== ofCase,
    );
  }

  block(number: number, told: boolean): void {
    this.#chat(number).blocked = true;
    if (told) this.#chat(number).reachable = false;
  }

  unblock(number: number): void {
    this.#chat(number).blocked = false;
    this.#chat(number).reachable = true;
  }

  isBlocked(number: number): boolean {
    return this.#chat(number).blocked;
  }

  choose(number: number, leads: readonly Lead[] | null, now: number): void {
    const chat = this.#chat(number);
    chat.leads = leads;
    if (leads === null) return;
    for (const ofCase of chat.follows.keys()) this.#want(ofCase, leads, now);
  }

  /**
   * As at every start: what nobody wants any more is not planned, and what somebody wants is. A hearing that went by more
   * than a week ago is not looked at: what was planned of it came too late.
   */
  restart(now: number): void {
    for (const [ofCase, chosen] of this.#chosen.entries()) {
      for (const lead of chosen) {
        const wanted = this.#chats.some((chat) => chat.follows.has(ofCase) && chat.leads?.includes(lead));
        if (!wanted) chosen.delete(lead);
      }
    }
    for (const hearing of this.#hearings) {
      if (isLongGone(hearing.facts, now)) continue;
      const leads = [...this.#campaignLeads, ...this.#chosenIn(hearing.ofCase)];
      hearing.ahead = hearing.ahead.filter(({ lead }) => lead === null || leads.includes(lead));
      this.#lookAhead(hearing, leads, now);
    }
  }

  /** The scheduler looks: whatever is due is sent on its way, or is of no use any more. */
  schedule(now: number): void {
    for (const [number, hearing] of this.#hearings.entries()) {
      const { news } = hearing;
      if (news !== null && news.since <= now) {
        hearing.news = null;
        if (news.until <= now) this.expired += 1;
        else this.#tell(number, news.kind, null, news.since, news.until, () => true, now);
      }
      for (const silence of hearing.ahead.filter(({ lead, due }) => lead === null && due <= now)) {
        this.#take(hearing, silence);
        const until = silence.due + WEEK;
        if (until <= now) this.expired += 1;
        else this.#tell(number, 'no_outcome', null, silence.due, until, () => true, now);
      }
      this.#remind(number, hearing, now);
    }
  }

  #remind(number: number, hearing: Hearing, now: number): void {
    const due = hearing.ahead
      .filter((ahead) => ahead.lead !== null && ahead.due <= now)
      .toSorted((a, b) => a.due - b.due);
    for (const [place, reminder] of due.entries()) {
      const until = uselessFrom(hearing.facts);
      if (until <= now) {
        this.#take(hearing, reminder);
        this.expired += 1;
        continue;
      }
      // The others say the same, and the last is nearest to the day.
      const later = due.slice(place + 1).flatMap(({ lead }) => lead ?? []);
      const { lead } = reminder;
      if (lead === null) continue;
      const wants = (chat: Chat) => this.#wants(chat, [lead]) && !this.#wants(chat, later);
      const isForSomebody =
        (later.length === 0 && this.#campaignLeads.includes(lead)) ||
        this.#chats.some((chat) => this.#hears(chat, hearing, reminder.due) && wants(chat));
      if (!isForSomebody) {
        hearing.ahead = hearing.ahead.filter((one) => one !== reminder);
        continue;
      }
      this.#take(hearing, reminder);
      this.#tell(number, 'reminder', lead, reminder.due, until, wants, now);
    }
  }

  #tell(
    number: number,
    kind: Told['kind'],
    lead: Lead | null,
    due: number,
    until: number,
    wants: (chat: Chat) => boolean,
    now: number,
  ): void {
    const hearing = this.#hearings[number];
    if (hearing === undefined) return;
    hearing.told = hearing.facts;
    const time = hearing.facts.status === 'scheduled' ? hearing.facts.time : null;
    // Who has not got the announcement, or an earlier reminder, gets this instead.
    const replaces = (owed: Owed) =>
      kind === 'reminder' &&
      owed.hearing === number &&
      (owed.kind === 'announced' || owed.kind === 'reminder');
    const instead = new Set(this.#owed.filter(replaces).map(({ chat }) => chat));
    this.#owed = this.#owed.filter((owed) => !replaces(owed));
    for (const [chat, one] of this.#chats.entries()) {
      const own = this.#hears(one, hearing, due) && wants(one);
      const others = instead.has(chat) && one.reachable && one.follows.has(hearing.ofCase);
      if (own || others) this.#owed.push({ chat, hearing: number, kind, lead, time, since: now, until });
    }
  }

  /** The sender looks: answers what leaves now. */
  send(now: number): Told[] {
    const leaves: Told[] = [];
    const ready = this.#owed.filter(({ since }) => since <= now);
    this.#owed = this.#owed.filter(({ since }) => since > now);
    for (const { since: _, until, ...told } of ready) {
      const chat = this.#chat(told.chat);
      if (until <= now || !chat.reachable) continue;
      if (chat.blocked) chat.reachable = false;
      else leaves.push(told);
    }
    return leaves;
  }

  /** The next instant after `now` at which something falls due; null when nothing is known to. */
  nextDue(now: number): number | null {
    const dues = this.#hearings.flatMap(({ news, ahead }) => [
      ...(news === null ? [] : [news.since]),
      ...ahead.map(({ due }) => due),
    ]);
    const next = [...dues, ...this.#owed.map(({ since }) => since)].filter((due) => due > now);
    return next.length === 0 ? null : Math.min(...next);
  }

  factsOf(number: number): Facts | undefined {
    return this.#hearings[number]?.facts;
  }

  #want(ofCase: number, leads: readonly Lead[], now: number): void {
    const added = leads.filter((lead) => !this.#chosen[ofCase]?.has(lead));
    for (const lead of added) this.#chosen[ofCase]?.add(lead);
    if (added.length === 0) return;
    for (const hearing of this.#hearings) {
      if (hearing.ofCase === ofCase) this.#lookAhead(hearing, added, now);
    }
  }

  /** Only what is still to fall due: nobody is reminded of what they have just been told. */
  #lookAhead(hearing: Hearing, wanted: readonly Lead[], now: number): void {
    for (const lead of [...new Set(wanted), null]) {
      const start = startOf(hearing.facts, lead);
      const due = dueOf(hearing.facts, lead);
      const known = hearing.ahead.some((ahead) => ahead.lead === lead);
      if (start === null || due === null || due <= now || known || hearing.over.has(`${lead} ${start}`))
        continue;
      hearing.ahead.push({ lead, start, due });
    }
  }

  #take(hearing: Hearing, taken: Ahead): void {
    hearing.ahead = hearing.ahead.filter((one) => one !== taken);
    hearing.over.add(`${taken.lead} ${taken.start}`);
  }

  /** Whoever followed when it fell due: who came later was shown what holds. */
  #hears(chat: Chat, { ofCase }: Hearing, due: number): boolean {
    const since = chat.follows.get(ofCase);
    return chat.reachable && since !== undefined && since <= due;
  }

  #wants(chat: Chat, leads: readonly Lead[]): boolean {
    const has = chat.leads ?? this.#campaignLeads;
    return leads.some((lead) => has.includes(lead));
  }

  #chosenIn(ofCase: number): readonly Lead[] {
    return [...(this.#chosen[ofCase] ?? [])];
  }

  #chat(number: number): Chat {
    const chat = this.#chats[number];
    if (chat === undefined) throw new Error('no such chat');
    return chat;
  }
}

/** What followers are told when `after` takes the place of what they were told last. */
function newsOf(before: Facts | null, after: Facts): News | null {
  if (after.outcome !== null && after.outcome !== before?.outcome) {
    return after.status === 'held' ? 'outcome' : after.status === 'cancelled' ? 'cancelled' : 'changed';
  }
  if (before === null) return after.status === 'scheduled' ? 'announced' : null;
  // What was told to be its outcome is none.
  if (after.status === 'held' && before.outcome !== null && after.outcome === null) return 'outcome';
  const same = (['status', 'date', 'time', 'zone', 'room'] as const).every(
    (field) => before[field] === after[field],
  );
  if (same || after.status === 'held') return null;
  if (after.status === 'cancelled') return before.status === 'cancelled' ? null : 'cancelled';
  return 'changed';
}

/** A date is news until the later of the old and the new one; everything else for a week. */
function newsUntil(before: Facts | null, after: Facts, now: number): number {
  if (after.status !== 'scheduled') return now + WEEK;
  const ends = [before, after].flatMap((facts) =>
    facts?.status === 'scheduled' && facts.date !== null ? [lastBeginning(facts)] : [],
  );
  return Math.max(...ends);
}

/** When it begins; of a hearing without an hour, when its day is over. */
function lastBeginning(facts: Facts): number {
  return facts.time === null ? at(facts, 1, '00:00') : at(facts, 0, facts.time);
}

/** From when on nobody needs to be reminded of it: courts without an hour have closed at six. */
function uselessFrom(facts: Facts): number {
  return at(facts, 0, facts.time ?? '18:00');
}

/** By whole days, as the court's calendar and that of the world count them. */
function isLongGone({ date }: Facts, now: number): boolean {
  return date !== null && date < new Date(now - WEEK).toISOString().slice(0, 10);
}

/** Nobody is reminded of what was held; of what came of it nothing is known as long as nobody has said it. */
function startOf(facts: Facts, lead: Lead | null): string | null {
  const isOpen = facts.status === 'held' && facts.outcome === null && lead === null;
  return (facts.status === 'scheduled' || isOpen) && facts.date !== null
    ? `${facts.date} ${facts.time} ${facts.zone}`
    : null;
}

/** When a reminder is due, by the court's wall; `null`: the word that nothing is known. */
function dueOf(facts: Facts, lead: Lead | null): number | null {
  if (startOf(facts, lead) === null) return null;
  switch (lead) {
    case '7d':
    case '3d':
    case '1d':
      return at(facts, -Number(lead.slice(0, 1)), facts.time ?? '12:00');
    case 'morning':
      return facts.time === null
        ? at(facts, 0, '08:00')
        : Math.min(at(facts, 0, '08:00'), at(facts, 0, facts.time) - HOUR);
    case '3h':
      return facts.time === null ? null : at(facts, 0, facts.time) - 3 * HOUR;
    case null:
      return at(facts, 1, '12:00');
  }
}

function at(facts: Facts, days: number, time: string): number {
  return Temporal.PlainDate.from(facts.date ?? '')
    .add({ days })
    .toZonedDateTime({ timeZone: facts.zone, plainTime: time }).epochMilliseconds;
}
