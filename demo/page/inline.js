import { el, icon } from './dom.js';

/*
 * Inline mode, as Telegram's apps have it: a text that begins with the bot's name asks the bot, and one of what it
 * answers is sent in the chat in which one writes.
 */

/** As long as Telegram's apps wait for the next letter before they ask. */
const PAUSE_MS = 300;
/** After this nobody waits for the bot's answer any more. */
const PATIENCE_MS = 10_000;
/** Answers to questions of other windows are not waited for here. */
const EARLY = 20;
/** Bot API 10.3: a query has up to 256 characters. */
const LONGEST_QUERY = 256;

/**
 * @typedef {object} Result one that carries no message of its own cannot be sent here
 * @property {string} id
 * @property {string} [title]
 * @property {string} [description]
 *
 * @typedef {object} InlineAnswer
 * @property {readonly Result[]} results
 * @property {string} nextOffset
 * @property {{ text: string, start_parameter?: string } | null} button
 *
 * @typedef {{ queryId: string, answer: InlineAnswer }} Answered
 *
 * @typedef {object} InlineActions
 * @property {string} botUsername
 * @property {(query: string, offset: string) => Promise<Answered | 'silent' | 'refused'>} ask
 * @property {(queryId: string, resultId: string) => Promise<void>} choose
 * @property {() => Promise<boolean>} isAllowed whether the campaign has sharing switched on
 * @property {(payload: string) => void} start
 */

/**
 * Brings the answers, which come over the stream, to whoever asked; an answer may be there before one knows the id of
 * what one asked.
 */
export class InlineAnswers {
  constructor() {
    /** @type {Map<string, InlineAnswer>} */
    this.early = new Map();
    /** @type {Map<string, (answer: InlineAnswer) => void>} */
    this.waiting = new Map();
  }

  /** @param {string} queryId @param {InlineAnswer} answer */
  came(queryId, answer) {
    const tell = this.waiting.get(queryId);
    if (tell !== undefined) return tell(answer);
    const [oldest] = this.early.keys();
    if (this.early.size >= EARLY && oldest !== undefined) this.early.delete(oldest);
    this.early.set(queryId, answer);
  }

  /** Null when the bot does not answer. @param {string} queryId @returns {Promise<InlineAnswer | null>} */
  async to(queryId) {
    const early = this.early.get(queryId);
    this.early.delete(queryId);
    if (early !== undefined) return early;
    /** @type {PromiseWithResolvers<InlineAnswer | null>} */
    const { promise, resolve } = Promise.withResolvers();
    this.waiting.set(queryId, resolve);
    const patience = setTimeout(() => resolve(null), PATIENCE_MS);
    const answer = await promise;
    clearTimeout(patience);
    this.waiting.delete(queryId);
    return answer;
  }
}

/**
 * The list above the field in which one writes. Whoever owns the field tells what is typed in it.
 *
 * @param {HTMLTextAreaElement} field
 * @param {ReturnType<typeof import('./words.js')['wordsOf']>} words
 * @param {InlineActions} actions
 */
export function makeInline(field, words, actions) {
  const name = `@${actions.botUsername}`;
  const list = el('div', { class: 'found', role: 'group', 'aria-label': name, hidden: true });
  const status = el('p', { class: 'unseen', role: 'status' });
  /** Rises with every question: only the answer to the last is shown. */
  let question = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  /** The last text about which the bot could not be asked at all: it is sent as it stands. @type {string | null} */
  let plain = null;

  /** What is asked of the bot; null while the text is none of its business. */
  const query = () => {
    const { value } = field;
    if (value === plain || !value.toLowerCase().startsWith(`${name.toLowerCase()} `)) return null;
    const asked = value.slice(name.length + 1).trim();
    return asked.length > LONGEST_QUERY ? null : asked;
  };

  const close = () => {
    question += 1;
    clearTimeout(pause);
    list.hidden = true;
    list.replaceChildren();
    status.textContent = '';
  };

  /** @param {readonly Node[]} nodes @param {string} said */
  const show = (nodes, said) => {
    list.replaceChildren(...nodes);
    list.hidden = false;
    status.textContent = said;
  };

  /** @param {string} text */
  const put = (text) => {
    field.value = text;
    field.focus();
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };

  /** @param {string} asked @param {string} offset */
  async function ask(asked, offset) {
    question += 1;
    const mine = question;
    const answered = await actions.ask(asked, offset);
    if (mine !== question) return;
    if (answered === 'refused') {
      plain = field.value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      return;
    }
    if (answered === 'silent') {
      const silence = `${name} does not answer.`;
      show([note(silence)], silence);
      return;
    }
    const { results, nextOffset, button } = answered.answer;
    const isFirst = offset === '';
    const sendable = results.map((result) => resultButton(result, () => choose(answered.queryId, result.id)));
    const further = nextOffset === '' ? [] : [moreButton(asked, nextOffset)];
    const above = button === null || !isFirst ? [] : [startButton(button)];
    if (isFirst && results.length === 0) {
      const why = await whyNothing(asked);
      if (mine !== question) return;
      show([...above, el('p', { class: 'none' }, words.noResults), note(why)], `${words.noResults} ${why}`);
      return;
    }
    if (isFirst) {
      show([...above, ...sendable, ...further], `${words.results}: ${results.length}`);
      list.scrollTop = 0;
      return;
    }
    const hadFocus = list.lastElementChild === document.activeElement;
    list.lastElementChild?.remove();
    list.append(...sendable, ...further);
    status.textContent = `${words.results}: ${list.querySelectorAll('.result').length}`;
    if (hadFocus) sendable[0]?.focus();
  }

  /** @param {string} asked */
  async function whyNothing(asked) {
    if (!(await actions.isAllowed())) {
      return 'The campaign has sharing by the bot’s name switched off: the bot answers every question with nothing.';
    }
    return asked === '' ? 'The bot has no case to share.' : 'The bot knows no case by these words.';
  }

  /** @param {string} queryId @param {string} resultId */
  async function choose(queryId, resultId) {
    close();
    put('');
    await actions.choose(queryId, resultId);
  }

  /** @param {string} asked @param {string} offset */
  function moreButton(asked, offset) {
    const button = el('button', { type: 'button', class: 'further' }, icon('down'), words.more);
    button.addEventListener('click', () => void ask(asked, offset));
    return button;
  }

  /** @param {{ text: string, start_parameter?: string }} given */
  function startButton({ text, start_parameter: payload }) {
    const button = el('button', { type: 'button', class: 'further', dir: 'auto' }, text);
    button.addEventListener('click', () => {
      close();
      put('');
      if (payload !== undefined) actions.start(payload);
    });
    return button;
  }

  /** The bot's name, for who has begun to type it. */
  function suggestion() {
    const button = el('button', { type: 'button', class: 'further' }, el('bdi', {}, name));
    button.addEventListener('click', () => put(`${name} `));
    return button;
  }

  return {
    list,
    status,
    name,
    /** Whether what is written is a question to the bot, and no message. */
    isAsking: () => query() !== null,
    isOpen: () => !list.hidden,
    close,
    put,
    /** Something was typed, or taken away. */
    typed() {
      const { value } = field;
      if (value !== plain) plain = null;
      const asked = query();
      if (asked !== null) {
        question += 1;
        clearTimeout(pause);
        pause = setTimeout(() => void ask(asked, ''), PAUSE_MS);
        return;
      }
      close();
      const begun = /^@\w*$/.test(value) && name.toLowerCase().startsWith(value.toLowerCase());
      if (begun) show([suggestion()], '');
    },
    /** Brings the focus to the first of what can be sent, or to the choice nearest to the field; false where there is none. @param {'first' | 'nearest'} which */
    enter(which) {
      const all = [...list.querySelectorAll('button')];
      const chosen = which === 'nearest' ? all.at(-1) : (list.querySelector('.result') ?? all[0]);
      if (!(chosen instanceof HTMLElement)) return false;
      chosen.focus();
      return true;
    },
  };
}

/** @param {Result} result @param {() => Promise<void>} choose */
function resultButton({ title = '', description }, choose) {
  const button = el(
    'button',
    { type: 'button', class: 'result' },
    el('span', { class: 'tile', 'aria-hidden': 'true' }, ([...title][0] ?? '').toUpperCase()),
    el('span', { class: 'title', dir: 'auto' }, title),
    ...(description === undefined ? [] : [el('span', { class: 'description', dir: 'auto' }, description)]),
  );
  button.addEventListener('click', () => void choose());
  return button;
}

/** What the page itself says, which speaks English. @param {string} text */
const note = (text) => el('p', { class: 'none note', lang: 'en', dir: 'ltr' }, text);
