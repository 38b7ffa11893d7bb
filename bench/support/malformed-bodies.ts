import type { Random } from './random.ts';

/** What is sent to the webhook, and whether it must be taken in: what has a number is kept, whatever else is in it. */
export interface MalformedBody {
  readonly kind: MalformedKind;
  readonly body: Uint8Array;
  readonly taken: boolean;
}

export interface MalformedWorld {
  /** Followers, and chats that nobody knows. */
  readonly chats: readonly number[];
  /** The number of the next update, each once. */
  nextNumber(): number;
}

const utf8 = new TextEncoder();

/** Values of every kind that JSON has, and some that programs trip over. */
const ODD: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  '',
  ' ',
  '\u0000',
  '__proto__',
  'constructor',
  '\ud800',
  '🫏'.repeat(3000),
  [],
  [[]],
  {},
  { toString: 1 },
  { id: {} },
];

/** An update of somebody who writes what is no command; nothing may come of it but an answer. */
function wellFormed(draw: Random, { chats, nextNumber }: MalformedWorld): Record<string, unknown> {
  const id = draw.pick(chats);
  const chat = { id, type: 'private', first_name: 'A' };
  const from = { id, is_bot: false, first_name: 'A', language_code: 'en' };
  const message = {
    message_id: 1 + draw.below(9),
    date: 1257854400,
    chat,
    from,
    text: 'When is the hearing?',
  };
  const carriers: readonly Record<string, unknown>[] = [
    { message },
    { callback_query: { id: '1', from, message, chat_instance: '1', data: noise(draw, 1 + draw.below(64)) } },
    { inline_query: { id: '1', from, query: noise(draw, draw.below(40)), offset: '' } },
    { my_chat_member: { chat, from, date: 1257854400, old_chat_member: {}, new_chat_member: {} } },
  ];
  return { update_id: nextNumber(), ...draw.pick(carriers) };
}

/** Printable ASCII; no command begins so. */
function noise(draw: Random, length: number): string {
  return `~${Array.from({ length }, () => String.fromCharCode(0x20 + draw.below(95))).join('')}`.slice(0, 64);
}

/** Puts something odd in the place of one value, anywhere below the update's number; whom it is from may be lost. */
function spoil(draw: Random, value: Record<string, unknown>): Record<string, unknown> {
  const places: { readonly in: Record<string, unknown>; readonly name: string }[] = [];
  const collect = (record: Record<string, unknown>) => {
    for (const [name, inner] of Object.entries(record)) {
      if (name === 'update_id') continue;
      places.push({ in: record, name });
      if (typeof inner === 'object' && inner !== null) collect(Object(inner));
    }
  };
  const spoilt = structuredClone(value);
  collect(spoilt);
  const place = draw.pick(places);
  if (draw.below(3) === 0) delete place.in[place.name];
  else place.in[place.name] = draw.pick(ODD);
  return spoilt;
}

const json = (value: unknown): Uint8Array => utf8.encode(JSON.stringify(value));

const MAKERS = {
  /** Broken off somewhere. */
  'cut off': (draw, world) => {
    const whole = json(wellFormed(draw, world));
    return { body: whole.slice(0, draw.below(whole.length)), taken: false };
  },
  'not UTF-8': (draw, world) => {
    const whole = json(wellFormed(draw, world));
    // In the text, where any other byte would be as good as the one that stood there.
    whole[whole.length - 10] = 0x80 + draw.below(0x40);
    return { body: whole, taken: false };
  },
  bytes: (draw) => ({
    body: Uint8Array.from({ length: draw.below(300) }, () => draw.below(256)),
    taken: false,
  }),
  'no update': (draw) => {
    const nested = '['.repeat(1 + draw.below(5000));
    const body = draw.pick([json(draw.pick(ODD)), utf8.encode(nested), utf8.encode('NaN')]);
    return { body, taken: false };
  },
  'no number': (draw, world) => {
    const wrong = ODD.filter((value) => !Number.isSafeInteger(value) || Number(value) < 0);
    return { body: json({ ...wellFormed(draw, world), update_id: draw.pick(wrong) }), taken: false };
  },
  'odd within': (draw, world) => ({ body: json(spoil(draw, wellFormed(draw, world))), taken: true }),
  'without sense': (draw, world) => ({ body: json(wellFormed(draw, world)), taken: true }),
} satisfies Record<string, (draw: Random, world: MalformedWorld) => Omit<MalformedBody, 'kind'>>;

export type MalformedKind = keyof typeof MAKERS;
const TAKEN = ['odd within', 'without sense'] as const;
const REFUSED = ['cut off', 'not UTF-8', 'bytes', 'no update', 'no number'] as const;

/** A body that no Telegram sends; one in `takenEvery` is an update by its head, which has to be handled. */
export function malformedBody(draw: Random, world: MalformedWorld, takenEvery: number): MalformedBody {
  const kind = draw.below(takenEvery) === 0 ? draw.pick(TAKEN) : draw.pick(REFUSED);
  return { kind, ...MAKERS[kind](draw, world) };
}
