import { accountRoutes } from './pages/accounts.ts';
import { approvalPolicyRoutes } from './pages/approval-policy.ts';
import { approvalRoutes } from './pages/approvals.ts';
import { auditRoutes } from './pages/audit.ts';
import { broadcastRoutes } from './pages/broadcasts.ts';
import { caseRoutes } from './pages/cases.ts';
import { deadLetterRoutes } from './pages/dead-letters.ts';
import { expiredAlertRoutes } from './pages/expired-alerts.ts';
import { fileRoutes } from './pages/files.ts';
import { hearingFactsRoutes } from './pages/hearing-facts.ts';
import { incidentFactsRoutes } from './pages/incident-facts.ts';
import { invitationRoutes } from './pages/invitations.ts';
import { keyRoutes } from './pages/keys.ts';
import { pauseRoutes } from './pages/pauses.ts';
import { postCardRoutes } from './pages/post-card.ts';
import { postImageRoutes } from './pages/post-image.ts';
import { postNewRoutes } from './pages/post-new.ts';
import { postRetractionRoutes } from './pages/post-retraction.ts';
import { postSheetRoutes } from './pages/post-sheet.ts';
import { postRoutes } from './pages/posts.ts';
import { reserveRoutes } from './pages/reserve.ts';
import { signInRoutes } from './pages/sign-in.ts';
import { staffRoutes } from './pages/staff.ts';
import { staffTokenRoutes } from './pages/staff-tokens.ts';
import { statisticRoutes } from './pages/statistics.ts';
import { successionRoutes } from './pages/successions.ts';
import { waitingRoutes } from './pages/waiting.ts';
import type { ConsoleRoute } from './route.ts';

/** All that the console serves. */
export const consoleRoutes: readonly ConsoleRoute[] = [
  ...fileRoutes,
  ...signInRoutes,
  ...invitationRoutes,
  ...waitingRoutes,
  ...approvalRoutes,
  ...approvalPolicyRoutes,
  ...reserveRoutes,
  ...pauseRoutes,
  ...postCardRoutes,
  ...postImageRoutes,
  ...postSheetRoutes,
  ...postRetractionRoutes,
  ...postNewRoutes,
  ...postRoutes,
  ...caseRoutes,
  ...hearingFactsRoutes,
  ...incidentFactsRoutes,
  ...broadcastRoutes,
  ...deadLetterRoutes,
  ...expiredAlertRoutes,
  ...accountRoutes,
  ...staffRoutes,
  ...staffTokenRoutes,
  ...successionRoutes,
  ...statisticRoutes,
  ...auditRoutes,
  ...keyRoutes,
];
