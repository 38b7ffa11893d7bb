import { clockTime, dayInWords, minutesIn, shortDay } from './dates.js';
import { el } from './dom.js';
import { kindInWords, moveIn, partsOf, toldInWords, waitsForApproval } from './moment.js';

/**
 * The strip above the chats: what happened last. It has its place always, and is loud when a hearing was moved to an
 * earlier time.
 *
 * @param {HTMLElement} strip @param {{ beSecond: () => void }} actions
 */
export function makeHeadline(strip, actions) {
  /** @param {import('./server.js').PastMoment | undefined} moment @param {import('./server.js').Told | undefined} told @param {string} zone */
  return (moment, told, zone) => {
    // What a visitor rejected did not happen, whatever the script had planned.
    strip.dataset.kind = moment === undefined ? 'none' : told?.chats === 0 ? 'untold' : moment.kind;
    strip.replaceChildren(...(moment === undefined ? beginning() : contents(moment, told, zone, actions)));
  };
}

function beginning() {
  return [el('p', { class: 'what' }, 'Nothing has happened yet. Press “Step to the next event”.')];
}

/**
 * @param {import('./server.js').PastMoment} moment
 * @param {import('./server.js').Told | undefined} told
 * @param {string} zone
 * @param {{ beSecond: () => void }} actions
 */
function contents({ at, title, kind }, told, zone, actions) {
  const instant = new Date(at);
  const { what, note } = partsOf(title);
  const move = kind === 'moved-earlier' && told?.chats !== 0 ? moveIn(what) : null;
  const when = el(
    'p',
    { class: 'when' },
    el('b', { class: 'kind' }, kindInWords(kind)),
    ` ${shortDay(zone, instant)}, ${clockTime('en', zone, instant)}`,
  );
  const text = el(
    'p',
    { class: 'what', title },
    move === null ? what : subjectAndTimeLeft(what, move.to, zone, instant),
    ...(note === null || move !== null ? [] : [el('small', {}, ` ${note}`)]),
  );
  const words = el('div', { class: 'text' }, when, text);
  const result = el('p', { class: 'result' }, ...resultOf(kind, told, actions));
  return move === null ? [words, result] : [movement(move), words, result];
}

/** @param {{ from: string, to: string }} move */
function movement({ from, to }) {
  return el(
    'p',
    { class: 'move' },
    el('s', {}, el('span', { class: 'unseen' }, 'not '), from),
    el('span', { 'aria-hidden': 'true' }, ' → '),
    el('strong', {}, el('span', { class: 'unseen' }, 'but '), to),
  );
}

/** @param {string} kind @param {import('./server.js').Told | undefined} told @param {{ beSecond: () => void }} actions */
function resultOf(kind, told, actions) {
  if (told !== undefined) return [toldInWords(told)];
  if (!waitsForApproval(kind)) return [];
  const button = el('button', { type: 'button' }, 'Be the second person');
  button.addEventListener('click', actions.beSecond);
  return [button];
}

/**
 * "The hearing of 11 November 2009. 7 h 14 min are left.", when the new time is on the day of the news.
 *
 * @param {string} what
 * @param {string} to
 * @param {string} zone
 * @param {Date} now
 */
function subjectAndTimeLeft(what, to, zone, now) {
  const subject = what.replace(/ is moved from .*/, '');
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(to) ?? [];
  if (hours === undefined || !subject.includes(dayInWords('en', zone, now))) return subject;
  const left = Number(hours) * 60 + Number(minutes) - minutesIn(zone, now);
  return left <= 0 ? subject : `${subject}. ${Math.floor(left / 60)} h ${left % 60} min are left.`;
}
