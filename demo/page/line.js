import { el } from './dom.js';

/** @typedef {{ at: string, kind: string }} Dot */

const DAY_MS = 24 * 3600 * 1000;
/** A longer silence is drawn no longer than this: the case has years in which nothing happened. */
const LONGEST_GAP_MS = 25 * DAY_MS;
/** Labels do not come closer than this part of the line. */
const LABEL_WIDTH = 0.17;

/**
 * The campaign as a line from its first moment to its last, with the present on it. Only for the eye: the list
 * below says the same in words.
 *
 * @param {HTMLElement} line
 */
export function makeLine(line) {
  const track = el('div', { class: 'track' });
  const labels = el('div', { class: 'labels' });
  const now = el('span', { class: 'now' });
  line.replaceChildren(labels, track);
  let drawn = '';
  let place = scaleOf([0]);

  /** @param {readonly Dot[]} dots in order @param {Date} present */
  return (dots, present) => {
    const key = `${dots.length} ${dots[0]?.at} ${dots.at(-1)?.at}`;
    if (key !== drawn) {
      drawn = key;
      const times = dots.map(({ at }) => Date.parse(at));
      place = scaleOf(times);
      track.replaceChildren(...dots.map((dot) => at(el('i'), place(Date.parse(dot.at)), dot)), now);
      labels.replaceChildren(
        ...labelsOf(times, place).map(({ text, part }) => at(el('span', {}, text), part)),
      );
    }
    at(now, place(present.getTime()));
    for (const dot of track.querySelectorAll('i')) {
      dot.classList.toggle('over', Date.parse(dot.dataset.at ?? '') <= present.getTime());
    }
  };
}

/**
 * Where on the line an instant lies, from 0 to 1.
 *
 * @param {readonly number[]} times in order
 * @returns {(ms: number) => number}
 */
function scaleOf(times) {
  const [first = 0] = times;
  const before = [0];
  for (const [i, time] of times.entries()) {
    const gap = time - (times[i - 1] ?? time);
    if (i > 0) before.push((before[i - 1] ?? 0) + Math.min(gap, LONGEST_GAP_MS));
  }
  const length = Math.max(1, before.at(-1) ?? 1);
  return (ms) => {
    if (ms <= first) return 0;
    const last = times.findLastIndex((time) => time <= ms);
    const [from = first, to] = [times[last], times[last + 1]];
    if (to === undefined) return 1;
    const gap = Math.min(to - from, LONGEST_GAP_MS);
    return ((before[last] ?? 0) + ((ms - from) / (to - from)) * gap) / length;
  };
}

/** The months in which something happens, as far as there is room. @param {readonly number[]} times @param {(ms: number) => number} place */
function labelsOf(times, place) {
  /** @type {{ text: string, part: number }[]} */
  const labels = [];
  for (const time of times) {
    const part = place(time);
    const nearest = labels.at(-1)?.part ?? -1;
    const month = new Date(time).toLocaleDateString('en', { month: 'short', timeZone: 'UTC' });
    const text = `${month} ’${String(new Date(time).getUTCFullYear()).slice(2)}`;
    if (part - nearest < LABEL_WIDTH || part > 1 - LABEL_WIDTH / 2) continue;
    if (labels.at(-1)?.text !== text) labels.push({ text, part });
  }
  return labels;
}

/**
 * @template {HTMLElement} Kind
 * @param {Kind} element
 * @param {number} part
 * @param {Dot} [dot]
 */
function at(element, part, dot) {
  element.style.setProperty('--at', `${(part * 100).toFixed(2)}%`);
  if (dot !== undefined) Object.assign(element.dataset, dot);
  return element;
}
