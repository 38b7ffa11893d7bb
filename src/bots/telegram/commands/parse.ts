/** A command as it was typed. */
export interface Called {
  readonly name: string;
  /** What stands behind it, trimmed; empty when there is nothing. */
  readonly argument: string;
  /** Whether it names this bot, as `/help@bot` does where several bots are. */
  readonly addressed: boolean;
}

/**
 * Reads a command at the beginning of a text. Null when there is none or it is meant for another bot. The text
 * itself is read, not Telegram's entities, since these are missing from what some clients send.
 */
export function parseCommand(text: string, botUsername: string): Called | null {
  const found = /^\/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,64}))?(?:\s+([\s\S]*))?$/.exec(text);
  const name = found?.[1];
  if (name === undefined) return null;
  const addressee = found?.[2];
  if (addressee !== undefined && addressee.toLowerCase() !== botUsername.toLowerCase()) return null;
  return { name, argument: found?.[3]?.trim() ?? '', addressed: addressee !== undefined };
}
