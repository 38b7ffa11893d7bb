import type { Refusal } from '../refusal.ts';
import { answerCallbackQuery, sendChatAction } from './answers.ts';
import type { Answer, Call } from './call.ts';
import { getChat, getChatAdministrators, getChatMember, getChatMemberCount, leaveChat } from './chats.ts';
import { editMessageMedia, editMessageReplyMarkup, editMessageText } from './edit.ts';
import { answerInlineQuery } from './inline.ts';
import * as profile from './profile.ts';
import { deleteMessage, deleteMessages } from './remove.ts';
import { copyMessage, forwardMessage } from './repeat.ts';
import { sendDocument, sendMessage, sendPhoto } from './send.ts';
import { deleteWebhook, getUpdates, getWebhookInfo, type RawUpdates, setWebhook } from './updates.ts';

export type MethodAnswer = Answer | RawUpdates | Refusal;
type Simulated = (call: Call) => MethodAnswer | Promise<MethodAnswer>;

/** The methods with a behaviour; the others of the Bot API are checked and answered as "not simulated". */
const SIMULATED = {
  answerCallbackQuery,
  answerInlineQuery,
  copyMessage,
  deleteMessage,
  deleteMessages,
  deleteWebhook,
  editMessageMedia,
  editMessageReplyMarkup,
  editMessageText,
  forwardMessage,
  getChat,
  getChatAdministrators,
  getChatMember,
  getChatMemberCount,
  getUpdates,
  getWebhookInfo,
  leaveChat,
  sendChatAction,
  sendDocument,
  sendMessage,
  sendPhoto,
  setWebhook,
  deleteMyCommands: profile.deleteMyCommands,
  getChatMenuButton: profile.getChatMenuButton,
  getMe: profile.getMe,
  getMyCommands: profile.getMyCommands,
  getMyDescription: profile.getMyDescription,
  getMyName: profile.getMyName,
  getMyShortDescription: profile.getMyShortDescription,
  setChatMenuButton: profile.setChatMenuButton,
  setMyCommands: profile.setMyCommands,
  setMyDescription: profile.setMyDescription,
  setMyName: profile.setMyName,
  setMyShortDescription: profile.setMyShortDescription,
} satisfies Record<string, Simulated>;

const methods: ReadonlyMap<string, Simulated> = new Map(Object.entries(SIMULATED));

/** The behaviour of a method, by its exact name. */
export const simulated = (name: string): Simulated | undefined => methods.get(name);
