/*
 * What all peers share. A peer reads its order as one line of JSON on standard input, prepares what it will send,
 * says `{"ready":true}`, waits for the line `go`, sends, and says `{"done":true}`.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** What a peer says at its end. */
export const DONE = '{"done":true}';

export interface PeerOrder {
  readonly apiRoot: string;
  readonly token: string;
  /** Of a database of its own, empty; for peers that keep state. */
  readonly databaseUrl: string;
  /** One message each to the chats `firstChat`, `firstChat + 1`, … */
  readonly firstChat: number;
  readonly messages: number;
  /** What `sendMessage` is given beside the chat, ready made; they go round. */
  readonly texts: readonly Text[];
  /** As many calls are under way at once. */
  readonly concurrency: number;
}

export interface Text {
  readonly text: string;
  readonly [parameter: string]: unknown;
}

export interface Recipient {
  readonly chatId: number;
  readonly text: Text;
}

/** `prepare` gets everything ready, uncounted; what it answers drains it, and resolves when all is done and recorded. */
export async function runPeer(prepare: (order: PeerOrder) => Promise<() => Promise<void>>): Promise<void> {
  const input = createInterface({ input: process.stdin });
  const lines = input[Symbol.asyncIterator]();
  const order = await lines.next();
  if (order.done) return;
  const drain = await prepare(JSON.parse(order.value));
  process.stdout.write('{"ready":true}\n');
  await lines.next();
  await drain();
  process.stdout.write(`${DONE}\n`);
  await once(process.stdin, 'end');
}

export function recipient({ firstChat, texts }: PeerOrder, number: number): Recipient {
  const text = texts[number % texts.length];
  if (text === undefined) throw new Error('an order without texts');
  return { chatId: firstChat + number, text };
}

/** All recipients, one after the other, with as many calls under way as the order says: what keeps no state. */
export async function sendInLoop(order: PeerOrder, send: (to: Recipient) => Promise<unknown>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: order.concurrency }, async () => {
      while (next < order.messages) {
        const number = next;
        next += 1;
        await send(recipient(order, number));
      }
    }),
  );
}
