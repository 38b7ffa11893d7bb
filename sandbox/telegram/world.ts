import type { UpdateInbox } from './inbox.ts';
import type { BotLedger, LedgerEntry } from './ledger.ts';
import type { BotLimits } from './limits.ts';
import type { InlineKeyboard } from './markup.ts';
import type { FormattedText } from './text/entity.ts';
import type { JsonObject } from './values.ts';

/** A person with a Telegram account; field names as in the Bot API's User. */
export interface Person {
  readonly id: number;
  first_name: string;
  readonly last_name: string | undefined;
  readonly username: string | undefined;
  language_code: string | undefined;
  deactivated: boolean;
}

/** Whether a person has started a bot. */
export type Acquaintance = 'never started' | 'started' | 'blocked';

interface ChatBase {
  readonly id: number;
  readonly pace: { paidUpTo: number };
  /** By message id; null while there are none (a million private chats must stay small). */
  messages: Map<number, StoredMessage> | null;
  entries: LedgerEntry[] | null;
  /** Its place in the bot's compact ledger; null for chats that are always kept whole. */
  readonly index: number | null;
  /** Requests that are slept for the rate limit. */
  sleeping: number;
}

/** The chat of one bot with one person. */
export interface PrivateChat extends ChatBase {
  readonly kind: 'private';
  readonly person: Person;
  state: Acquaintance;
}

export const MEMBER_STATUSES = [
  'creator',
  'administrator',
  'member',
  'restricted',
  'left',
  'kicked',
] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

export interface Member {
  readonly status: MemberStatus;
  /** `can_…` fields that differ from what the status gives. */
  readonly rights: Readonly<Record<string, boolean>>;
}

/** A group, supergroup or channel: one for all bots and persons. */
export interface SharedChat extends ChatBase {
  readonly kind: 'group' | 'supergroup' | 'channel';
  readonly title: string;
  readonly username: string | undefined;
  readonly members: Map<number, Member>;
  migratedTo: number | null;
  deleted: boolean;
  nextMessageId: number;
}

export type Chat = PrivateChat | SharedChat;

/** Who wrote a message; nobody in person for the posts of a channel. */
export type Author = { readonly bot: Bot } | { readonly person: Person } | 'channel';

/** A message as it stands in a chat now. */
export interface StoredMessage {
  readonly id: number;
  readonly chat: Chat;
  readonly author: Author;
  /** Seconds of the stand-in's calendar. */
  readonly date: number;
  editDate: number | undefined;
  text: FormattedText | undefined;
  caption: FormattedText | undefined;
  /** `photo` or `document` with its Bot API value. */
  media: JsonObject | undefined;
  keyboard: InlineKeyboard | undefined;
  /** Further fields: service messages, forward_origin, reply_to_message. */
  readonly further: JsonObject | undefined;
}

/** What a bot shows of itself, by language code ('' for everybody else). */
export interface BotProfile {
  readonly names: Map<string, string>;
  readonly descriptions: Map<string, string>;
  readonly shortDescriptions: Map<string, string>;
  /** By scope and language. */
  readonly commands: Map<string, readonly JsonObject[]>;
  /** By private chat; null for all others. */
  readonly menuButtons: Map<number | null, JsonObject>;
}

export interface CallbackRecord {
  readonly id: string;
  readonly chat: Chat;
  readonly person: Person;
  readonly askedAt: number;
  answers: number;
}

/** A person's inline query, and what the bot answered to it. */
export interface InlineQueryRecord {
  readonly id: string;
  readonly person: Person;
  readonly query: string;
  readonly offset: string;
  answer: InlineAnswer | null;
}

export interface InlineAnswer {
  readonly results: readonly JsonObject[];
  /** In seconds. */
  readonly cacheTime: number;
  readonly isPersonal: boolean;
  readonly nextOffset: string;
  /** Shown above the results; null where the bot gave none. */
  readonly button: JsonObject | null;
}

/** An answer that Telegram gives again without asking the bot. */
export interface CachedAnswer {
  readonly answer: InlineAnswer;
  /** By the monotonic clock, in milliseconds. */
  readonly until: number;
}

export interface Bot {
  readonly id: number;
  readonly token: string;
  readonly username: string;
  readonly firstName: string;
  readonly readsAllGroupMessages: boolean;
  readonly inline: boolean;
  /** Whether it is told which result was chosen (BotFather's /setinlinefeedback). */
  readonly inlineFeedback: boolean;
  readonly chats: Map<number, PrivateChat>;
  /** Private chats by their index. */
  readonly chatIds: number[];
  readonly inbox: UpdateInbox;
  readonly ledger: BotLedger;
  readonly profile: BotProfile;
  readonly callbacks: Map<string, CallbackRecord>;
  readonly inlineQueries: Map<string, InlineQueryRecord>;
  readonly inlineCache: Map<string, CachedAnswer>;
  limits: BotLimits;
  nextMessageId: number;
}

/** A person as a User object. */
export function personObject(person: Person): JsonObject {
  const user: JsonObject = {
    id: person.id,
    is_bot: false,
    first_name: person.deactivated ? '' : person.first_name,
  };
  if (person.last_name !== undefined) user.last_name = person.last_name;
  if (person.username !== undefined) user.username = person.username;
  if (person.language_code !== undefined) user.language_code = person.language_code;
  return user;
}

/** A bot as a User object, as others see it. */
export const botObject = (bot: Bot): JsonObject => ({
  id: bot.id,
  is_bot: true,
  first_name: bot.profile.names.get('') ?? bot.firstName,
  username: bot.username,
});

/** A chat as a Chat object. */
export function chatObject(chat: Chat): JsonObject {
  const object: JsonObject = { id: chat.id };
  if (chat.kind === 'private') {
    const { person } = chat;
    object.first_name = person.first_name;
    if (person.last_name !== undefined) object.last_name = person.last_name;
    if (person.username !== undefined) object.username = person.username;
  } else {
    object.title = chat.title;
    if (chat.username !== undefined) object.username = chat.username;
  }
  object.type = chat.kind;
  return object;
}

const ADMINISTRATOR_RIGHTS = [
  'can_manage_chat',
  'can_delete_messages',
  'can_manage_video_chats',
  'can_restrict_members',
  'can_promote_members',
  'can_change_info',
  'can_invite_users',
  'can_post_stories',
  'can_edit_stories',
  'can_delete_stories',
  'can_send_welcome_messages',
];

/** Whether a member may do what a `can_…` field names; administrators may unless it was taken from them. */
export function hasRight(member: Member | undefined, right: string): boolean {
  if (member === undefined) return false;
  if (member.status === 'creator') return true;
  return member.status === 'administrator' && (member.rights[right] ?? true);
}

/** A membership as a ChatMember object. */
export function memberObject(chat: SharedChat, user: JsonObject, member: Member): JsonObject {
  switch (member.status) {
    case 'creator':
      return { status: 'creator', user, is_anonymous: false };
    case 'administrator': {
      const rights = Object.fromEntries(
        ADMINISTRATOR_RIGHTS.map((right) => [right, hasRight(member, right)]),
      );
      const own =
        chat.kind === 'channel'
          ? {
              can_post_messages: hasRight(member, 'can_post_messages'),
              can_edit_messages: hasRight(member, 'can_edit_messages'),
            }
          : { can_pin_messages: hasRight(member, 'can_pin_messages') };
      return { status: 'administrator', user, can_be_edited: false, is_anonymous: false, ...rights, ...own };
    }
    case 'restricted':
      return { status: 'restricted', user, is_member: true, until_date: 0, ...member.rights };
    case 'kicked':
      return { status: 'kicked', user, until_date: 0 };
    case 'member':
    case 'left':
      return { status: member.status, user };
  }
}

export const isIn = (member: Member | undefined): boolean =>
  member !== undefined && member.status !== 'left' && member.status !== 'kicked';
