/**
 * How long a lease holds without being renewed, in milliseconds. Short, since nothing is sent between a holder's
 * death and its end; long enough that a database which answers slowly for a second costs nobody the lease.
 */
export const LEASE_TERM_MS = 3000;

/** How often a holder renews its lease, in milliseconds: two renewals may fail before the term ends. */
export const LEASE_RENEWAL_MS = 1000;
