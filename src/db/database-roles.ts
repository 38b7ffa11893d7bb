/** The database role of each role of the service. */
export const databaseRoles = {
  web: 'bray_web',
  bot: 'bray_bot',
  scheduler: 'bray_scheduler',
  sender: 'bray_sender',
} as const;
export type DatabaseRole = keyof typeof databaseRoles;

/** Owns the tables, brings them up to each version, and is who an operator's commands work as. No process is it. */
export const MIGRATE_ROLE = 'bray_migrate';

/** Those of the service, and who owns the tables. */
export const allDatabaseRoles: readonly string[] = [...Object.values(databaseRoles), MIGRATE_ROLE];
