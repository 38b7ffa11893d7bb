import { type OfferedLeadTime, withLeadTime } from '../../../domain/reminder-choice.ts';
import { paragraphs } from '../../../domain/text/message.ts';
import type { Standing } from '../../../domain/words.ts';
import { translate } from '../../../i18n/index.ts';
import { findCampaign } from '../../../services/campaigns/find.ts';
import { enrolSubscriber } from '../../../services/subscribers/enrol.ts';
import type { Subscriber } from '../../../services/subscribers/find.ts';
import { setReminders } from '../../../services/subscribers/set-reminders.ts';
import { setStanding } from '../../../services/subscribers/set-standing.ts';
import { setTellFirst } from '../../../services/subscribers/set-tell-first.ts';
import type { Handling } from '../handling.ts';
import { alertButtons, alertState } from '../texts/alerts.ts';
import { messageOf } from '../texts/fit.ts';

/** Reminders as the campaign has them, or none: only what changes. */
export function onRemind(handling: Handling, choice: 'campaign' | 'changes'): Promise<void> {
  const leadTimes = choice === 'campaign' ? null : [];
  return choose(handling, async ({ id }) => {
    await setReminders(handling.ctx, { subscriberId: id, leadTimes });
    return { leadTimes };
  });
}

/** One lead time more, or one less. Whoever has chosen nothing yet begins with those of the campaign. */
export function onLeadTime(handling: Handling, leadTime: OfferedLeadTime, on: boolean): Promise<void> {
  return choose(handling, async (subscriber, ofCampaign) => {
    const leadTimes = withLeadTime(subscriber.leadTimes ?? ofCampaign, leadTime, on);
    await setReminders(handling.ctx, { subscriberId: subscriber.id, leadTimes });
    return { leadTimes };
  });
}

/** Chooses whether to be told before the rest. */
export function onTellFirst(handling: Handling, on: boolean): Promise<void> {
  return choose(handling, async ({ id }) => {
    await setTellFirst(handling.ctx, { subscriberId: id, on });
    return { tellFirst: on };
  });
}

/** Says what the subscriber is beside a follower. */
export function onStanding(handling: Handling, standing: Standing): Promise<void> {
  return choose(handling, async ({ id }) => {
    await setStanding(handling.ctx, { subscriberId: id, standing });
    return { standing };
  });
}

/** Keeps what was chosen and shows it, with the buttons as they are now. */
async function choose(
  handling: Handling,
  keep: (subscriber: Subscriber, ofCampaign: readonly string[]) => Promise<Partial<Subscriber>>,
): Promise<void> {
  const { ctx, chat, language } = handling;
  const { subscriber } = await enrolSubscriber(ctx, { chatId: chat.id, kind: chat.kind, language });
  const { leadTimes } = await findCampaign(ctx);
  const choice = { ...subscriber, ...(await keep(subscriber, leadTimes)) };
  await handling.edit(
    messageOf(
      alertButtons(language, choice, leadTimes),
      paragraphs(alertState(language, choice, leadTimes), translate(language, 'alerts-set')),
    ),
  );
}
