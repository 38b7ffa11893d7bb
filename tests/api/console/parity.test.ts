import { expect, test } from 'vitest';
import { consoleRoutes } from '../../../src/api/console/routes.ts';
import { meantFor } from '../../helpers/role-policy.ts';

/*
 * What the console can do, and by which operations of the admin API a program does the same: written by hand. What has none
 * says why. Whoever adds a route to the console adds the operation, or the reason.
 */

/** A reason, instead of operations. */
type ConsoleOnly = { readonly consoleOnly: string };

const consoleOnly = (reason: string): ConsoleOnly => ({ consoleOnly: reason });

const forBrowsers = consoleOnly('A file that pages need.');
const comingIn = consoleOnly(
  'A program comes in with its token; a person shows a key, which takes a browser.',
);
const keyInHand = consoleOnly(
  'It takes a key that was shown within five minutes: a token shows nothing of who holds it, and one that was found would ' +
    'give its finder keys, or the chat in which facts are decided, or take its holder’s keys away.',
);
const whileTyping = consoleOnly('What somebody types and has not saved; a program saves (editPost).');

const parity: Readonly<Record<string, readonly string[] | ConsoleOnly>> = {
  'get /style.css': forBrowsers,
  'get /icon.svg': forBrowsers,
  'get /passkey.js': forBrowsers,
  'get /editor.js': forBrowsers,
  'get /progress.js': forBrowsers,
  'get /webauthn.js': forBrowsers,
  'get /sign-in': comingIn,
  'post /sign-in': comingIn,
  'post /sign-out': comingIn,
  'get /invitations/:code': comingIn,
  'post /invitations/:code': comingIn,

  'post /language': ['setOwnLanguage'],
  'get ': ['readWaiting', 'listPauses', 'listStaffRequests'],
  'get /keys': ['listOwnKeys'],
  'post /keys': keyInHand,
  'post /keys/:passkeyId/removals': keyInHand,
  'post /telegram-links': keyInHand,

  'get /posts': ['listPosts'],
  'get /posts/:postId': ['readPost', 'readPostAccounts', 'listAccountDeliveries', 'listTextClaims'],
  'get /posts/new': ['listCases', 'listNetworks'],
  'post /posts/new': ['createPost'],
  'get /posts/:postId/sheet': ['readPost', 'readPostAccounts'],
  'post /posts/:postId/sheet': [
    'setPostKind',
    'setPostSchedule',
    'setPostEmbargo',
    'setPostWarning',
    'setPostAccounts',
    'setPostCard',
  ],
  'post /posts/:postId/card': ['setPostCard'],
  'post /posts/:postId/image': ['addMedia', 'setPostPhoto', 'editPost'],
  'post /posts/:postId/image/removals': ['setPostPhoto'],
  'get /posts/:postId/:language': ['readTranslation'],
  'post /posts/:postId/:language': ['editPost'],
  'post /posts/:postId/:language/drafts': whileTyping,
  'post /posts/:postId/:language/submissions': ['submitPost'],
  'post /posts/:postId/:language/claims': ['claimText'],
  'post /posts/:postId/:language/releases': ['releaseText'],
  'post /posts/:postId/:language/withdrawals': ['withdrawPost'],
  'post /posts/:postId/:language/alt-settlements': ['settleAlt'],
  'get /posts/:postId/retraction': ['readPost', 'listAccountDeliveries', 'listNetworks'],
  'post /posts/:postId/retraction': ['retractPost'],
  'get /posts/:postId/accounts/:accountId/retraction': ['listAccountDeliveries', 'listNetworks'],
  'post /posts/:postId/accounts/:accountId/retraction': ['retractPostFromAccount'],
  'get /posts/:postId/:language/approval': ['readTranslation', 'readApprovals', 'readPostAccounts'],
  // Once there is a staff site, it refuses there what the approver’s key has not signed.
  'post /posts/:postId/:language/approval': ['decidePost'],
  'get /posts/:postId/:language/image': ['readMedia', 'readMediaContent'],

  'get /cases': ['listCases'],
  'get /cases/:caseId': ['readCase', 'listHearings', 'listIncidents'],
  'get /calendar': ['listHearings', 'listPosts'],
  'get /cases/:caseId/hearings/new': ['readCase'],
  'post /cases/:caseId/hearings/new': ['recordHearing'],
  'get /hearings/:hearingId/revisions/new': ['readHearing'],
  'post /hearings/:hearingId/revisions/new': ['reviseHearing'],
  'get /hearings/:hearingId/revisions/:revision/approval': ['readHearing'],
  'post /hearings/:hearingId/revisions/:revision/approval': ['decideHearing'],
  'get /cases/:caseId/incidents/new': ['readCase'],
  'post /cases/:caseId/incidents/new': ['recordIncident'],
  'get /incidents/:incidentId/revisions/new': ['readIncident'],
  'post /incidents/:incidentId/revisions/new': ['reviseIncident'],
  'get /incidents/:incidentId/revisions/:revision/approval': ['readIncident'],
  'post /incidents/:incidentId/revisions/:revision/approval': ['decideIncident'],
  'get /expired-alerts': ['listExpiredAlerts'],

  'get /broadcasts': ['listBroadcasts', 'readBroadcast', 'watchBroadcast'],
  'get /broadcasts/progress': ['watchBroadcast'],
  'get /reserve': ['readReserve'],
  'post /reserve': ['setReserve'],
  'post /reserve/objections': ['setReserve'],
  'post /reserve/agreements': ['agreeToReserve'],
  'post /cases/:caseId/agreements': ['agreeToCase'],
  'post /broadcasts/:broadcastId/actions': ['actOnBroadcast'],
  'get /broadcasts/:broadcastId/dead-letters': ['listDeadLetters'],
  'post /broadcasts/:broadcastId/resends': ['resendDeliveries'],
  'get /accounts': ['listAccounts', 'listAccountDeliveries'],
  'post /accounts/:accountId/pauses': ['pauseAccount'],
  'post /accounts/:accountId/resumptions': ['resumeAccount'],
  'post /account-deliveries/:deliveryId/findings': ['settleAccountDelivery'],
  'post /pauses': ['pausePosts'],
  'post /pauses/:pauseId/lifts': ['liftPause'],
  'get /statistics': ['readStatistics'],
  'get /audit': ['listAuditEntries'],
  'get /approval-policy': ['readApprovalPolicy'],
  'post /approval-policy': ['setApprovalPolicy', 'agreeToApprovalPolicy'],

  'get /staff': ['listStaff', 'listStaffTokens', 'listStaffRequests', 'listSuccessions'],
  'post /staff/invitations': ['inviteStaff'],
  'post /staff/:staffId/revocations': ['revokeStaff'],
  'post /staff/:staffId/cases': ['limitStaffToCases'],
  'post /staff/:staffId/key-replacements': ['replaceKeys'],
  'post /staff-requests/:requestId/agreements': ['agreeToStaffRequest'],
  'post /staff-requests/:requestId/objections': ['objectToStaffRequest'],
  'post /staff-tokens/:tokenId/revocations': ['revokeStaffToken'],
  'post /successions': ['nameSuccessor'],
  'post /successions/:successionId/agreements': ['agreeToSuccessor'],
  'post /successions/:successionId/confirmations': ['confirmSuccessor'],
  'post /successions/:successionId/calls': ['callSuccessor'],
  'post /successions/:successionId/objections': ['objectToSuccessor'],
  'post /successions/:successionId/takings': consoleOnly(
    'Somebody comes into a role, and shows by a key that it is they: a token that was made for a translator would else ' +
      'make itself one of an admin.',
  ),
};

test('whatever the console can do the admin API can do too, or it is said why not', () => {
  const routes = consoleRoutes.map(({ method, path }) => `${method} ${path}`);
  expect(Object.keys(parity).toSorted()).toEqual(routes.toSorted());
});

test('to whoever may do it in the console, the API gives it too', () => {
  for (const [route, does] of Object.entries(parity)) {
    if ('consoleOnly' in does) {
      expect(does.consoleOnly, route).not.toBe('');
      continue;
    }
    expect(does.length, route).toBeGreaterThan(0);
    const inConsole = meantFor.pages[route]?.split(' ') ?? [];
    for (const operation of does) {
      const overApi = meantFor.operations[operation]?.split(' ');
      expect(overApi, `${route} → ${operation}`).toBeDefined();
      // Whoever opens the page of texts writes them or takes them back; either is an operation of its own.
      expect(overApi, `${route} → ${operation}`).toEqual(expect.arrayContaining(inConsole));
    }
  }
});
