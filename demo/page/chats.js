import { ChatPanel } from './chat.js';
import { byId, disclosure, el } from './dom.js';
import { addChat, control, follow, Refused, readDemo } from './server.js';
import { englishName, LANGUAGES } from './words.js';

/**
 * @typedef {import('./server.js').Demo} Demo
 * @typedef {import('./server.js').ShownChat} ShownChat
 * @typedef {import('./message.js').Message} Message
 *
 * @typedef {object} ChatsActions
 * @property {() => string} zone
 * @property {(chat: string) => void} messageIn
 * @property {(error: unknown) => void} failed
 * @property {(connected: boolean) => void} connected
 */

/** All chats side by side: the followers', and the staff's in a room of their own. */
export class Chats {
  /** @param {Demo} demo @param {ChatsActions} actions */
  constructor(demo, actions) {
    this.actions = actions;
    this.bot = { id: demo.botId, username: demo.botUsername, slug: demo.slug ?? 'donkey-bloggers' };
    /** @type {Map<number, ChatPanel>} */
    this.panels = new Map();
    /** @type {Map<number, HTMLElement>} */
    this.links = new Map();
    this.followerLinks = el('div', { class: 'group' });
    this.staffLinks = el('div', { class: 'group staff-links' });
    this.watcher = new IntersectionObserver((seen) => this.#watched(seen), { threshold: 0.5 });
    byId('followers').replaceChildren();
    byId('staff-chats').replaceChildren();
    byId('chat-links').replaceChildren(this.followerLinks, this.#adder(), this.staffLinks);
    for (const chat of demo.chats) this.add(chat);
    this.#drawStaffNews();
    this.stop = follow(`/control/events?bot=${demo.botId}`, {
      opened: () => void this.#catchUp(),
      broken: () => actions.connected(false),
      on: {
        message: ({ chat, message }) => this.panels.get(chat)?.receive(message),
        'message-edited': ({ chat, message }) => this.panels.get(chat)?.edit(message),
        'message-deleted': ({ chat, message_id }) => this.panels.get(chat)?.remove(message_id),
        'callback-answered': (answer) => this.panels.get(answer.chat)?.answered(answer),
        'inline-answered': ({ user, inline_query_id, answer }) =>
          this.panels.get(user)?.inlineAnswers.came(inline_query_id, answer),
        state: ({ chat, state }) => {
          if (state !== undefined) this.panels.get(chat)?.setState(state);
        },
      },
    });
  }

  /** Ends listening; the panels go with the next ones. */
  end() {
    this.stop();
    this.watcher.disconnect();
  }

  /** @param {ShownChat} chat */
  add(chat) {
    const panel = new ChatPanel(chat, {
      bot: this.bot,
      zone: this.actions.zone,
      inlineAllowed: async () => (await readDemo()).inlineAllowed,
      arrived: () => this.#arrived(panel),
      seen: () => this.#drawUnread(panel),
    });
    this.panels.set(chat.chatId, panel);
    const link = el('a', { href: `#chat-${chat.chatId}` }, el('bdi', { lang: chat.language }, chat.title));
    link.append(el('span', { class: 'unread', hidden: true }));
    link.addEventListener('click', (event) => {
      event.preventDefault();
      this.goTo(panel);
    });
    this.links.set(chat.chatId, link);
    (chat.kind === 'staff' ? this.staffLinks : this.followerLinks).append(link);
    byId(chat.kind === 'staff' ? 'staff-chats' : 'followers').append(panel.element);
    this.watcher.observe(panel.element);
  }

  /** Brings a chat before one's eyes, and the focus into it. @param {ChatPanel} panel */
  goTo(panel) {
    if (panel.chat.kind === 'staff') openStaffRoom(true);
    panel.element.scrollIntoView({ block: 'nearest', inline: 'start' });
    panel.element.focus({ preventScroll: true });
  }

  /** The chat in which approvals are asked for: of the staff's, the one that a message reached last. */
  goToApprover() {
    const staff = [...this.panels.values()].filter(({ chat }) => chat.kind === 'staff');
    const newest = staff.toSorted((a, b) => newestOf(b) - newestOf(a))[0];
    if (newest === undefined) return;
    this.goTo(newest);
    newest.toEnd();
  }

  /** @param {number} fromMs @param {number} toMs */
  emphasise(fromMs, toMs) {
    for (const panel of this.#followers()) panel.emphasise(fromMs, toMs);
  }

  /** How many followers heard from the bot then. @param {number} fromMs @param {number} toMs */
  countTold(fromMs, toMs) {
    return this.#followers().filter((panel) => panel.wasTold(fromMs, toMs)).length;
  }

  #followers() {
    return [...this.panels.values()].filter(({ chat }) => chat.kind === 'follower');
  }

  async #catchUp() {
    this.actions.connected(true);
    try {
      const known = await control('chats', { bot: this.bot.id });
      for (const { id, state } of known) this.panels.get(id)?.setState(state);
      await Promise.all([...this.panels.values()].map((panel) => this.#load(panel)));
    } catch (error) {
      this.actions.failed(error);
    }
  }

  /** @param {ChatPanel} panel */
  async #load(panel) {
    try {
      panel.load(await control('messages', { chat: panel.chat.chatId, bot: this.bot.id }));
    } catch (error) {
      // The stand-in knows no chat between the bot and somebody who has never written to it.
      if (!(error instanceof Refused)) throw error;
    }
  }

  /** @param {ChatPanel} panel */
  #arrived(panel) {
    if (!panel.element.contains(document.activeElement)) this.actions.messageIn(panel.englishTitle);
    if (!panel.onScreen) panel.unread += 1;
    this.#drawUnread(panel);
  }

  /** @param {ChatPanel} panel */
  #drawUnread(panel) {
    const badge = this.links.get(panel.chat.chatId)?.querySelector('.unread');
    if (badge instanceof HTMLElement) {
      badge.hidden = panel.unread === 0;
      badge.replaceChildren(String(panel.unread), el('span', { class: 'unseen' }, ' new'));
    }
    if (panel.chat.kind === 'staff') this.#drawStaffNews();
  }

  #drawStaffNews() {
    const staff = [...this.panels.values()].filter(({ chat }) => chat.kind === 'staff');
    const unread = staff.reduce((sum, panel) => sum + panel.unread, 0);
    const news = byId('rail-news');
    news.hidden = unread === 0;
    news.textContent = `${unread} new`;
  }

  /** @param {readonly IntersectionObserverEntry[]} seen */
  #watched(seen) {
    for (const { target, isIntersecting } of seen) {
      const panel = [...this.panels.values()].find(({ element }) => element === target);
      panel?.setOnScreen(isIntersecting);
      const link = panel === undefined ? undefined : this.links.get(panel.chat.chatId);
      if (isIntersecting) link?.setAttribute('aria-current', 'true');
      else link?.removeAttribute('aria-current');
      if (isIntersecting && matchMedia('(max-width: 760px)').matches) {
        link?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      }
    }
  }

  /** "Add a chat", in one of the languages. */
  #adder() {
    const list = el('div', { class: 'adding' });
    const button = el('button', { type: 'button', class: 'quiet' }, '+ Add a chat');
    const { close } = disclosure(button, list);
    for (const language of LANGUAGES) {
      const choice = el('button', { type: 'button' }, englishName(language));
      choice.addEventListener('click', async () => {
        close();
        try {
          await this.#addOne(language);
        } catch (error) {
          this.actions.failed(error);
        }
      });
      list.append(choice);
    }
    return el('div', { class: 'adder' }, button, list);
  }

  /** @param {string} language */
  async #addOne(language) {
    await addChat(language);
    const { chats } = await readDemo();
    for (const chat of chats) {
      if (this.panels.has(chat.chatId)) continue;
      this.add(chat);
      const panel = this.panels.get(chat.chatId);
      if (panel === undefined) continue;
      await this.#load(panel);
      this.goTo(panel);
    }
  }
}

/** @param {ChatPanel} panel */
const newestOf = (panel) => Math.max(0, ...panel.messages.keys());

/** @param {boolean} open */
export function openStaffRoom(open) {
  byId('staff').classList.toggle('open', open);
  byId('rail').setAttribute('aria-expanded', String(open));
}
