import type { OpenDatabase } from '../../../src/db/client.ts';
import type { Clock } from '../../../src/domain/clock.ts';
import { Reference, type Told } from './reference.ts';
import { type About, type Sent, Service } from './service.ts';
import { cases, chats, type Facts, type Lead, type Sequence, type Step } from './steps.ts';

/** The campaign's own lead times; followers choose others. */
const campaignLeads: readonly Lead[] = ['1d', 'morning'];

/** The morning of 19 October 2009: London sets its clocks back six days later, St. John's twelve days. */
const BEGIN = Temporal.Instant.from('2009-10-19T05:00:00Z');

/** What a run came to. */
export interface RunFigures {
  /** Messages that somebody had to get, and got. */
  readonly messages: number;
  /** Of them marked as repeats. */
  readonly repeats: number;
  /** Alerts that came too late for everybody. */
  readonly expired: number;
}

/** Goes through a sequence, with the service and with the model of it; throws where they come apart. */
export async function runSequence(database: OpenDatabase, sequence: Sequence): Promise<RunFigures> {
  const clock = handSetClock();
  const service = await Service.begin(database, clock, { zone: sequence.zone, leads: campaignLeads });
  const run = new Run(service, clock, sequence.zone);
  try {
    for (const chat of [0, 1, 3]) await run.step({ do: 'follow', chat, ofCase: 0 });
    for (const step of sequence.steps) await run.step(step);
    await run.step({ do: 'restart' });
    await run.step({ do: 'wait', minutes: 14 * 24 * 60 });
    return await run.judge();
  } finally {
    await service.end();
  }
}

interface HandSetClock extends Clock {
  set(ms: number): void;
}

function handSetClock(): HandSetClock {
  let ms = BEGIN.epochMilliseconds;
  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(ms),
    monotonic: () => performance.now(),
    // Nothing waits: the run itself goes from one due instant to the next.
    wakeAt: () => () => undefined,
    set(to) {
      ms = to;
    },
  };
}

class Run {
  readonly #service: Service;
  readonly #clock: HandSetClock;
  readonly #zone: string;
  readonly #model = new Reference(chats.length, cases, campaignLeads);
  readonly #told: (Told & { readonly at: number })[] = [];
  readonly #ofCase: number[] = [];
  #schedulerUp = true;
  #senderUp = true;
  /** When it next has something in hand. */
  #killScheduler = false;
  /** The same, once so many have left. */
  #killSender: number | null = null;
  #marks = 0;
  /** The next instant of which the service knows. */
  #next: number | null = null;

  constructor(service: Service, clock: HandSetClock, zone: string) {
    this.#service = service;
    this.#clock = clock;
    this.#zone = zone;
  }

  get #now(): number {
    return this.#clock.now().epochMilliseconds;
  }

  async step(step: Step): Promise<void> {
    if (step.do === 'wait') return this.#wait(step.minutes);
    await this.#carryOut(step);
    await this.#work();
  }

  async #carryOut(step: Exclude<Step, { do: 'wait' }>): Promise<void> {
    const now = this.#now;
    switch (step.do) {
      case 'announce':
        return this.#announce(step);
      case 'move':
      case 'room':
      case 'judge':
      case 'cancel':
      case 'postpone':
      case 'hold':
        return this.#change(step);
      case 'follow':
        if (this.#model.isBlocked(step.chat)) return;
        await this.#service.follow(step.chat, step.ofCase);
        return this.#model.follow(step.chat, step.ofCase, now);
      case 'unfollow':
        await this.#service.unfollow(step.chat, step.ofCase);
        return this.#model.unfollow(step.chat, step.ofCase);
      case 'block':
        if (!(await this.#service.knows(step.chat))) return;
        await this.#service.block(step.chat, step.told);
        return this.#model.block(step.chat, step.told);
      case 'unblock':
        if (!this.#model.isBlocked(step.chat)) return;
        await this.#service.unblock(step.chat);
        return this.#model.unblock(step.chat);
      case 'choose':
        if (this.#model.isBlocked(step.chat) || !(await this.#service.knows(step.chat))) return;
        await this.#service.choose(step.chat, step.leads);
        return this.#model.choose(step.chat, step.leads, now);
      case 'jump':
        return this.#clock.set(now + step.minutes * 60_000);
      case 'scheduler':
        this.#schedulerUp = step.up;
        return;
      case 'sender':
        this.#senderUp = step.up;
        return;
      case 'kill-scheduler':
        this.#killScheduler = true;
        return;
      case 'kill-sender':
        this.#killSender = step.after;
        return;
      case 'restart':
        this.#schedulerUp = true;
        this.#senderUp = true;
        await this.#service.restart();
        return this.#model.restart(now);
    }
  }

  async #announce({ ofCase, inDays, time }: Extract<Step, { do: 'announce' }>): Promise<void> {
    const date = this.#today().add({ days: inDays }).toString();
    const facts: Facts = {
      status: 'scheduled',
      date,
      time,
      zone: this.#zone,
      room: '5',
      judge: 'A. Hüseynov',
      outcome: null,
    };
    await this.#effect(this.#ofCase.length, ofCase, facts);
  }

  async #change(step: Extract<Step, { readonly hearing: number }>): Promise<void> {
    const known = this.#ofCase.length;
    if (known === 0) return;
    const number = step.hearing % known;
    const before = this.#model.factsOf(number);
    if (before === undefined) return;
    await this.#effect(number, this.#ofCase[number] ?? 0, this.#changed(before, step));
  }

  #changed(before: Facts, step: Extract<Step, { readonly hearing: number }>): Facts {
    this.#marks += 1;
    switch (step.do) {
      case 'move': {
        const from = before.date === null ? this.#today() : Temporal.PlainDate.from(before.date);
        const date = from.add({ days: step.days }).toString();
        return { ...before, status: 'scheduled', date, time: step.time, outcome: null };
      }
      case 'room':
        return { ...before, room: `${5 + this.#marks}` };
      case 'judge':
        return { ...before, judge: `Judge ${this.#marks}` };
      case 'cancel':
        return { ...before, status: 'cancelled' };
      case 'postpone':
        return { ...before, status: 'postponed', date: null, time: null };
      case 'hold':
        return {
          ...before,
          status: 'held',
          outcome: step.outcome ? `Ruling ${this.#marks}.` : before.outcome,
        };
    }
  }

  /** Facts that the service refuses (a hearing in the past, say) change nothing for anybody. */
  async #effect(number: number, ofCase: number, facts: Facts): Promise<void> {
    if (!(await this.#service.effect(number, ofCase, facts))) return;
    this.#ofCase[number] = ofCase;
    this.#model.effect(number, ofCase, facts, this.#now);
  }

  /** Goes on from one due instant to the next, of which either knows: one that comes too early is seen as such. */
  async #wait(minutes: number): Promise<void> {
    const until = this.#now + minutes * 60_000;
    for (;;) {
      const dues = [this.#model.nextDue(this.#now), this.#next].flatMap((due) => due ?? []);
      const next = Math.min(until, ...dues.filter((due) => due > this.#now));
      this.#clock.set(next);
      await this.#work();
      if (next === until) return;
    }
  }

  async #work(): Promise<void> {
    const now = this.#now;
    const isDue = (due: number | null) => due !== null && due <= now;
    let dues = await this.#service.dues();
    if (this.#schedulerUp) {
      if (isDue(dues.alert)) {
        if (this.#killScheduler) await this.#service.killScheduler();
        this.#killScheduler = false;
        await this.#service.schedule();
        dues = await this.#service.dues();
      }
      this.#model.schedule(now);
    }
    if (this.#senderUp) {
      if (isDue(dues.delivery)) {
        if (this.#killSender !== null) await this.#service.killSender(this.#killSender);
        this.#killSender = null;
        await this.#service.send();
        dues = await this.#service.dues();
      }
      this.#told.push(...this.#model.send(now).map((told) => ({ ...told, at: now })));
    }
    this.#next = dues.next;
  }

  #today(): Temporal.PlainDate {
    return this.#clock.now().toZonedDateTimeISO(this.#zone).toPlainDate();
  }

  /** Compares everything that left with everything that had to. */
  async judge(): Promise<RunFigures> {
    const [about, texts] = [await this.#service.about(), await this.#service.texts()];
    const { sent } = this.#service;
    const faults: string[] = [];
    const due = new Map<string, Told[]>();
    for (const told of this.#told) {
      const key = keyOf(told);
      due.set(key, [...(due.get(key) ?? []), told]);
    }
    const came = new Map<string, Sent>();
    let repeats = 0;
    for (const one of sent) {
      const subject = about.get(one.broadcastId);
      if (subject === undefined) {
        faults.push('something left that belongs to no alert');
        continue;
      }
      const once = `${one.chat} ${one.broadcastId}`;
      const before = came.get(once);
      came.set(once, one);
      if (one.repeat) repeats += 1;
      if (before !== undefined) {
        if (!one.repeat || before.repeat) faults.push(`twice: ${describe(one, subject)}`);
        continue;
      }
      if (subject.due > one.at) faults.push(`early: ${describe(one, subject)}`);
      const [told, ...others] = due.get(keyOf({ ...one, ...subject })) ?? [];
      if (told === undefined) faults.push(`uncalled for: ${describe(one, subject)}`);
      else if (told.time !== null && !texts.get(one.messageId)?.includes(told.time)) {
        faults.push(`another hour than ${told.time}: ${describe(one, subject)}`);
      }
      due.set(keyOf({ ...one, ...subject }), others);
    }
    for (const one of [...due.values()].flat()) faults.push(`missing: ${JSON.stringify(one)}`);
    faults.push(...outOfTurn(sent, about));
    const expired = await this.#service.countExpired();
    if (expired !== this.#model.expired) faults.push(`expired: ${expired}, and not ${this.#model.expired}`);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    return { messages: came.size, repeats, expired };
  }
}

/** What a message is, and when it left. */
function keyOf(one: {
  readonly chat: number;
  readonly hearing: number;
  readonly kind: string;
  readonly lead: string | null;
  readonly at?: number;
}): string {
  return [one.chat, one.hearing, one.kind, one.lead, one.at].join(' ');
}

function describe({ chat, at, repeat }: Sent, { kind, hearing, lead, due }: About): string {
  const when = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toString();
  return `${kind} ${lead ?? ''} of hearing ${hearing} to chat ${chat} at ${when(at)}, due ${when(due)}${repeat ? ', marked' : ''}`;
}

/** Of one alert, channels first, then who must act, then who wishes it, then the rest; as far as they leave together. */
function outOfTurn(sent: readonly Sent[], about: ReadonlyMap<string, About>): string[] {
  const tierOf = (chat: number) => Math.min(chat, 3);
  return sent.flatMap((one, place) => {
    const before = sent[place - 1];
    const subject = about.get(one.broadcastId);
    if (before === undefined || subject === undefined) return [];
    const together = before.broadcastId === one.broadcastId && before.at === one.at;
    const inTurn = !together || before.repeat !== one.repeat || tierOf(before.chat) <= tierOf(one.chat);
    return inTurn ? [] : [`out of turn: ${describe(one, subject)}`];
  });
}
