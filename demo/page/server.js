/**
 * @typedef {object} ShownChat
 * @property {number} chatId
 * @property {string} title
 * @property {string} language
 * @property {'ltr' | 'rtl'} direction
 * @property {'follower' | 'staff'} kind
 *
 * @typedef {object} Demo
 * @property {string} botUsername
 * @property {number} botId
 * @property {string} [adminUrl]
 * @property {string} [slug] the case that deep links lead to
 * @property {boolean} inlineAllowed whether cases can be shared from any chat by the bot's name
 * @property {ShownChat[]} chats
 *
 * @typedef {{ chats: number, firstMs: number | null, lastMs: number | null }} Told null: not measured
 * @typedef {{ at: string, title: string, kind: string, told?: Told | null }} PastMoment
 *
 * @typedef {object} TimeState
 * @property {string} now
 * @property {string} zone
 * @property {'paused' | 'playing'} state
 * @property {number} speed
 * @property {{ at: string, title: string } | null} next
 * @property {PastMoment[]} past
 * @property {{ id: string, title: string, at: string }[]} scenes
 * @property {string} [scene]
 * @property {{ at: string, kind: string }[]} [timeline]
 *
 * @typedef {import('../web/networks.ts').ShownNetwork} ShownNetwork
 */

/** What the server refused, in its own words. */
export class Refused extends Error {}

/**
 * Asks the stand-in for one of its operations. Throws Refused when a person could not do that either.
 *
 * @param {string} operation
 * @param {object} [input]
 */
export async function control(operation, input = {}) {
  const answer = await post(`/control/${operation}`, input);
  if (answer.ok !== true) throw new Refused(String(answer.error ?? 'The stand-in refused.'));
  return answer.result;
}

/** @returns {Promise<Demo>} */
export const readDemo = () => get('/demo');

/** @param {string} language */
export const addChat = (language) => post('/demo/chats', { language });

/** @returns {Promise<ShownNetwork[]>} */
export const readNetworks = () => get('/networks.json');

/** @returns {Promise<TimeState>} */
export const readTime = () => get('/time');

/** @param {'step' | 'play' | 'pause' | 'restart'} what @param {object} [input] */
export const moveTime = (what, input = {}) => post(`/time/${what}`, input);

/** @param {string} path */
async function get(path) {
  return answerOf(await fetch(path));
}

/** @param {string} path @param {object} input */
async function post(path, input) {
  const headers = { 'Content-Type': 'application/json' };
  return answerOf(await fetch(path, { method: 'POST', headers, body: JSON.stringify(input) }));
}

/** @param {Response} response */
async function answerOf(response) {
  const text = await response.text();
  const answer = text === '' ? {} : JSON.parse(text);
  // The stand-in's refusals are answers, which `control` reads.
  if (response.ok || answer.ok === false) return answer;
  throw new Refused(String(answer.error ?? `The server answered ${response.status}.`));
}

/**
 * Follows a stream of server-sent events, again after each break, until it is closed.
 *
 * @param {string} path
 * @param {{ opened: () => void, broken: () => void, on: Readonly<Record<string, (data: any) => void>> }} listener
 * @returns {() => void} ends it
 */
export function follow(path, { opened, broken, on }) {
  const source = new EventSource(path);
  source.addEventListener('open', opened);
  source.addEventListener('error', broken);
  for (const [name, listen] of Object.entries(on)) {
    source.addEventListener(name, ({ data }) => listen(JSON.parse(data)));
  }
  return () => source.close();
}
