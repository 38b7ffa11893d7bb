import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { type CaseFile, parseCaseFile } from '../../domain/case-file.ts';
import { type ImportCaseRefusal, importCase, whyNotImportable } from '../../services/cases/import.ts';
import { Failed } from '../failed.ts';
import { explained } from '../file-faults.ts';
import { asOperator } from '../storage.ts';

export function caseCommands(program: Command): void {
  const cases = program.command('case').description('the cases of the campaign');
  cases
    .command('import')
    .description('take over a case from a file (see demo/cases/ for its form); nobody is told of anything')
    .argument('<file>', 'a JSON file')
    .option('--dry-run', 'only say what would be taken over, or why it cannot be', false)
    .action(async (path: string, options: { dryRun: boolean }) => {
      const file = await readCaseFile(path);
      console.log(
        `${file.slug}: ${file.persons.length} persons, ${file.events.length} events, ${file.hearings.length} hearings, ${file.statements.length} statements`,
      );
      await asOperator(async (ctx) => {
        if (options.dryRun) {
          const refusal = await whyNotImportable(ctx, file);
          if (refusal !== null) throw new Failed(whyNot(refusal));
          return console.log('It can be imported.');
        }
        const imported = await importCase(ctx, file);
        if (imported.ok) return console.log('Imported.');
        throw new Failed(whyNot(imported.refusal));
      });
    });
}

function whyNot(refusal: ImportCaseRefusal): string {
  switch (refusal.code) {
    case 'slug-taken':
      return `There is a case with the slug ${refusal.slug} already. A slug is never used again: choose another.`;
    case 'hearing-ahead':
      return `The hearing of ${refusal.date} is still ahead: take it out of the file and record it in the service, so that a second person approves it and followers are told.`;
    case 'name-protected':
      return `At ${refusal.path} the file names a person who appears by role only. Say it without the name; nothing was imported.`;
  }
}

async function readCaseFile(path: string): Promise<CaseFile> {
  const text = await explained(path, () => readFile(path, 'utf8'));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new Failed(`${path} is not JSON.`, { cause });
  }
  const parsed = parseCaseFile(json);
  if (parsed.ok) return parsed.file;
  const faults = parsed.faults.map(({ path: at, fault }) => `  ${at} ${fault}`);
  throw new Failed([`${path} has faults; nothing was imported.`, ...faults].join('\n'));
}
