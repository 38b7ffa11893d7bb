import type { Language } from '../../../domain/language.ts';
import type { RenderedMessage } from '../../../domain/message.ts';
import { lines, paragraphs } from '../../../domain/text/message.ts';
import { translate } from '../../../i18n/index.ts';
import type { Subscriber } from '../../../services/subscribers/find.ts';
import type { Forgotten } from '../../../services/subscribers/forget.ts';
import { messageOf } from './fit.ts';

/** The one message that remains: what was erased, and what we cannot erase. */
export function forgottenText(language: Language, forgotten: Forgotten): RenderedMessage {
  return messageOf([], paragraphs(erased(language, forgotten), translate(language, 'forget-remains')));
}

function erased(language: Language, forgotten: Forgotten) {
  const { subscriber, follows, pending, deletions, attendances, staff } = forgotten;
  if (subscriber === null && pending === 0 && deletions === 0 && attendances === 0 && !staff) {
    return translate(language, 'forget-nothing');
  }
  const items = [
    ...(subscriber === null
      ? []
      : [translate(language, 'forget-done-chat'), translate(language, 'forget-done-language')]),
    ...(follows > 0 ? [translate(language, 'forget-done-follows', { count: follows })] : []),
    ...(subscriber?.discreet ? [translate(language, 'forget-done-discreet')] : []),
    ...(subscriber !== null && subscriber.quietHours !== 'campaign'
      ? [translate(language, 'forget-done-quiet')]
      : []),
    ...(subscriber !== null && subscriber.digest !== 'off'
      ? [translate(language, 'forget-done-digest')]
      : []),
    ...(subscriber !== null && choseAlerts(subscriber) ? [translate(language, 'forget-done-alerts')] : []),
    ...(pending > 0 ? [translate(language, 'forget-done-pending', { count: pending })] : []),
    ...(deletions > 0 ? [translate(language, 'forget-done-deleted', { count: deletions })] : []),
    ...(attendances > 0 ? [translate(language, 'forget-done-attendance', { count: attendances })] : []),
    ...(staff ? [translate(language, 'forget-done-staff')] : []),
  ];
  return lines(translate(language, 'forget-done'), ...items.map((item) => `– ${item}`));
}

function choseAlerts({ leadTimes, tellFirst, standing }: Subscriber): boolean {
  return leadTimes !== null || tellFirst || standing !== 'follower';
}
