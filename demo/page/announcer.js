import { byId } from './dom.js';

const COLLECT_MS = 700;

/**
 * Speaks for the whole page in one polite voice: what happened, and how many messages came where. Messages are
 * counted for a moment first, since one event reaches all chats at once.
 */
export function makeAnnouncer() {
  const place = byId('announcer');
  /** @type {string[]} */
  let sentences = [];
  /** @type {Map<string, number>} */
  const messages = new Map();
  let collecting = false;

  function speak() {
    const counts = [...messages].map(([chat, count]) => `${chat} ${count}`);
    const news = counts.length === 0 ? [] : [`New messages: ${counts.join(', ')}.`];
    place.textContent = [...sentences, ...news].join('. ');
    sentences = [];
    messages.clear();
    collecting = false;
  }
  const soon = () => {
    if (collecting) return;
    collecting = true;
    setTimeout(speak, COLLECT_MS);
  };

  return {
    /** @param {string} sentence */
    say(sentence) {
      // While time is played at speed, only the latest is worth hearing.
      sentences = [...sentences.slice(-1), sentence];
      soon();
    },
    /** @param {string} chat */
    messageIn(chat) {
      messages.set(chat, (messages.get(chat) ?? 0) + 1);
      soon();
    },
  };
}
