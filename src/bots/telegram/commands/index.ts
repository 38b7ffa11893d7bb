import { alerts } from './alerts.ts';
import { cases } from './cases.ts';
import type { Command } from './command.ts';
import { digest } from './digest.ts';
import { discreet } from './discreet.ts';
import { follow } from './follow.ts';
import { forget } from './forget.ts';
import { hearings } from './hearings.ts';
import { help } from './help.ts';
import { language } from './language.ts';
import { pause } from './pause.ts';
import { privacy } from './privacy.ts';
import { quiet } from './quiet.ts';
import { start } from './start.ts';
import { stop } from './stop.ts';
import { unfollow } from './unfollow.ts';

/** Every command, in the order in which Telegram's menu lists them. */
export const commands: readonly Command[] = [
  start,
  cases,
  hearings,
  follow,
  unfollow,
  language,
  discreet,
  alerts,
  quiet,
  digest,
  privacy,
  stop,
  forget,
  help,
  pause,
];

/** The command of that name, in any letter case. */
export function findCommand(name: string): Command | undefined {
  const wanted = name.toLowerCase();
  return commands.find((command) => command.name === wanted);
}
