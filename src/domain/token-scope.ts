/**
 * What a bearer token may be used for: within each area of the admin API to read, to write, or to decide as a second
 * person. A token does what its scopes *and* its holder's roles allow. Each route names the one that it takes.
 */
export const tokenScopes = [
  'accounts:read',
  'accounts:write',
  'audit:read',
  'broadcasts:read',
  'broadcasts:write',
  'campaign:read',
  'campaign:write',
  'campaign:decide',
  'cases:read',
  'cases:write',
  'cases:decide',
  'catalogues:read',
  'consents:read',
  'consents:write',
  'contacts:read',
  'contacts:write',
  'endpoints:read',
  'endpoints:write',
  'hearings:read',
  'hearings:write',
  'hearings:decide',
  'incidents:read',
  'incidents:write',
  'incidents:decide',
  'media:read',
  'media:write',
  'partners:read',
  'partners:write',
  'pauses:read',
  'pauses:write',
  'pauses:decide',
  'posts:read',
  'posts:write',
  'posts:decide',
  'staff:read',
  'staff:write',
  'staff:decide',
  'statistics:read',
  'waiting:read',
] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** Whether a token may be used for something; null: for all that its holder's roles allow. */
export function hasScope(scopes: readonly TokenScope[] | null, wanted: TokenScope): boolean {
  return scopes === null || scopes.includes(wanted);
}

/** The longest that a token lasts. */
export const tokenLasts = Temporal.Duration.from({ hours: 90 * 24 });
