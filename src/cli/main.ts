import { Command, CommanderError } from 'commander';
import { CannotStart } from '../cannot-start.ts';
import { EmbeddedDatabaseError } from '../db/embedded/index.ts';
import { createLog, safeError } from '../log.ts';
import { backupCommands } from './commands/backup.ts';
import { campaignCommands } from './commands/campaign.ts';
import { caseCommands } from './commands/case.ts';
import { keyCommands } from './commands/keys.ts';
import { staffCommands } from './commands/staff.ts';
import { statusCommand } from './commands/status.ts';
import { Failed } from './failed.ts';

const program = new Command('bray')
  .description(
    'What an operator does at the machine. Reads the same configuration as the service (see .env.example).',
  )
  .showHelpAfterError()
  .exitOverride();

for (const add of [
  campaignCommands,
  staffCommands,
  caseCommands,
  keyCommands,
  statusCommand,
  backupCommands,
]) {
  add(program);
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode;
  } else if (
    error instanceof Failed ||
    error instanceof CannotStart ||
    error instanceof EmbeddedDatabaseError
  ) {
    console.error(error.message);
    process.exitCode = 1;
  } else {
    createLog('error').error('failed', { error: safeError(error) });
    process.exitCode = 70;
  }
}
