import { z } from '@hono/zod-openapi';
import { type Id, parseId } from '../../domain/ids.ts';
import { languages } from '../../domain/language.ts';
import {
  alertKinds,
  amendments,
  broadcastActions,
  broadcastKinds,
  broadcastStates,
  caseStatuses,
  certainties,
  consentGivers,
  contentWarnings,
  deadStates,
  decisions,
  disclosures,
  hearingKinds,
  hearingStatuses,
  incidentKinds,
  incidentStatuses,
  opennesses,
  postKinds,
  revisionStates,
  roles,
  shownAs as shownAsWords,
  translationChecks,
  translationStates,
} from '../../domain/words.ts';

/** The words of the domain as schemas, each under its name in the document. */
export const language = z.enum(languages).openapi('Language', { description: 'A BCP 47 code.' });
export const role = z.enum(roles).openapi('Role');
export const decision = z.enum(decisions).openapi('Decision');
export const caseStatus = z.enum(caseStatuses).openapi('CaseStatus');
export const hearingStatus = z.enum(hearingStatuses).openapi('HearingStatus');
export const hearingKind = z.enum(hearingKinds).openapi('HearingKind');
export const incidentKind = z.enum(incidentKinds).openapi('IncidentKind');
export const incidentStatus = z
  .enum(incidentStatuses)
  .openapi('IncidentStatus', { description: 'Retracted: it did not happen as it was told.' });
export const certainty = z.enum(certainties).openapi('Certainty');
export const disclosure = z
  .enum(disclosures)
  .openapi('Disclosure', { description: 'What is told of a person only with consent.' });
export const amendment = z.enum(amendments).openapi('Amendment', {
  description:
    'How it stands to what was told before: it adds, it corrects what was wrong, or it withholds private facts, which are then not repeated as what was wrong.',
});
export const shownAs = z
  .enum(shownAsWords)
  .openapi('ShownAs', { description: 'Whether readers are told the name of a person, or a role only.' });
export const consentGiver = z.enum(consentGivers).openapi('ConsentGiver');
export const openness = z.enum(opennesses).openapi('Openness');
export const revisionState = z.enum(revisionStates).openapi('RevisionState');
export const translationState = z.enum(translationStates).openapi('TranslationState');
export const translationCheck = z.enum(translationChecks).openapi('TranslationCheck');
export const postKind = z
  .enum(postKinds)
  .openapi('PostKind', { description: 'By which its campaign asks for approvals.' });
export const contentWarning = z.enum(contentWarnings).openapi('ContentWarning', {
  description: 'Of what readers are warned before they see a post, where a network can.',
});
export const alertKind = z.enum(alertKinds).openapi('AlertKind');
export const broadcastKind = z.enum(broadcastKinds).openapi('BroadcastKind');
export const broadcastAction = z.enum(broadcastActions).openapi('BroadcastAction');
export const deadState = z.enum(deadStates).openapi('DeadState');
export const broadcastState = z.enum(broadcastStates).openapi('BroadcastState');

/** An id that came from outside, as the kind of thing that it is meant to name. */
export const idOf = <T extends Id<string>>() =>
  z
    .string()
    .transform((text, ctx): T => {
      const id = parseId<T>(text);
      if (id !== null) return id;
      ctx.addIssue({ code: 'custom', message: 'is not an id: write it as it was given, in lower case' });
      return z.NEVER;
    })
    .openapi({ type: 'string', format: 'uuid' });

/** An id as we give it. */
export const id = z.string().openapi({ format: 'uuid' });

/** An instant as we give it: ISO 8601 in UTC. */
export const instant = z.string().openapi({ format: 'date-time', example: '2009-11-11T06:30:00Z' });
