import { approvalRoutes } from './pages/approvals.ts';
import { fileRoutes } from './pages/files.ts';
import { invitationRoutes } from './pages/invitations.ts';
import { keyRoutes } from './pages/keys.ts';
import { pauseRoutes } from './pages/pauses.ts';
import { signInRoutes } from './pages/sign-in.ts';
import { waitingRoutes } from './pages/waiting.ts';
import type { ConsoleRoute } from './route.ts';

/** All that the console serves. */
export const consoleRoutes: readonly ConsoleRoute[] = [
  ...fileRoutes,
  ...signInRoutes,
  ...invitationRoutes,
  ...waitingRoutes,
  ...approvalRoutes,
  ...pauseRoutes,
  ...keyRoutes,
];
