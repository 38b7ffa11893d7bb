import type { Command } from 'commander';
import { databaseRoles } from '../../db/database-roles.ts';
import { ownershipStatement, roleStatements } from '../../db/grants.ts';
import { withDatabase } from '../storage.ts';

export function databaseCommands(program: Command): void {
  const database = program.command('database').description('the PostgreSQL that DATABASE_URL names');
  database
    .command('roles')
    .description(
      'print the SQL that makes the database roles, for a superuser to run where the service may not',
    )
    .argument('[user]', 'the user in DATABASE_URL, who is to work as each of them', 'bray')
    .action((user: string) => {
      const login = `"${user.replaceAll('"', '""')}"`;
      console.log(
        '-- Once, as a superuser, in the database of the service. What they may do there, each start sees to.',
      );
      for (const statement of [...roleStatements(login), ownershipStatement()]) console.log(`${statement};`);
      console.log(
        `-- ${login} may then work as each role. To let each process sign in as its own instead, and as no other:`,
      );
      console.log(`-- revoke ${Object.values(databaseRoles).join(', ')} from ${login};`);
      for (const [role, name] of Object.entries(databaseRoles)) {
        console.log(`-- alter role ${name} login password '...';   then DATABASE_URL_${role.toUpperCase()}`);
      }
    });
  database
    .command('migrate')
    .description('bring the database up to this version, where the service itself may not')
    .action(() =>
      withDatabase(async () => {
        console.log('The database is ready for this version.');
      }),
    );
}
