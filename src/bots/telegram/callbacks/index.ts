import type { CallbackData } from '../../../domain/callback-data.ts';
import type { Handling } from '../handling.ts';
import { onAgree } from './agree.ts';
import { onAgreeToCase, onAgreeToReserve } from './agree-to-words.ts';
import { onLeadTime, onRemind, onStanding, onTellFirst } from './alerts.ts';
import { onAttend } from './attend.ts';
import { onResumeCase, onStopAll, onStopCase } from './broadcast-buttons.ts';
import { onCalendar } from './calendar.ts';
import { onDecideFacts, onDecidePost } from './decide.ts';
import { onDigest, onDigestStop, onOpenCase } from './digest.ts';
import { onDeleteNow, onDiscreet, onPicture, onShow } from './discreet.ts';
import { onFollow, onUnfollow } from './follow.ts';
import { onForgetCancel, onForgetConfirm } from './forget.ts';
import { onLanguage } from './language.ts';
import { onCase, onCases, onHearing, onHearings, onTimeline } from './pages.ts';
import { onLiftPause, onPauseCases, onPausePosts, onPauses } from './pauses.ts';
import { onQuiet } from './quiet.ts';

/** Does what a tapped button asks for. */
export function handleCallback(handling: Handling, data: CallbackData): Promise<void> {
  switch (data.action) {
    case 'follow':
      return onFollow(handling, data.caseId);
    case 'unfollow':
      return onUnfollow(handling, data.caseId);
    case 'stopCase':
      return onStopCase(handling, data.caseId);
    case 'resumeCase':
      return onResumeCase(handling, data.caseId);
    case 'stopAll':
      return onStopAll(handling);
    case 'case':
      return onCase(handling, data.caseId);
    case 'cases':
      return onCases(handling, data.page);
    case 'hearings':
      return onHearings(handling, data.page);
    case 'timeline':
      return onTimeline(handling, data.caseId, data.page);
    case 'hearing':
      return onHearing(handling, data.hearingId, data.page);
    case 'attend':
      return onAttend(handling, data);
    case 'calendar':
      return onCalendar(handling, data.hearingId);
    case 'language':
      return onLanguage(handling, data);
    case 'discreet':
      return onDiscreet(handling, data.on);
    case 'quiet':
      return onQuiet(handling, data.choice);
    case 'remind':
      return onRemind(handling, data.choice);
    case 'leadTime':
      return onLeadTime(handling, data.leadTime, data.on);
    case 'tellFirst':
      return onTellFirst(handling, data.on);
    case 'standing':
      return onStanding(handling, data.standing);
    case 'digest':
      return onDigest(handling, data.choice);
    case 'openCase':
      return onOpenCase(handling, data.caseId);
    case 'digestStop':
      return onDigestStop(handling);
    case 'show':
      return onShow(handling, data.messageId);
    case 'picture':
      return onPicture(handling, data.messageId);
    case 'deleteNow':
      return onDeleteNow(handling);
    case 'forgetConfirm':
      return onForgetConfirm(handling);
    case 'forgetCancel':
      return onForgetCancel(handling);
    case 'decidePost':
      return onDecidePost(handling, data);
    case 'decideHearing':
    case 'decideIncident':
      return onDecideFacts(handling, data);
    case 'agree':
      return onAgree(handling, data);
    case 'pauses':
      return onPauses(handling);
    case 'pauseCases':
      return onPauseCases(handling, data.page);
    case 'pausePosts':
      return onPausePosts(handling, data.caseId);
    case 'liftPause':
      return onLiftPause(handling, { pauseId: data.pauseId });
    case 'agreeToLift':
      return onLiftPause(handling, { pauseId: data.pauseId, agreeing: true });
    case 'agreeToCase':
      return onAgreeToCase(handling, data);
    case 'agreeToReserve':
      return onAgreeToReserve(handling, data);
  }
}
