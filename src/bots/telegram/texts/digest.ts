import { type DigestChoice, digestSlots, digestTime } from '../../../domain/digest.ts';
import type { Language } from '../../../domain/language.ts';
import type { MessageButton, RenderedMessage } from '../../../domain/message.ts';
import { bold, paragraphs } from '../../../domain/text/message.ts';
import { formatTime, formatWeekday } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import { button } from './buttons.ts';
import { messageOf } from './fit.ts';

/** The weekly digest as a reader has it, with all that they may choose; what is chosen is marked. */
export function digestPage(
  language: Language,
  chosen: DigestChoice,
  form: 'explain' | 'kept',
): RenderedMessage {
  const option = (choice: DigestChoice, text: string): MessageButton[] => [
    button(choice === chosen ? `✓ ${text}` : text, { action: 'digest', choice }),
  ];
  return messageOf(
    [
      ...digestSlots.map((slot) => option(slot, slotName(language, slot))),
      option('off', translate(language, 'button-digest-off')),
    ],
    paragraphs(
      form === 'explain' ? translate(language, 'digest-explain') : null,
      bold(
        chosen === 'off'
          ? translate(language, 'digest-state-off')
          : translate(language, 'digest-state-on', { when: slotName(language, chosen) }),
      ),
    ),
  );
}

function slotName(language: Language, slot: Exclude<DigestChoice, 'off'>): string {
  const { weekday, time } = digestTime(slot);
  return translate(language, 'digest-slot', {
    weekday: formatWeekday(language, weekday),
    time: formatTime(language, time),
  });
}
