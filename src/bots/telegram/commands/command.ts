import type { MessageKey } from '../../../i18n/index.ts';
import type { Handling } from '../handling.ts';

/** The catalogue's keys that describe a command in Telegram's menu, one per command. */
type DescriptionKey = Extract<MessageKey, `command-${string}`>;

/** The names that a command may have: those that are described in every language. */
export type CommandName = DescriptionKey extends `command-${infer Name}` ? Name : never;

/** One command of the bot. The menu is generated from these, and described by the catalogue's `command-<name>`. */
export type Command = ListedCommand | StaffCommand;

/** A command that Telegram's menu shows. */
export interface ListedCommand extends Handled {
  readonly name: CommandName;
  /** Whether Telegram's menu of the place lists it. */
  readonly listedIn: 'private' | 'groups' | 'everywhere';
}

/** One for staff, who are told of it: no follower's menu lists it. */
export interface StaffCommand extends Handled {
  readonly name: 'pause';
  readonly listedIn: 'nowhere';
}

interface Handled {
  /** Where it works. A Telegram channel counts as a group. */
  readonly worksIn: 'private' | 'groups' | 'everywhere';
  /** In a group or channel it is honoured from admins only. */
  readonly adminsOnly: boolean;
  /** `argument`: what stood behind the command, trimmed. */
  readonly handle: (handling: Handling, argument: string) => Promise<void>;
}
