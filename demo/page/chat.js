import { makeComposer } from './composer.js';
import { dayInWords } from './dates.js';
import { disclosure, el, icon } from './dom.js';
import { InlineAnswers } from './inline.js';
import { drawMessage, isFromBot, redrawMessage } from './message.js';
import { control, Refused } from './server.js';
import { englishName, wordsOf } from './words.js';

/**
 * @typedef {import('./message.js').Message} Message
 * @typedef {import('./server.js').ShownChat} ShownChat
 * @typedef {'never started' | 'started' | 'blocked' | 'deactivated'} Acquaintance
 *
 * @typedef {object} ChatSurroundings
 * @property {{ id: number, username: string, slug: string }} bot
 * @property {() => string} zone
 * @property {() => Promise<boolean>} inlineAllowed whether the campaign lets cases be shared by the bot's name
 * @property {(chat: ShownChat) => void} arrived a message of the bot has come while the page was open
 * @property {(chat: ShownChat) => void} seen
 */

const GHOST_MS = 2600;
const NOTICE_MS = 5000;

/** A chat between one person and the bot, as that person's app shows it. */
export class ChatPanel {
  /** @param {ShownChat} chat @param {ChatSurroundings} around */
  constructor(chat, around) {
    this.chat = chat;
    this.around = around;
    this.words = wordsOf(chat.language);
    /** @type {Acquaintance} */
    this.state = 'never started';
    /** @type {Map<number, { message: Message, item: HTMLElement, cameAt: number | null }>} */
    this.messages = new Map();
    /** @type {Set<number>} */
    this.deleted = new Set();
    /** Buttons that wait for the bot's answer, by the id of the query. @type {Map<string, HTMLButtonElement>} */
    this.waiting = new Map();
    /** Answers that came before the stand-in had told the tap's id. @type {Set<string>} */
    this.answeredEarly = new Set();
    this.inlineAnswers = new InlineAnswers();
    this.unread = 0;
    this.onScreen = false;

    this.list = el('ol', { class: 'messages' });
    this.log = el(
      'div',
      {
        class: 'log',
        role: 'log',
        'aria-live': 'off',
        tabindex: '0',
        'aria-label': `Messages, ${this.englishTitle}`,
      },
      this.list,
    );
    this.jump = el('button', {
      type: 'button',
      class: 'round jump',
      title: 'To the newest message',
      hidden: true,
    });
    this.jump.append(icon('down'), el('span', { class: 'unseen' }, this.words.newMessages));
    this.jump.addEventListener('click', () => this.toEnd());
    /** Whether what is new is brought into sight: until the person scrolls back. */
    this.following = true;
    /** Where the page itself put the scroll bar last, and whether that was the end. */
    this.placed = { top: 0, atEnd: true };
    this.log.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => {
      if (this.following && this.placed.atEnd) this.toEnd();
    }).observe(this.log);
    this.notices = el('div', { class: 'notices', role: 'status' });
    this.blockButton = el('button', { type: 'button' });
    this.shareButton = el(
      'button',
      { type: 'button' },
      icon('share'),
      el('span', {}, 'Share a case by the bot’s name'),
      el('small', {}, `@${around.bot.username} …`),
    );
    this.composer = makeComposer(chat, this.words, {
      send: (text) => this.#act('user-sends', { text }),
      start: () => this.#act('user-starts'),
      restart: () => void this.#restart(),
      commands: () => control('commands', { user: chat.chatId, bot: around.bot.id }),
      inline: {
        botUsername: around.bot.username,
        ask: (query, offset) => this.#askInline(query, offset),
        choose: async (queryId, resultId) => {
          await this.#act('user-chooses-inline', { queryId, resultId });
        },
        isAllowed: around.inlineAllowed,
        start: (payload) => this.openDeepLink(payload),
      },
    });
    this.element = el(
      'section',
      { class: 'chat', id: `chat-${chat.chatId}`, lang: chat.language, dir: chat.direction, tabindex: '-1' },
      this.#head(),
      el('div', { class: 'body' }, this.log, this.jump, this.notices),
      this.composer.footer,
    );
    this.element.dataset.kind = chat.kind;
    this.element.setAttribute('aria-label', `Chat: ${this.englishTitle}`);
    this.#readOutWhileUsed();
    this.setState('never started');
  }

  /** For the page's own texts, which are English. */
  get englishTitle() {
    return this.chat.kind === 'staff' ? this.chat.title : englishName(this.chat.language);
  }

  /* ---- what the stand-in tells ---- */

  /** @param {Acquaintance} state */
  setState(state) {
    this.state = state;
    this.element.dataset.state = state;
    this.blockButton.replaceChildren(
      icon('block'),
      el('span', {}, state === 'blocked' ? 'Unblock the bot' : 'Block the bot'),
      el(
        'small',
        { lang: this.chat.language, dir: 'auto' },
        state === 'blocked' ? this.words.unblock : this.words.block,
      ),
    );
    this.blockButton.hidden = state === 'never started';
    this.shareButton.hidden = state !== 'started';
    this.composer.show(state);
    this.#showEmptiness();
  }

  /**
   * Takes over what the chat shows now; messages that came over the stream meanwhile stay.
   *
   * @param {readonly Message[]} messages
   */
  load(messages) {
    for (const message of messages) if (!this.deleted.has(message.message_id)) this.#put(message, null);
    this.toEnd();
  }

  /** @param {Message} message */
  receive(message) {
    const item = this.#put(message, performance.now());
    if (isFromBot(message)) {
      item.classList.add('fresh');
      this.around.arrived(this.chat);
    }
    if (this.following || !isFromBot(message)) this.#show(item);
    else this.jump.hidden = false;
  }

  /** @param {Message} message */
  edit(message) {
    const known = this.messages.get(message.message_id);
    this.#put(message, known?.cameAt ?? null).classList.add('changed');
    if (this.following && this.placed.atEnd) this.toEnd();
  }

  /** The message goes before one's eyes. @param {number} id */
  remove(id) {
    this.deleted.add(id);
    const known = this.messages.get(id);
    if (known === undefined) return;
    this.messages.delete(id);
    const { item } = known;
    if (item.contains(document.activeElement)) this.log.focus();
    item.classList.add('ghost');
    item.replaceChildren(el('p', { class: 'bubble' }, this.words.deleted));
    setTimeout(() => {
      item.remove();
      this.#tidyDays();
      this.#showEmptiness();
    }, GHOST_MS);
  }

  /** @param {{ callback_query_id: string, text: string, show_alert: boolean }} answer */
  answered({ callback_query_id, text, show_alert }) {
    this.#settle(callback_query_id);
    if (text !== '') this.notify(text, show_alert);
  }

  /**
   * Sets off what the bot sent of itself in a stretch of the campaign's time, as far as one saw it come.
   *
   * @param {number} fromMs @param {number} toMs
   */
  emphasise(fromMs, toMs) {
    for (const { item, cameAt } of this.#unasked(fromMs, toMs))
      if (cameAt !== null) item.classList.add('loud');
  }

  /** Whether the bot sent anything of itself then. @param {number} fromMs @param {number} toMs */
  wasTold(fromMs, toMs) {
    return this.#unasked(fromMs, toMs).length > 0;
  }

  /** @param {number} fromMs @param {number} toMs */
  #unasked(fromMs, toMs) {
    const all = this.#inOrder();
    return all.filter(({ message }, index) => {
      const before = all[index - 1]?.message;
      const answers = before !== undefined && !isFromBot(before) && message.date - before.date < 5;
      const at = message.date * 1000;
      return isFromBot(message) && !answers && at >= fromMs - 1000 && at <= toMs;
    });
  }

  /** @param {string} text @param {boolean} untilClosed */
  notify(text, untilClosed) {
    const notice = el('div', { class: 'toast' }, el('p', { dir: 'auto' }, text));
    const gone = () => notice.remove();
    if (untilClosed) {
      const ok = el('button', { type: 'button' }, 'OK');
      ok.addEventListener('click', () => {
        gone();
        this.log.focus({ preventScroll: true });
      });
      notice.append(ok);
    } else setTimeout(gone, NOTICE_MS);
    this.notices.replaceChildren(notice);
  }

  /** Whether the panel can be seen at all, so that what arrives counts as read. @param {boolean} onScreen */
  setOnScreen(onScreen) {
    this.onScreen = onScreen;
    if (!onScreen) return;
    this.unread = 0;
    this.around.seen(this.chat);
  }

  toEnd() {
    this.#place(this.log.scrollHeight, true);
  }

  /* ---- what the person does ---- */

  /** A deep link `t.me/<bot>?start=…`. @param {string | null} payload */
  openDeepLink(payload) {
    this.#act('user-starts', payload === null ? {} : { payload });
  }

  async #restart() {
    await this.#act('user-unblocks');
    await this.#act('user-starts');
  }

  /** @param {string} query @param {string} offset @returns {ReturnType<import('./inline.js').InlineActions['ask']>} */
  async #askInline(query, offset) {
    const { chatId } = this.chat;
    try {
      const input = { user: chatId, chat: chatId, bot: this.around.bot.id, query, offset };
      const { queryId } = await control('user-asks-inline', input);
      const answer = await this.inlineAnswers.to(queryId);
      return answer === null ? 'silent' : { queryId, answer };
    } catch (error) {
      // A bot that has inline mode off: Telegram's apps do not ask it.
      if (!(error instanceof Refused)) throw error;
      return 'refused';
    }
  }

  /** @param {string} operation @param {object} [input] */
  async #act(operation, input = {}) {
    // A file is no person's: it is the bot's, wherever it was sent.
    const user = operation === 'file' ? {} : { user: this.chat.chatId };
    try {
      return await control(operation, { ...user, bot: this.around.bot.id, ...input });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.notify(error.message, false);
      return null;
    }
  }

  /** @param {number} messageId @param {number} row @param {number} column @param {HTMLButtonElement} key */
  async #tap(messageId, row, column, key) {
    if (key.getAttribute('aria-busy') === 'true') return;
    key.setAttribute('aria-busy', 'true');
    const tapped = await this.#act('user-taps', { messageId, button: { row, column } });
    if (tapped === null) key.removeAttribute('aria-busy');
    else if (this.answeredEarly.delete(tapped.queryId)) key.removeAttribute('aria-busy');
    else this.waiting.set(tapped.queryId, key);
  }

  /** The file goes to the person's own downloads, as on a phone. @param {import('./message.js').SentFile} file */
  async #open(file) {
    const content = await this.#act('file', { fileId: file.file_id });
    if (content === null) return;
    const bytes = Uint8Array.from(atob(content.base64), (letter) => letter.charCodeAt(0));
    const href = URL.createObjectURL(new Blob([bytes], { type: content.contentType }));
    el('a', { href, download: content.name }).click();
    URL.revokeObjectURL(href);
  }

  /** @param {string} query */
  #settle(query) {
    const key = this.waiting.get(query);
    if (key === undefined) this.answeredEarly.add(query);
    key?.removeAttribute('aria-busy');
    this.waiting.delete(query);
  }

  /* ---- drawing ---- */

  #head() {
    const { chat, around } = this;
    this.blockButton.addEventListener('click', () => {
      actions.close();
      void this.#act(this.state === 'blocked' ? 'user-unblocks' : 'user-blocks');
    });
    const address = `t.me/${around.bot.username}?start=${around.bot.slug}`;
    const deepLink = el(
      'button',
      { type: 'button' },
      icon('link'),
      el('span', {}, 'Open a link into the case'),
      el('small', {}, address),
    );
    deepLink.addEventListener('click', () => {
      actions.close();
      this.openDeepLink(around.bot.slug);
    });
    this.shareButton.addEventListener('click', () => {
      actions.close();
      this.composer.put(`@${around.bot.username} `);
    });
    const content = el(
      'div',
      { class: 'actions', lang: 'en', dir: 'ltr' },
      deepLink,
      this.shareButton,
      this.blockButton,
    );
    const button = el(
      'button',
      { type: 'button', class: 'round', 'aria-label': `Actions in the chat: ${this.englishTitle}` },
      icon('more'),
    );
    const actions = disclosure(button, content);
    const detail =
      chat.kind === 'staff' ? 'Staff of the campaign' : `Follower · ${englishName(chat.language)}`;
    return el(
      'header',
      { class: 'chat-head' },
      el('span', { class: 'avatar', 'aria-hidden': 'true' }, initialOf(chat)),
      el(
        'div',
        { class: 'names' },
        el('h3', { dir: 'auto' }, chat.title),
        el('p', { class: 'detail', lang: 'en', dir: 'ltr' }, detail),
      ),
      button,
      content,
    );
  }

  /** @param {Message} message @param {number | null} cameAt @returns {HTMLElement} */
  #put(message, cameAt) {
    const id = message.message_id;
    const known = this.messages.get(id);
    const surroundings = this.#surroundingsOf(id);
    if (known !== undefined) {
      // What is newer stays: a snapshot may have been taken before the last edit was told.
      if ((message.edit_date ?? 0) >= (known.message.edit_date ?? 0)) {
        known.message = message;
        redrawMessage(known.item, message, surroundings);
      }
      return known.item;
    }
    const item = drawMessage(message, surroundings);
    this.messages.set(id, { message, item, cameAt });
    this.#insert(item, id);
    this.#tidyDays();
    this.#showEmptiness();
    return item;
  }

  /** @param {number} messageId @returns {import('./message.js').MessageSurroundings} */
  #surroundingsOf(messageId) {
    return {
      language: this.chat.language,
      zone: this.around.zone(),
      words: this.words,
      taps: {
        command: (text) => void this.#act('user-sends', { text }),
        deepLink: (payload) => this.openDeepLink(payload),
        botUsername: this.around.bot.username,
      },
      askBot: (username) => this.composer.put(`@${username} `),
      tapButton: (row, column, key) => void this.#tap(messageId, row, column, key),
      openFile: (file) => void this.#open(file),
      share: (url, text) => this.notify(`${text}\n${url}`, true),
    };
  }

  /** @param {HTMLElement} item @param {number} id */
  #insert(item, id) {
    const later = [...this.list.children].find(
      (other) => other instanceof HTMLElement && Number(other.dataset.message) > id,
    );
    this.list.insertBefore(item, later ?? null);
  }

  #inOrder() {
    return [...this.messages].toSorted(([a], [b]) => a - b).map(([, known]) => known);
  }

  /** A line with the date above the first message of each day. */
  #tidyDays() {
    for (const line of this.list.querySelectorAll('.day')) line.remove();
    let last = '';
    for (const { message, item } of this.#inOrder()) {
      const day = dayInWords(this.chat.language, this.around.zone(), new Date(message.date * 1000));
      if (day !== last) item.before(el('li', { class: 'day' }, el('span', {}, day)));
      last = day;
    }
  }

  /** Of an empty chat, and of one that was broken off, says so. */
  #showEmptiness() {
    this.list.querySelector('.state')?.remove();
    if (this.state === 'blocked') {
      this.list.append(el('li', { class: 'state' }, el('span', {}, this.words.blocked)));
    } else if (this.messages.size === 0 && this.chat.kind === 'follower') {
      this.list.append(el('li', { class: 'state empty' }, this.#invitation()));
    }
    if (this.state === 'blocked') this.toEnd();
  }

  #invitation() {
    const { bot } = this.around;
    const link = el(
      'button',
      { type: 'button', class: 'deep-link', dir: 'ltr' },
      `t.me/${bot.username}?start=${bot.slug}`,
    );
    link.addEventListener('click', () => this.openDeepLink(bot.slug));
    return el(
      'span',
      { class: 'invitation', lang: 'en', dir: 'ltr' },
      'Nothing here yet. Begin below, or open the link that a friend would send: ',
      link,
    );
  }

  #isAtEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 48;
  }

  /** A message that is taller than the chat is shown from its beginning. @param {HTMLElement} item */
  #show(item) {
    if (item.offsetHeight <= this.log.clientHeight - 16) this.toEnd();
    else this.#place(item.offsetTop - 8, false);
  }

  /** @param {number} top @param {boolean} atEnd */
  #place(top, atEnd) {
    this.log.scrollTop = top;
    // As the browser understood it: nothing scrolls further than its end.
    this.placed = { top: this.log.scrollTop, atEnd };
    this.following = true;
    this.jump.hidden = true;
  }

  #scrolled() {
    // A chat that is not shown has no height, and no place in it either.
    if (this.log.clientHeight === 0) return;
    if (Math.abs(this.log.scrollTop - this.placed.top) < 2) return;
    this.following = this.#isAtEnd();
    this.placed = { top: this.log.scrollTop, atEnd: this.following };
    if (this.following) this.jump.hidden = true;
  }

  /** Only the chat that one is in reads its messages out; the page counts the others' in one sentence. */
  #readOutWhileUsed() {
    this.element.addEventListener('focusin', () => this.log.setAttribute('aria-live', 'polite'));
    this.element.addEventListener('focusout', () => this.log.setAttribute('aria-live', 'off'));
  }
}

/** @param {ShownChat} chat */
function initialOf({ title, kind }) {
  const words = title.split(' ');
  return (kind === 'staff' ? (words.at(-1) ?? title) : title).charAt(0).toUpperCase();
}
