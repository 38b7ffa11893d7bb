import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { systemClock } from '../../clock.ts';
import { verifyingKeyFromText } from '../../crypto/key-text.ts';
import type { VerifyingKey } from '../../crypto/signing.ts';
import { exportAudit, headOfLine } from '../../services/audit-entries/export.ts';
import { type AuditFault, type AuditHead, verifyAudit } from '../../services/audit-entries/verify.ts';
import { Failed } from '../failed.ts';
import { explained } from '../file-faults.ts';
import { openKeys } from '../keys.ts';
import { readConfig, withDatabase } from '../storage.ts';

const faults = {
  altered: 'is not what was linked: the entry, its place or the link was changed',
  'links-missing': 'does not follow the one before it: links are gone',
  'entry-missing': 'has lost its entry',
  'not-linked': 'was never linked',
  'head-not-signed': 'is said to be signed, and not by our key',
  'cut-off': 'was signed, and the log ends before it',
  'written-anew': 'is another than the one that was signed: the log before it was written anew',
  'not-signed': 'and what follows were not signed within three hours: has a scheduler been running?',
} as const satisfies Record<AuditFault['code'], string>;

export function auditCommands(program: Command): void {
  const audit = program
    .command('audit')
    .description('the log of who did what, in which nothing changes unseen');
  audit
    .command('verify')
    .description('go through the whole log; exit code 1 when anything was changed, removed or put elsewhere')
    .option(
      '--public-key <key>',
      'of the audit log, as `keys show` has it (default: from the key file)',
      parseKey,
    )
    .option('--against <file>', 'an earlier export: shows also when the newest entries were taken away')
    .action(async (options: { publicKey?: VerifyingKey; against?: string }) => {
      const key = options.publicKey ?? (await openKeys(readConfig())).public.scheduler;
      const kept = options.against === undefined ? [] : await headsOf(options.against);
      const verdict = await withDatabase(({ db }) => verifyAudit({ db, clock: systemClock }, { key, kept }));
      console.log(
        `${verdict.links} entries in order, ${verdict.heads} times signed, up to entry ${verdict.signedTo}.`,
      );
      if (verdict.faults.length === 0) return console.log('Nothing was changed, removed or put elsewhere.');
      throw new Failed(
        ['The audit log is not what was written:', ...verdict.faults.map(faultText)].join('\n'),
      );
    });
  audit
    .command('export')
    .description('write the log with its signatures to a file, to be kept elsewhere')
    .argument('<file>', 'a new file, e.g. bray-audit.jsonl')
    .action((path: string) =>
      withDatabase(async ({ db }) => {
        const { entries, heads } = await explained(path, () =>
          writeExport(path, (out) => exportAudit({ db, clock: systemClock }, out)),
        );
        console.log(
          `Written: ${path} (${entries} entries, ${heads} times signed). Keep it where nobody who writes to the database can.`,
        );
      }),
    );
}

function parseKey(text: string): VerifyingKey {
  const key = verifyingKeyFromText(text);
  if (key === null) throw new InvalidArgumentError('Copy it as `keys show` prints it: 43 characters.');
  return key;
}

function faultText(fault: AuditFault): string {
  const which = 'position' in fault ? `entry ${fault.position}` : 'an entry';
  return `  ${which}${'entryId' in fault ? ` (${fault.entryId})` : ''} ${faults[fault.code]}`;
}

async function headsOf(path: string): Promise<AuditHead[]> {
  return explained(path, async () => {
    const heads: AuditHead[] = [];
    for await (const line of createInterface({ input: createReadStream(path) })) {
      const head = headOfLine(line);
      if (head !== null) heads.push(head);
    }
    if (heads.length === 0)
      throw new Failed(`${path}: No signed head is in it. Name a file that \`audit export\` wrote.`);
    return heads;
  });
}

async function writeExport<R>(path: string, write: (out: Writable) => Promise<R>): Promise<R> {
  const out = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  const written = await write(out).finally(() => out.end());
  await finished(out);
  return written;
}
