/**
 * What a backup holds, in the order in which it can be put back (a row comes after the rows it refers to).
 * Left out: leases and beats, which are about processes; a lower policy of approvals or a reserve that was asked for, which lapses within a day; who said that they will attend, which must not outlive the day; sessions and what belongs to signing in, which is done again; answers kept for a day; who has a text in hand for half an hour, with what they typed and did not save;
 * and the job engine's own tables, which are made anew.
 */
export const backedUpTables = [
  'campaigns',
  'bots',
  'star_spending',
  'staff',
  'cases',
  'persons',
  'events',
  'statements',
  'disagreements',
  'staff_cases',
  'staff_tokens',
  'staff_links',
  'passkeys',
  'invitations',
  'staff_requests',
  'successions',
  'partners',
  'partner_secrets',
  'partner_reports',
  'hearings',
  'hearing_revisions',
  'hearing_keys',
  'case_lead_times',
  'incidents',
  'incident_revisions',
  'consents',
  'alerts',
  'rings',
  'subscribers',
  'follows',
  'media',
  'media_uploads',
  'media_files',
  'posts',
  'translations',
  'approvals',
  'approved_texts',
  'pauses',
  'digests',
  'accounts',
  'post_accounts',
  'payloads',
  'contacts',
  'account_deliveries',
  'broadcasts',
  'broadcast_totals',
  'messages',
  'deliveries',
  'calls',
  'updates',
  'audit_entries',
  'audit_links',
  'audit_heads',
  'statistics',
  'endpoints',
  'endpoint_events',
] as const;

/** Tables that a backup leaves out, each for a reason. Together with the list above these are all there are. */
export const notBackedUp = [
  'leases',
  'claims',
  'beats',
  'sessions',
  'challenges',
  'sign_in_failures',
  'attendances',
  'kept_answers',
  'approval_policy_requests',
  'reserve_requests',
  'text_claims',
] as const;

/** The first line of a backup. */
export interface BackupHead {
  readonly format: 'bray backup';
  readonly version: 1;
  readonly madeAt: string;
  /** The migrations of the database it came from, by content: it is put back into one that has the same. */
  readonly migrations: readonly string[];
}

/** The last line: a backup without it is cut short. */
export interface BackupEnd {
  readonly end: true;
  readonly rows: Readonly<Record<string, number>>;
}

/**
 * Ends a table's rows. PostgreSQL's COPY text format (documentation of PostgreSQL 18, read November 2026)
 * escapes every backslash in data, so no row can be this line.
 */
export const endOfRows = '\\.';
