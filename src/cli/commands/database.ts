import type { Command } from 'commander';
import { databaseRoles, grantStatements, roleStatements } from '../../db/grants.ts';

export function databaseCommands(program: Command): void {
  const database = program.command('database').description('the PostgreSQL that DATABASE_URL names');
  database
    .command('roles')
    .description(
      'print the SQL that makes a database role for each role of the service, with its rights and no more',
    )
    .action(() => {
      console.log(
        '-- As who owns the database, after the service has been started once (that makes the tables).',
      );
      for (const statement of [...roleStatements(), ...grantStatements()]) console.log(`${statement};`);
      console.log('-- Then let each process sign in as its own role, and give its address in DATABASE_URL:');
      for (const role of Object.values(databaseRoles))
        console.log(`-- alter role ${role} login password '...';`);
      console.log(
        '-- Or grant a user that you have the roles of its process: grant bray_web, bray_bot to somebody;',
      );
    });
}
