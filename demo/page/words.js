/*
 * The few words that a Telegram app itself would say in a chat, in the language of its owner. What the bot says
 * comes from the bot.
 */

const en = {
  message: 'Message',
  send: 'Send',
  menu: 'Menu',
  start: 'Start',
  restart: 'Restart the bot',
  block: 'Block the bot',
  unblock: 'Unblock the bot',
  blocked: 'You have blocked this bot.',
  edited: 'edited',
  deleted: 'Message deleted',
  newMessages: 'New messages',
};

/** @type {Readonly<Record<string, typeof en>>} */
const WORDS = {
  en,
  az: {
    message: 'Mesaj',
    send: 'Göndər',
    menu: 'Menyu',
    start: 'Başla',
    restart: 'Botu yenidən başlat',
    block: 'Botu blokla',
    unblock: 'Botu blokdan çıxar',
    blocked: 'Siz bu botu bloklamısınız.',
    edited: 'düzəliş edilib',
    deleted: 'Mesaj silindi',
    newMessages: 'Yeni mesajlar',
  },
  ru: {
    message: 'Сообщение',
    send: 'Отправить',
    menu: 'Меню',
    start: 'Начать',
    restart: 'Перезапустить бота',
    block: 'Заблокировать бота',
    unblock: 'Разблокировать бота',
    blocked: 'Вы заблокировали этого бота.',
    edited: 'изменено',
    deleted: 'Сообщение удалено',
    newMessages: 'Новые сообщения',
  },
  tr: {
    message: 'Mesaj',
    send: 'Gönder',
    menu: 'Menü',
    start: 'Başlat',
    restart: 'Botu yeniden başlat',
    block: 'Botu engelle',
    unblock: 'Botun engelini kaldır',
    blocked: 'Bu botu engellediniz.',
    edited: 'düzenlendi',
    deleted: 'Mesaj silindi',
    newMessages: 'Yeni mesajlar',
  },
  fa: {
    message: 'پیام',
    send: 'ارسال',
    menu: 'فهرست',
    start: 'شروع',
    restart: 'راه‌اندازی دوبارهٔ ربات',
    block: 'مسدود کردن ربات',
    unblock: 'رفع مسدودیت ربات',
    blocked: 'این ربات را مسدود کرده‌اید.',
    edited: 'ویرایش‌شده',
    deleted: 'پیام حذف شد',
    newMessages: 'پیام‌های تازه',
  },
  fr: {
    message: 'Message',
    send: 'Envoyer',
    menu: 'Menu',
    start: 'Démarrer',
    restart: 'Relancer le bot',
    block: 'Bloquer le bot',
    unblock: 'Débloquer le bot',
    blocked: 'Vous avez bloqué ce bot.',
    edited: 'modifié',
    deleted: 'Message supprimé',
    newMessages: 'Nouveaux messages',
  },
  de: {
    message: 'Nachricht',
    send: 'Senden',
    menu: 'Menü',
    start: 'Starten',
    restart: 'Bot neu starten',
    block: 'Bot blockieren',
    unblock: 'Blockierung aufheben',
    blocked: 'Sie haben diesen Bot blockiert.',
    edited: 'bearbeitet',
    deleted: 'Nachricht gelöscht',
    newMessages: 'Neue Nachrichten',
  },
};

/** @param {string} language */
export const wordsOf = (language) => WORDS[language] ?? en;

/** The languages that a further chat may be in. */
export const LANGUAGES = Object.keys(WORDS);

const names = new Intl.DisplayNames('en', { type: 'language' });

/** "Persian". @param {string} language */
export const englishName = (language) => names.of(language) ?? language;
