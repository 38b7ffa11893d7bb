import { execute } from './bot-api.ts';
import type { Core } from './core.ts';
import { outcomeOf } from './ledger.ts';
import type { MethodAnswer } from './methods/index.ts';
import { Refusal } from './refusal.ts';
import { readJsonObject } from './request.ts';
import { asString } from './values.ts';
import type { Bot } from './world.ts';

const FORBIDDEN = ['deletewebhook', 'setwebhook', 'close', 'logout'];
const NOBODY = { onGone: () => {} };

/**
 * Carries out the method that a webhook's answer names (JSON only). Its result goes nowhere, as with Telegram; a
 * refusal is counted.
 */
export function answerFromWebhook(core: Core, bot: Bot, contentType: string, body: Buffer): void {
  if (!contentType.startsWith('application/json') || body.length === 0) return;
  const values = readJsonObject(body);
  // A 2xx whose body is no request ("OK") is a plain acknowledgement.
  if (values instanceof Refusal) return;
  const name = asString(values.method);
  if (name === undefined || FORBIDDEN.includes(name.toLowerCase()) || name.toLowerCase().startsWith('get'))
    return;
  const { method: _, ...parameters } = values;
  const answer = execute(
    core,
    bot,
    name,
    { values: parameters, text: false, files: new Map() },
    false,
    NOBODY,
  );
  if (answer instanceof Promise) void answer.then((late) => count(core, bot, name, late));
  else count(core, bot, name, answer);
}

function count(core: Core, bot: Bot, name: string, answer: MethodAnswer): void {
  if (!(answer instanceof Refusal)) {
    bot.ledger.count(name, 'accepted');
    return;
  }
  bot.ledger.count(name, outcomeOf(answer));
  if (answer.code !== 429) core.noteRefusal(bot, name, answer);
}
