import type { Role } from '../../src/domain/words.ts';

/**
 * Who may do what, written by hand in the words of the design and read from no route: what the routes of the admin API and
 * of the console declare is compared with this, so that a route that lets in one role more than is meant fails. Whoever adds
 * a route adds it here, under the duty that it serves; whoever changes a duty changes what the campaign was promised.
 *
 * Each verb asks again, and asks what no role tells: that nobody approves their own, which case, which language, who agrees.
 */
const duties = {
  /** Everybody on the staff sees what the campaign does, as far as their cases go; and looks after their own keys. */
  look: ['author', 'translator', 'approver', 'admin', 'coordinator', 'lawyer'],
  /** Whoever sees something wrong stops posts, objects to a colleague's new keys, and ends their own token. */
  stopPosts: ['author', 'translator', 'approver', 'admin', 'coordinator', 'lawyer'],
  /** A post's fact sheet is its authors'. */
  authorPosts: ['author'],
  /** A text in one language is written by authors and translators, who hand it in. */
  writeTexts: ['author', 'translator'],
  /** Taken back before it goes out: by whoever writes texts, or decides on them. */
  withdrawTexts: ['author', 'translator', 'approver'],
  /** Only approvers let words go out, let posts go on, and send once more. */
  approveWords: ['approver'],
  /** Facts are recorded by authors, the coordinator and the lawyer … */
  recordFacts: ['author', 'coordinator', 'lawyer'],
  /** … and decided on, as are broadcasts of them, by approvers, the coordinator and the lawyer. */
  decideFacts: ['approver', 'coordinator', 'lawyer'],
  /** Who decides, and who administers, takes what is out there back. */
  takeBack: ['approver', 'coordinator', 'lawyer', 'admin'],
  /** Two of them vouch for whoever lost their keys. */
  vouch: ['approver', 'coordinator', 'lawyer', 'admin'],
  /** Cases are begun by authors, and looked after by who runs the campaign. */
  beginCases: ['author', 'coordinator', 'admin'],
  /** The campaign's settings, accounts, contacts, partners and other systems; what was done. */
  runCampaign: ['coordinator', 'admin'],
  /** Who is on the staff, and on which cases. */
  manageStaff: ['admin'],
  /** Who has not signed in. */
  signIn: 'nobody',
} as const satisfies Record<string, readonly Role[] | 'nobody'>;

type Duty = keyof typeof duties;

/** The operations of the admin API. */
const operations: Readonly<Record<string, Duty>> = {
  listAccountDeliveries: 'look',
  moveAccountDelivery: 'approveWords',
  withdrawAccountDelivery: 'takeBack',
  settleAccountDelivery: 'approveWords',
  readPostAccounts: 'look',
  setPostAccounts: 'authorPosts',
  retractPost: 'takeBack',
  listNetworks: 'look',
  listAccounts: 'look',
  connectAccount: 'runCampaign',
  reconnectAccount: 'runCampaign',
  disconnectAccount: 'runCampaign',
  setAccountBudget: 'runCampaign',
  pauseAccount: 'takeBack',
  resumeAccount: 'approveWords',
  listAuditEntries: 'runCampaign',
  watchBroadcast: 'look',
  listBroadcasts: 'look',
  readBroadcast: 'look',
  actOnBroadcast: 'decideFacts',
  readCampaign: 'look',
  changeCampaign: 'runCampaign',
  readReserve: 'look',
  setReserve: 'runCampaign',
  readApprovalPolicy: 'look',
  setApprovalPolicy: 'runCampaign',
  agreeToApprovalPolicy: 'runCampaign',
  listCases: 'look',
  createCase: 'beginCases',
  readCase: 'look',
  changeCase: 'runCampaign',
  listCatalogues: 'look',
  listConsents: 'look',
  recordConsent: 'recordFacts',
  withdrawConsent: 'recordFacts',
  listContacts: 'runCampaign',
  addContacts: 'runCampaign',
  importContacts: 'runCampaign',
  removeContact: 'runCampaign',
  listDeadLetters: 'look',
  resendDeliveries: 'approveWords',
  listEndpoints: 'runCampaign',
  addEndpoint: 'runCampaign',
  removeEndpoint: 'runCampaign',
  listExpiredAlerts: 'look',
  importHearings: 'recordFacts',
  listHearings: 'look',
  recordHearing: 'recordFacts',
  readHearing: 'look',
  reviseHearing: 'recordFacts',
  decideHearing: 'decideFacts',
  listIncidents: 'look',
  recordIncident: 'recordFacts',
  readIncident: 'look',
  reviseIncident: 'recordFacts',
  decideIncident: 'decideFacts',
  addMedia: 'writeTexts',
  readMedia: 'look',
  readMediaContent: 'look',
  listPartners: 'runCampaign',
  addPartner: 'runCampaign',
  revokePartner: 'runCampaign',
  addPartnerSecret: 'runCampaign',
  revokePartnerSecret: 'runCampaign',
  listPauses: 'look',
  pausePosts: 'stopPosts',
  liftPause: 'approveWords',
  listPosts: 'look',
  createPost: 'authorPosts',
  readPost: 'look',
  setPostPhoto: 'authorPosts',
  setPostEmbargo: 'authorPosts',
  setPostWarning: 'authorPosts',
  setPostKind: 'authorPosts',
  setPostCard: 'authorPosts',
  setPostSchedule: 'authorPosts',
  listStaff: 'look',
  limitStaffToCases: 'manageStaff',
  revokeStaff: 'manageStaff',
  listStaffTokens: 'look',
  revokeStaffToken: 'stopPosts',
  readStatistics: 'look',
  readTranslation: 'look',
  editPost: 'writeTexts',
  submitPost: 'writeTexts',
  readApprovals: 'look',
  decidePost: 'approveWords',
  withdrawPost: 'withdrawTexts',
  listTextClaims: 'look',
  claimText: 'writeTexts',
  releaseText: 'writeTexts',
};

/** The pages and forms of the console. */
const pages: Readonly<Record<string, Duty>> = {
  'get /style.css': 'signIn',
  'get /icon.svg': 'signIn',
  'get /passkey.js': 'signIn',
  'get /editor.js': 'signIn',
  'get /webauthn.js': 'signIn',
  'get /sign-in': 'signIn',
  'post /sign-in': 'signIn',
  'get /invitations/:code': 'signIn',
  'post /invitations/:code': 'signIn',
  'post /sign-out': 'look',
  'post /language': 'look',
  'get ': 'look',
  'get /keys': 'look',
  'post /keys': 'look',
  'post /keys/:passkeyId/removals': 'look',
  'post /telegram-links': 'look',
  'get /posts': 'look',
  'get /posts/:postId': 'look',
  'get /posts/:postId/:language/approval': 'look',
  'get /posts/:postId/:language/image': 'look',
  'get /hearings/:hearingId/revisions/:revision/approval': 'look',
  'get /incidents/:incidentId/revisions/:revision/approval': 'look',
  'get /cases': 'look',
  'get /cases/:caseId': 'look',
  'get /calendar': 'look',
  'get /broadcasts': 'look',
  'get /broadcasts/:broadcastId/dead-letters': 'look',
  'get /expired-alerts': 'look',
  'get /accounts': 'look',
  'get /staff': 'look',
  'get /statistics': 'look',
  'get /approval-policy': 'look',
  'post /approval-policy': 'runCampaign',
  'get /audit': 'runCampaign',
  'post /pauses': 'stopPosts',
  'post /pauses/:pauseId/lifts': 'approveWords',
  'post /staff-requests/:requestId/objections': 'stopPosts',
  'post /successions': 'vouch',
  'post /successions/:successionId/agreements': 'vouch',
  'post /successions/:successionId/calls': 'vouch',
  'post /successions/:successionId/takings': 'look',
  'post /successions/:successionId/objections': 'stopPosts',
  'post /staff-tokens/:tokenId/revocations': 'stopPosts',
  'post /posts/:postId/:language/approval': 'approveWords',
  'post /hearings/:hearingId/revisions/:revision/approval': 'decideFacts',
  'post /incidents/:incidentId/revisions/:revision/approval': 'decideFacts',
  'post /posts/:postId/card': 'authorPosts',
  'post /posts/:postId/image': 'authorPosts',
  'post /posts/:postId/image/removals': 'authorPosts',
  'get /posts/:postId/sheet': 'authorPosts',
  'post /posts/:postId/sheet': 'authorPosts',
  'get /posts/new': 'authorPosts',
  'post /posts/new': 'authorPosts',
  'get /posts/:postId/:language': 'writeTexts',
  'post /posts/:postId/:language': 'writeTexts',
  'post /posts/:postId/:language/drafts': 'writeTexts',
  'post /posts/:postId/:language/submissions': 'writeTexts',
  'post /posts/:postId/:language/claims': 'writeTexts',
  'post /posts/:postId/:language/releases': 'writeTexts',
  'post /posts/:postId/:language/withdrawals': 'withdrawTexts',
  'get /cases/:caseId/hearings/new': 'recordFacts',
  'post /cases/:caseId/hearings/new': 'recordFacts',
  'get /hearings/:hearingId/revisions/new': 'recordFacts',
  'post /hearings/:hearingId/revisions/new': 'recordFacts',
  'get /cases/:caseId/incidents/new': 'recordFacts',
  'post /cases/:caseId/incidents/new': 'recordFacts',
  'get /incidents/:incidentId/revisions/new': 'recordFacts',
  'post /incidents/:incidentId/revisions/new': 'recordFacts',
  'post /broadcasts/:broadcastId/actions': 'decideFacts',
  'post /broadcasts/:broadcastId/resends': 'approveWords',
  'post /accounts/:accountId/pauses': 'takeBack',
  'post /accounts/:accountId/resumptions': 'approveWords',
  'post /account-deliveries/:deliveryId/findings': 'approveWords',
  'post /staff/invitations': 'manageStaff',
  'post /staff/:staffId/revocations': 'manageStaff',
  'post /staff/:staffId/cases': 'manageStaff',
  'post /staff/:staffId/key-replacements': 'vouch',
  'post /staff-requests/:requestId/agreements': 'vouch',
};

/** Whom each operation of the admin API, and each route of the console, is meant for. */
export const meantFor = { operations: rolesOf(operations), pages: rolesOf(pages) };

/** What a route declares, in the form in which it is compared. */
export function asCompared(roles: readonly Role[] | 'nobody'): string {
  return roles === 'nobody' ? roles : roles.toSorted().join(' ');
}

function rolesOf(meant: Readonly<Record<string, Duty>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(meant).map(([route, duty]) => [route, asCompared(duties[duty])]));
}
