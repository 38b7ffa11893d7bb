import type { Language } from '../../../domain/language.ts';
import type { MessageButton } from '../../../domain/message.ts';
import { offeredLeadTimes } from '../../../domain/reminder-choice.ts';
import { bold, lines, type Piece } from '../../../domain/text/message.ts';
import type { Standing } from '../../../domain/words.ts';
import { formatList } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import { leadTimeName } from '../../../i18n/lead-time.ts';
import type { Subscriber } from '../../../services/subscribers/find.ts';
import { button } from './buttons.ts';

/** What a reader has chosen about reminders and their place; of whoever has chosen nothing, all is as it comes. */
export type AlertChoice = Pick<Subscriber, 'leadTimes' | 'tellFirst' | 'standing'>;

/** What holds for whoever has chosen nothing. */
export const noChoice: AlertChoice = { leadTimes: null, tellFirst: false, standing: 'follower' };

/** When a reader is reminded, and whether before others. `ofCampaign`: the lead times of whoever has not chosen. */
export function alertState(
  language: Language,
  { leadTimes, tellFirst, standing }: AlertChoice,
  ofCampaign: readonly string[],
): Piece {
  return lines(bold(reminderState(language, leadTimes, ofCampaign)), place());

  function place(): string {
    if (standing !== 'follower') return translate(language, 'alerts-state-standing', { standing });
    return translate(language, tellFirst ? 'alerts-state-first' : 'alerts-state-not-first');
  }
}

function reminderState(
  language: Language,
  chosen: readonly string[] | null,
  ofCampaign: readonly string[],
): string {
  const times = formatList(
    language,
    (chosen ?? ofCampaign).map((code) => leadTimeName(language, code)),
  );
  if (chosen === null) {
    return ofCampaign.length === 0
      ? translate(language, 'alerts-state-campaign-none')
      : translate(language, 'alerts-state-campaign', { times });
  }
  return chosen.length === 0
    ? translate(language, 'alerts-state-changes')
    : translate(language, 'alerts-state-own', { times });
}

/** Everything that one may choose; what is chosen is marked. Lead times two in a row. */
export function alertButtons(
  language: Language,
  { leadTimes, tellFirst, standing }: AlertChoice,
  ofCampaign: readonly string[],
): MessageButton[][] {
  const marked = (on: boolean, text: string) => (on ? `✓ ${text}` : text);
  const has = leadTimes ?? ofCampaign;
  const times = offeredLeadTimes.map((leadTime) => {
    const on = has.includes(leadTime);
    return button(marked(on, leadTimeName(language, leadTime)), { action: 'leadTime', leadTime, on: !on });
  });
  const rows: MessageButton[][] = [
    [
      button(marked(leadTimes === null, translate(language, 'button-quiet-campaign')), {
        action: 'remind',
        choice: 'campaign',
      }),
      button(marked(leadTimes?.length === 0, translate(language, 'button-alerts-changes')), {
        action: 'remind',
        choice: 'changes',
      }),
    ],
  ];
  for (let i = 0; i < times.length; i += 2) rows.push(times.slice(i, i + 2));
  rows.push([
    button(marked(tellFirst, translate(language, 'button-tell-first')), {
      action: 'tellFirst',
      on: !tellFirst,
    }),
  ]);
  for (const one of ['observer', 'lawyer', 'press'] as const satisfies readonly Standing[]) {
    const is = standing === one;
    rows.push([
      button(marked(is, translate(language, 'button-standing', { standing: one })), {
        action: 'standing',
        standing: is ? 'follower' : one,
      }),
    ]);
  }
  return rows;
}
