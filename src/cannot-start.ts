/** Why the service cannot start, or go on, for a reason that a person can do something about. The message is for them. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** Telegram does not know the bot token (any more). */
export class TokenRefused extends CannotStart {}

/** Telegram cannot be reached, and what it would have told is not known here. */
export class TelegramUnreachable extends CannotStart {}
