import fc from 'fast-check';

/*
 * What may happen in a model run, in words that neither the service nor the model of it has made. It imports nothing
 * of the service.
 */

const leads = ['7d', '3d', '1d', 'morning', '3h'] as const;
export type Lead = (typeof leads)[number];

/** What is known of a hearing, as far as followers are told of it. */
export interface Facts {
  readonly status: 'scheduled' | 'postponed' | 'cancelled' | 'held';
  /** `YYYY-MM-DD`; null while no date is known. */
  readonly date: string | null;
  /** `HH:MM`; null while no hour is known. */
  readonly time: string | null;
  readonly zone: string;
  readonly room: string;
  /** Nobody is told of it. */
  readonly judge: string;
  readonly outcome: string | null;
}

/** A step as it is drawn: numbers name chats, cases and hearings, whatever there is of them by then. */
export type Step =
  | {
      readonly do: 'announce';
      readonly ofCase: number;
      readonly inDays: number;
      readonly time: string | null;
    }
  | { readonly do: 'move'; readonly hearing: number; readonly days: number; readonly time: string | null }
  | { readonly do: 'room' | 'judge' | 'cancel' | 'postpone'; readonly hearing: number }
  | { readonly do: 'hold'; readonly hearing: number; readonly outcome: boolean }
  | { readonly do: 'follow' | 'unfollow'; readonly chat: number; readonly ofCase: number }
  /** `told`: Telegram tells us of it; otherwise it is seen at the next message. */
  | { readonly do: 'block'; readonly chat: number; readonly told: boolean }
  | { readonly do: 'unblock'; readonly chat: number }
  | { readonly do: 'choose'; readonly chat: number; readonly leads: readonly Lead[] | null }
  | { readonly do: 'wait'; readonly minutes: number }
  /** The machine's clock is set back, or forward. */
  | { readonly do: 'jump'; readonly minutes: number }
  | { readonly do: 'scheduler' | 'sender'; readonly up: boolean }
  /** The scheduler dies before its work is committed. */
  | { readonly do: 'kill-scheduler' }
  /** The sender dies when so many of what it took in hand have left, and nothing of it is recorded. */
  | { readonly do: 'kill-sender'; readonly after: number }
  /** Everything is up again, as after a start. */
  | { readonly do: 'restart' };

/** The chats of a run, by number; the first ones are told before the others. */
export const chats = ['channel', 'lawyer', 'tell-first', 'private', 'private', 'group'] as const;
export const cases = 2;

const DAY = 24 * 60;

const anyTime = fc.option(fc.constantFrom('09:00', '10:30', '13:15', '15:00', '16:45'), { freq: 8 });
const anyHearing = fc.nat(5);
const anyChat = fc.nat(chats.length - 1);
const anyCase = fc.nat(cases - 1);

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('announce' as const),
      ofCase: anyCase,
      inDays: fc.integer({ min: 0, max: 10 }),
      time: anyTime,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      hearing: anyHearing,
      days: fc.integer({ min: -3, max: 4 }),
      time: anyTime,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('room' as const, 'judge' as const, 'cancel' as const, 'postpone' as const),
      hearing: anyHearing,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('hold' as const), hearing: anyHearing, outcome: fc.boolean() }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('follow' as const), chat: anyChat, ofCase: anyCase }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('unfollow' as const), chat: anyChat, ofCase: anyCase }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('block' as const), chat: anyChat, told: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unblock' as const), chat: anyChat }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('choose' as const),
      chat: anyChat,
      leads: fc.option(fc.subarray([...leads]), { freq: 4 }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc
      .oneof(fc.integer({ min: 1, max: 180 }), fc.integer({ min: 180, max: 2 * DAY }), fc.constant(5 * DAY))
      .map((minutes) => ({ do: 'wait' as const, minutes })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(-60, 60, -DAY, DAY).map((minutes) => ({ do: 'jump' as const, minutes })),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('scheduler' as const, 'sender' as const),
      up: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'kill-scheduler' as const }) },
  { weight: 1, arbitrary: fc.nat(4).map((after) => ({ do: 'kill-sender' as const, after })) },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
);

/** A run: where the court is, and what happens. Some follow from the beginning, so that there is somebody to tell. */
export interface Sequence {
  readonly zone: string;
  readonly steps: readonly Step[];
}

export function anySequence(steps: number): fc.Arbitrary<Sequence> {
  return fc.record({
    // London changes its clocks in the midst of it; Baku and St. John's are hours away, on either side.
    zone: fc.constantFrom('Asia/Baku', 'Europe/London', 'America/St_Johns'),
    steps: fc.array(anyStep, { minLength: steps, maxLength: steps }),
  });
}
