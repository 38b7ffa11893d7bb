import { OpenAPIHono } from '@hono/zod-openapi';
import { noOtherSite } from '../console/staff-site.ts';
import type { ApiDeps } from '../deps.ts';
import type { AdminApi, AdminEnv } from '../env.ts';
import { answerInputFaults } from '../middleware/input-faults.ts';
import { limitRate } from '../middleware/rate-limit.ts';
import { signIn } from '../middleware/sign-in.ts';
import { refuse } from '../problem.ts';
import { registerAccountDeliveries } from './account-deliveries.ts';
import { registerAccounts } from './accounts.ts';
import { registerAudit } from './audit.ts';
import { registerBroadcastProgress } from './broadcast-progress.ts';
import { registerBroadcasts } from './broadcasts.ts';
import { registerCampaign } from './campaign.ts';
import { registerCases } from './cases.ts';
import { registerCatalogues } from './catalogues.ts';
import { registerConsents } from './consents.ts';
import { registerContacts } from './contacts.ts';
import { registerDeadLetters } from './dead-letters.ts';
import { registerEndpoints } from './endpoints.ts';
import { registerExpiredAlerts } from './expired-alerts.ts';
import { registerHearingImports } from './hearing-imports.ts';
import { registerHearings } from './hearings.ts';
import { registerIncidents } from './incidents.ts';
import { registerMedia } from './media.ts';
import { registerOwn } from './own.ts';
import { registerPartners } from './partners.ts';
import { registerPauses } from './pauses.ts';
import { registerPosts } from './posts.ts';
import { registerReserve } from './reserve.ts';
import { registerStaff } from './staff.ts';
import { registerStaffRequests } from './staff-requests.ts';
import { registerStatistics } from './statistics.ts';
import { registerSuccessions } from './successions.ts';
import { registerTranslations } from './translations.ts';
import { registerWaiting } from './waiting.ts';

/** The admin API: nobody gets past `signIn` without a token, and each route names its roles. */
export function createAdminApi(deps: ApiDeps): AdminApi {
  const api: AdminApi = new OpenAPIHono<AdminEnv>({ defaultHook: answerInputFaults });
  api.use(
    '*',
    noOtherSite((c) => refuse(c, { code: 'other-site' })),
  );
  api.use('*', signIn(deps));
  api.use('*', limitRate(deps));
  registerCampaign(api);
  registerReserve(api);
  registerCases(api);
  registerHearings(api);
  registerHearingImports(api);
  registerIncidents(api);
  registerConsents(api);
  registerMedia(api);
  registerPartners(api, deps);
  registerEndpoints(api);
  registerPosts(api);
  registerTranslations(api);
  registerAccounts(api);
  registerContacts(api);
  registerAccountDeliveries(api);
  registerPauses(api);
  registerBroadcasts(api);
  registerBroadcastProgress(api, deps);
  registerDeadLetters(api);
  registerExpiredAlerts(api);
  registerStaff(api);
  registerStaffRequests(api);
  registerSuccessions(api);
  registerOwn(api);
  registerWaiting(api);
  registerStatistics(api);
  registerCatalogues(api);
  registerAudit(api);
  return api;
}
