import { Agent } from 'node:http';
import { Telegram } from 'telegraf';
import type { PeerOrder, Recipient } from './peer.ts';

/** How all peers that use telegraf send: one client, its connections kept open, as many as calls are under way. */
export function telegrafSend({
  apiRoot,
  token,
  concurrency,
}: PeerOrder): (to: Recipient) => Promise<unknown> {
  const telegram = new Telegram(token, { apiRoot });
  // For a root without TLS telegraf drops the agent that it is given in its options.
  telegram.options.agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  return ({ chatId, text: { text, ...extra } }) => telegram.sendMessage(chatId, text, extra);
}
