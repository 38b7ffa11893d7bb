import { Command, CommanderError } from 'commander';
import { createLog, safeError } from '../log.ts';
import { accountCommands } from './commands/accounts.ts';
import { auditCommands } from './commands/audit.ts';
import { backupCommands } from './commands/backup.ts';
import { broadcastCommands } from './commands/broadcasts.ts';
import { campaignCommands } from './commands/campaign.ts';
import { caseCommands } from './commands/case.ts';
import { contactCommands } from './commands/contacts.ts';
import { databaseCommands } from './commands/database.ts';
import { drillCommand } from './commands/drill.ts';
import { hearingCommands } from './commands/hearings.ts';
import { keyCommands } from './commands/keys.ts';
import { partnerCommands } from './commands/partners.ts';
import { staffCommands } from './commands/staff.ts';
import { statusCommand } from './commands/status.ts';
import { Failed, isForTheOperator, TryLater } from './failed.ts';

/**
 * Carries out one command, given as the words behind `npm run bray --`. Answers the exit code: 0 when done, 1 for
 * what the operator can mend (said in one or a few lines), 70 for a fault of ours (only its class in the log), 75 where
 * the same is to be tried again later.
 */
export async function run(words: readonly string[]): Promise<number> {
  const program = new Command('bray')
    .description(
      'What an operator does at the machine. Reads the same configuration as the service (see .env.example).',
    )
    .showHelpAfterError()
    .exitOverride();
  campaignCommands(program);
  staffCommands(program);
  caseCommands(program);
  hearingCommands(program);
  partnerCommands(program);
  accountCommands(program);
  contactCommands(program);
  keyCommands(program);
  statusCommand(program);
  drillCommand(program);
  broadcastCommands(program);
  auditCommands(program);
  databaseCommands(program);
  backupCommands(program);
  try {
    await program.parseAsync(words, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    if (isForTheOperator(error)) {
      console.error(error.message);
      if (error instanceof TryLater && error.cause !== undefined && !isForTheOperator(error.cause)) {
        createLog('error').error('failed', { error: safeError(error.cause) });
      }
      return error instanceof Failed ? error.exitCode : 1;
    }
    createLog('error').error('failed', { error: safeError(error) });
    return 70;
  }
}
