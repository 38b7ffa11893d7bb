import { disclosure, el, icon } from './dom.js';
import { makeInline } from './inline.js';
import { englishName } from './words.js';

/** Telegram's own limit; longer texts are sent as several messages, as its apps do. */
const LONGEST = 4096;

/**
 * @typedef {{ command: string, description: string }} Command
 * @typedef {import('./server.js').ShownChat} ShownChat
 *
 * @typedef {object} ComposerActions
 * @property {(text: string) => void} send
 * @property {() => void} start
 * @property {() => void} restart
 * @property {() => Promise<readonly Command[]>} commands
 * @property {import('./inline.js').InlineActions} inline
 */

/**
 * What stands at the foot of a chat: where one writes, or the button that begins or takes up the conversation.
 *
 * @param {ShownChat} chat @param {ReturnType<typeof import('./words.js')['wordsOf']>} words @param {ComposerActions} actions
 */
export function makeComposer(chat, words, actions) {
  const field = writingField(chat, words);
  const list = el('div', { class: 'commands', lang: chat.language });
  const menuButton = el(
    'button',
    { type: 'button', class: 'round menu', title: 'Commands of the bot' },
    icon('menu'),
    el('span', { class: 'unseen', lang: chat.language }, words.menu),
  );
  const menu = disclosure(menuButton, list, () => {
    inline.close();
    void fill();
  });
  const sendButton = el(
    'button',
    { type: 'submit', class: 'round send', title: 'Send' },
    icon('send', 'turns'),
    el('span', { class: 'unseen', lang: chat.language }, words.send),
  );
  // In its place while one asks the bot: a question is not sent.
  const clearButton = el(
    'button',
    { type: 'button', class: 'round clear', title: 'Clear', hidden: true },
    icon('close'),
    el('span', { class: 'unseen', lang: chat.language }, words.clear),
  );
  const inline = makeInline(field, words, actions.inline);
  const form = el('form', { class: 'writing' }, menuButton, field, sendButton, clearButton);
  const start = el('button', { type: 'button', class: 'begin', title: 'Start the bot' }, words.start);
  const restart = el(
    'button',
    { type: 'button', class: 'begin', title: 'Unblock the bot and send /start' },
    words.restart,
  );
  const footer = el('footer', { class: 'composer' }, list, inline.list, form, start, restart, inline.status);

  /** @param {string} text */
  const sendNow = (text) => {
    // What was typed only served to find the command.
    if (field.value.startsWith('/')) field.value = '';
    menu.close();
    field.focus();
    actions.send(text);
  };

  async function fill() {
    const all = await actions.commands();
    // Looked at only now: meanwhile more may have been typed.
    const typed = field.value.startsWith('/') ? field.value.slice(1).toLowerCase() : '';
    const commands = all.filter(({ command }) => command.startsWith(typed));
    list.replaceChildren(...commands.map((command) => commandButton(command, sendNow)));
    if (commands.length === 0)
      list.append(el('p', { class: 'none', lang: 'en' }, 'The bot offers no such command.'));
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (inline.isAsking()) {
      inline.enter('first');
      return;
    }
    inline.close();
    const text = field.value.trim();
    if (text === '') return;
    field.value = '';
    settleDirection(field, chat);
    menu.close();
    for (const part of inParts(text)) actions.send(part);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.key === 'Escape') {
      menu.close();
      inline.close();
    } else if (event.key === 'ArrowUp' && inline.isOpen()) {
      if (inline.enter('nearest')) event.preventDefault();
    } else if (event.key === 'ArrowUp' && menu.isOpen()) {
      event.preventDefault();
      const last = list.querySelector('button:last-of-type');
      if (last instanceof HTMLElement) last.focus();
    }
  });
  field.addEventListener('input', () => {
    settleDirection(field, chat);
    inline.typed();
    showSend();
    if (/^\/\w*$/.test(field.value)) {
      if (menu.isOpen()) void fill();
      else menu.open();
    } else if (menu.isOpen()) menu.close();
  });
  const showSend = () => {
    const asking = inline.isAsking();
    sendButton.hidden = asking;
    clearButton.hidden = !asking;
  };
  clearButton.addEventListener('click', () => inline.put(''));
  field.addEventListener('click', () => {
    if (inline.isAsking() && !inline.isOpen()) inline.typed();
  });
  for (const choices of [list, inline.list]) walkByArrows(choices, field);
  inline.list.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    inline.close();
    field.focus();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && footer.isConnected && !footer.contains(target)) inline.close();
  });
  start.addEventListener('click', () => {
    actions.start();
    field.focus();
  });
  restart.addEventListener('click', () => {
    actions.restart();
    field.focus();
  });

  return {
    footer,
    /** What is to be completed by the person. @param {string} text */
    put: inline.put,
    /** @param {'never started' | 'started' | 'blocked' | 'deactivated'} state */
    show(state) {
      form.hidden = state !== 'started';
      start.hidden = state !== 'never started';
      restart.hidden = state !== 'blocked';
      if (state === 'started') return;
      menu.close();
      inline.close();
    },
  };
}

/** Up and down from one choice to the next, and from the last back into the field. @param {HTMLElement} choices @param {HTMLElement} field */
function walkByArrows(choices, field) {
  choices.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const { activeElement } = document;
    const neighbour =
      event.key === 'ArrowDown' ? activeElement?.nextElementSibling : activeElement?.previousElementSibling;
    if (neighbour instanceof HTMLElement) neighbour.focus();
    else if (event.key === 'ArrowDown') field.focus();
  });
}

/** @param {ShownChat} chat @param {{ message: string }} words */
function writingField(chat, words) {
  return el('textarea', {
    rows: '1',
    lang: chat.language,
    dir: chat.direction,
    placeholder: words.message,
    'aria-label': `${words.message} (${chat.kind === 'staff' ? chat.title : englishName(chat.language)})`,
    autocomplete: 'off',
    enterkeyhint: 'send',
  });
}

/** Empty, it runs as the chat does; then as what is written. @param {HTMLTextAreaElement} field @param {ShownChat} chat */
function settleDirection(field, chat) {
  field.dir = field.value === '' ? chat.direction : 'auto';
}

/** @param {Command} command @param {(text: string) => void} send */
function commandButton({ command, description }, send) {
  const button = el(
    'button',
    { type: 'button' },
    el('span', { class: 'description', dir: 'auto' }, description),
    el('bdi', {}, `/${command}`),
  );
  button.addEventListener('click', () => send(`/${command}`));
  return button;
}

/** @param {string} text */
function inParts(text) {
  const parts = [];
  for (let rest = text; rest !== ''; ) {
    // Never between the halves of a surrogate pair.
    const end = /[\uD800-\uDBFF]/.test(rest.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return parts;
}
