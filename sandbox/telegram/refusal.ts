/** What the Bot API adds to some refusals. */
export interface RefusalParameters {
  readonly retry_after?: number;
  readonly migrate_to_chat_id?: number;
}

/**
 * A request that the stand-in does not accept: data, not an exception. `description` is what Telegram answers,
 * word for word where its Bot API server has the sentence (tdlib/telegram-bot-api 10.0, May 2026).
 */
export class Refusal {
  readonly code: number;
  readonly description: string;
  readonly parameters: RefusalParameters | undefined;

  constructor(code: number, description: string, parameters?: RefusalParameters) {
    this.code = code;
    this.description = description;
    this.parameters = parameters;
  }

  /** The body of the answer. */
  toBody(): string {
    return JSON.stringify({
      ok: false,
      error_code: this.code,
      description: this.description,
      ...(this.parameters === undefined ? {} : { parameters: this.parameters }),
    });
  }
}

export const badRequest = (what: string): Refusal => new Refusal(400, `Bad Request: ${what}`);
export const forbidden = (what: string): Refusal => new Refusal(403, `Forbidden: ${what}`);
export const conflict = (what: string): Refusal => new Refusal(409, `Conflict: ${what}`);
export const unauthorized = (): Refusal => new Refusal(401, 'Unauthorized');

export const tooManyRequests = (seconds: number): Refusal =>
  new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });

/** 501 is no status of the Bot API: what the stand-in cannot judge must not be mistaken for Telegram's answer. */
export const notSimulated = (what: string): Refusal =>
  new Refusal(501, `Method known, not simulated: ${what}`);
