import { cityOf, clockTime, dayInWords, hourIn, longDay, offsetOf, shortDayWithYear } from './dates.js';
import { byId, el } from './dom.js';
import { makeHeadline } from './headline.js';
import { makeLine } from './line.js';
import { kindInWords, partsOf, toldInWords, waitsForApproval } from './moment.js';
import { moveTime } from './server.js';

/**
 * @typedef {import('./server.js').TimeState} TimeState
 * @typedef {import('./server.js').PastMoment} PastMoment
 * @typedef {import('./server.js').Told} Told
 *
 * @typedef {object} MachineActions
 * @property {(moment: PastMoment, before: PastMoment | undefined) => void} happened something new, and what was before it
 * @property {(sentence: string) => void} announce
 * @property {() => void} beSecond
 * @property {(scene: string) => Promise<void>} restart
 * @property {(error: unknown) => void} failed
 */

/** What the scenes are called on their buttons; the server's titles say more. */
const SCENES = /** @type {Readonly<Record<string, string>>} */ ({
  overnight: 'The overnight move',
  'from-the-start': 'From the start',
  release: 'The release',
  fictional: 'An invented case',
});

/** @param {{ at: string, title: string }} moment */
const keyOf = ({ at, title }) => `${at} ${title}`;

/** The clock of the campaign, what moves it, and what has happened. */
export class TimeMachine {
  /** @param {MachineActions} actions */
  constructor(actions) {
    this.actions = actions;
    /** @type {TimeState | null} */
    this.time = null;
    /** @type {Map<string, Told>} */
    this.told = new Map();
    /** @type {Map<string, HTMLElement>} */
    this.entries = new Map();
    this.busy = false;
    this.step = byId('step', HTMLButtonElement);
    this.play = byId('play', HTMLButtonElement);
    this.past = byId('past');
    // It scrolls, so it must be reachable by keyboard; not every browser sees to that.
    this.past.tabIndex = 0;
    this.drawLine = makeLine(byId('line'));
    this.drawHeadline = makeHeadline(byId('headline'), { beSecond: actions.beSecond });
    this.step.addEventListener('click', () => void this.#stepOn());
    this.play.addEventListener('click', () => void this.#playOrPause());
    for (const radio of document.querySelectorAll('input[name=speed]')) {
      radio.addEventListener('change', () => {
        if (this.time?.state === 'playing') void this.#run(() => moveTime('play', { speed: this.#speed() }));
      });
    }
    disclosureOnPhones();
  }

  get zone() {
    return this.time?.zone ?? 'UTC';
  }

  /** @param {TimeState} time */
  show(time) {
    const before = this.time;
    this.time = time;
    document.body.dataset.scene = time.scene ?? '';
    this.#drawClock(time);
    this.#drawControls(time);
    this.#drawNext(time);
    this.#drawScenes(time);
    this.#drawPast(time, before === null || isOtherRun(before, time));
    const known = time.next === null ? time.past : [...time.past, { ...time.next, kind: 'next' }];
    // What only the staff does is followed by the moment that counts.
    const dots = (time.timeline ?? known).filter(({ kind }) => !waitsForApproval(kind));
    this.drawLine(dots, new Date(time.now));
  }

  /** Deliveries of a moment were accepted. @param {Told & { at: string, title: string }} told */
  showTold(told) {
    const { chats, firstMs, lastMs } = told;
    this.told.set(keyOf(told), { chats, firstMs, lastMs });
    const entry = this.entries.get(keyOf(told));
    if (entry !== undefined) this.#drawTold(entry, keyOf(told));
    this.#drawLatest();
    this.actions.announce(toldInWords(told));
  }

  /**
   * Nothing was reported of a moment's deliveries: they went when a visitor approved, or, rejected, never.
   *
   * @param {PastMoment} moment @param {number} chats
   */
  concludeWithoutTold(moment, chats) {
    const key = keyOf(moment);
    const entry = this.entries.get(key);
    if (entry === undefined || this.told.has(key)) return;
    this.told.set(key, { chats, firstMs: null, lastMs: null });
    this.#drawTold(entry, key);
    this.#drawLatest();
  }

  /* ---- what is pressed ---- */

  #speed() {
    const chosen = document.querySelector('input[name=speed]:checked');
    return chosen instanceof HTMLInputElement ? Number(chosen.value) : 3600;
  }

  async #stepOn() {
    if (this.time?.state === 'playing' || this.time?.next === null) return;
    await this.#run(() => moveTime('step'));
  }

  async #playOrPause() {
    const playing = this.time?.state === 'playing';
    await this.#run(() => (playing ? moveTime('pause') : moveTime('play', { speed: this.#speed() })));
  }

  /** One at a time: while time moves, further presses do nothing. @param {() => Promise<unknown>} work */
  async #run(work) {
    if (this.busy) return;
    this.busy = true;
    this.step.setAttribute('aria-busy', 'true');
    try {
      await work();
    } catch (error) {
      this.actions.failed(error);
    } finally {
      this.busy = false;
      this.step.removeAttribute('aria-busy');
    }
  }

  /* ---- drawing ---- */

  /** @param {TimeState} time */
  #drawClock({ now, zone }) {
    const at = new Date(now);
    const clock = byId('clock-time');
    clock.textContent = clockTime('en', zone, at);
    clock.setAttribute('datetime', now);
    byId('clock-date').textContent = longDay(zone, at);
    byId('clock-place').textContent = `${cityOf(zone)}, ${offsetOf(zone, at)}`;
    const sameDay = dayInWords('en', zone, at) === dayInWords('en', 'UTC', at);
    const utc = `${clockTime('en', 'UTC', at)} UTC`;
    byId('clock-utc').textContent = sameDay
      ? utc
      : `${utc}, ${dayInWords('en', 'UTC', at).replace(/ \d{4}$/, '')}`;
    byId('clock').dataset.sky = skyAt(hourIn(zone, at));
  }

  /** @param {TimeState} time */
  #drawControls({ state, next }) {
    const playing = state === 'playing';
    this.step.setAttribute('aria-disabled', String(playing || next === null));
    byId('play-text').textContent = playing ? 'Pause' : 'Play';
    document.getElementById('play-icon')?.setAttribute('href', playing ? '#icon-pause' : '#icon-play');
    this.play.disabled = next === null && !playing;
  }

  /** @param {TimeState} time */
  #drawNext({ next, zone }) {
    const text =
      next === null ? 'The script is over. Choose a scene to begin again.' : partsOf(next.title).what;
    const when = next === null ? [] : [el('b', {}, momentTime(next.at, zone)), el('br')];
    byId('next').replaceChildren(...when, text);
  }

  /** @param {TimeState} time */
  #drawScenes({ scenes, scene, zone }) {
    const place = byId('scenes');
    if (place.childElementCount !== scenes.length) {
      place.replaceChildren(...scenes.map((one) => this.#sceneButton(one, zone)));
    }
    for (const button of place.querySelectorAll('button')) {
      if (scene !== undefined) button.setAttribute('aria-pressed', String(button.value === scene));
    }
  }

  /** @param {TimeState['scenes'][number]} scene @param {string} zone */
  #sceneButton({ id, title, at }, zone) {
    const button = el(
      'button',
      { type: 'button', value: id, title: `Begin again: ${title}` },
      el('span', {}, SCENES[id] ?? title),
      el('small', {}, shortDayWithYear(zone, new Date(at))),
    );
    button.addEventListener('click', () => void this.#run(() => this.actions.restart(id)));
    return button;
  }

  /** Only what is new is drawn, the newest on top. @param {TimeState} time @param {boolean} fromScratch */
  #drawPast({ past, zone }, fromScratch) {
    if (fromScratch) {
      this.entries.clear();
      this.told.clear();
      this.past.replaceChildren();
    }
    for (const [index, moment] of past.entries()) {
      const key = keyOf(moment);
      if (moment.told != null) this.told.set(key, moment.told);
      const known = this.entries.get(key);
      if (known !== undefined) continue;
      const entry = entryOf(moment, zone);
      this.entries.set(key, entry);
      this.#drawTold(entry, key);
      this.past.prepend(entry);
      if (!fromScratch) {
        this.actions.happened(moment, past[index - 1]);
        this.actions.announce(
          `${momentTime(moment.at, zone)}. ${kindInWords(moment.kind)}: ${partsOf(moment.title).what}`,
        );
      }
    }
    this.#drawLatest();
  }

  #latestDrawn = '';

  #drawLatest() {
    const latest = this.time?.past.at(-1);
    const told = latest === undefined ? undefined : this.told.get(keyOf(latest));
    const key = latest === undefined ? 'none' : `${keyOf(latest)} ${JSON.stringify(told)}`;
    if (key === this.#latestDrawn) return;
    this.#latestDrawn = key;
    this.drawHeadline(latest, told, this.zone);
  }

  /** @param {HTMLElement} entry @param {string} key */
  #drawTold(entry, key) {
    const told = this.told.get(key);
    const place = entry.querySelector('.told');
    if (told !== undefined && place !== null) place.textContent = toldInWords(told);
  }
}

/** @param {string} at @param {string} zone */
const momentTime = (at, zone) =>
  `${shortDayWithYear(zone, new Date(at))}, ${clockTime('en', zone, new Date(at))}`;

/** @param {PastMoment} moment @param {string} zone */
function entryOf({ at, title, kind }, zone) {
  const { who, what, note } = partsOf(title);
  const entry = el(
    'li',
    {},
    el(
      'p',
      { class: 'when' },
      el('time', { datetime: at }, momentTime(at, zone)),
      ' ',
      el('b', { class: 'kind' }, kindInWords(kind)),
    ),
    el('p', { class: 'what' }, what),
    el('p', { class: 'note' }, [who, note].filter((part) => part !== null).join('; ')),
    el('p', { class: 'told' }),
  );
  entry.dataset.kind = kind;
  return entry;
}

/** A restart, seen from outside. @param {TimeState} before @param {TimeState} after */
export function isOtherRun(before, after) {
  return (
    before.scene !== after.scene ||
    before.zone !== after.zone ||
    Date.parse(after.now) < Date.parse(before.now)
  );
}

/** @param {number} hour */
function skyAt(hour) {
  if (hour < 6 || hour >= 20) return 'night';
  if (hour < 8) return 'dawn';
  return hour < 18 ? 'day' : 'dusk';
}

/** On a phone the scenes and the list are behind a button; elsewhere they always show. */
function disclosureOnPhones() {
  const content = byId('machine-more');
  const button = byId('more', HTMLButtonElement);
  const narrow = matchMedia('(max-width: 760px)');
  /** @param {boolean} open */
  const show = (open) => {
    content.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  button.addEventListener('click', () => show(content.hidden === true));
  content.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !narrow.matches) return;
    show(false);
    button.focus();
  });
  const settle = () => show(!narrow.matches);
  narrow.addEventListener('change', settle);
  settle();
}
