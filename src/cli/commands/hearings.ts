import { readFile, stat } from 'node:fs/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { formatOf, type HearingFileFormat, readHearings } from '../../domain/hearing-file/read.ts';
import { FILE_MAX } from '../../domain/hearing-file/said.ts';
import { type Language, languages } from '../../domain/language.ts';
import { type HearingKind, hearingKinds } from '../../domain/words.ts';
import { parseZone } from '../../domain/zone.ts';
import { findCampaign } from '../../services/campaigns/find.ts';
import { importHearings } from '../../services/hearings/import.ts';
import { type HearingImport, importDefaults, planImport } from '../../services/hearings/plan-import.ts';
import { oneOf } from '../arguments.ts';
import { asStaff } from '../as-staff.ts';
import { Failed } from '../failed.ts';
import { explained } from '../file-faults.ts';
import { importLines, importSummary } from '../import-text.ts';
import { asOperator } from '../storage.ts';

interface ImportOptions {
  readonly apply: boolean;
  readonly withoutRefused: boolean;
  readonly case?: string;
  readonly zone?: string;
  readonly language?: Language;
  readonly kind: HearingKind;
  readonly source?: string;
}

export function hearingCommands(program: Command): void {
  const hearings = program.command('hearings').description('the hearings of the cases');
  hearings
    .command('import')
    .description('say what a file of hearings (CSV, iCalendar, JSON; see docs/import.md) would change')
    .argument('<file>', 'a file that ends in .csv, .ics or .json')
    .option('--apply', 'record it, under your name (BRAY_TOKEN); a second person approves each change', false)
    .option('--without-refused', 'record all but the rows that are refused', false)
    .option('--case <slug>', 'the case, for what names none')
    .option('--zone <zone>', "the court's time zone; the case's without it", readZone)
    .option('--language <code>', "of plain texts; the campaign's first without it", oneOf(languages))
    .addOption(
      new Option('--kind <kind>', 'of new hearings that do not say it')
        .choices(hearingKinds)
        .default('other'),
    )
    .option('--source <text>', 'who says so, for what names no source')
    .action(importFile);
}

async function importFile(path: string, options: ImportOptions): Promise<void> {
  const format = formatOf(path);
  if (format === null) throw new Failed(`${path} ends neither in .csv nor in .ics nor in .json.`);
  const bytes = await readBytes(path);
  await asOperator(async (ctx) => {
    const input = await read(ctx, { path, bytes, format }, options);
    if (!options.apply) {
      const items = await planImport(ctx, input, 'the operator');
      console.log([...importLines(items), importSummary(items, false)].join('\n'));
      return;
    }
    const { withoutRefused } = options;
    const imported = await asStaff(ctx, 'hearings:write', (staff) =>
      importHearings(staff, { ...input, withoutRefused }),
    );
    if (imported.ok) {
      const { items } = imported.value;
      console.log([...importLines(items), importSummary(items, true)].join('\n'));
      return;
    }
    if (imported.refusal.code === 'not-a-recorder') {
      throw new Failed(
        'Your roles do not allow you to record hearings. Ask an author, coordinator or lawyer.',
      );
    }
    throw new Failed(
      [
        ...importLines(imported.refusal.items),
        'Nothing was recorded. Correct the lines that are refused, or say --without-refused.',
      ].join('\n'),
    );
  });
}

async function read(
  ctx: Parameters<Parameters<typeof asOperator>[0]>[0],
  file: { readonly path: string; readonly bytes: Uint8Array; readonly format: HearingFileFormat },
  options: ImportOptions,
): Promise<HearingImport> {
  const caseSlug = options.case ?? null;
  const zone = options.zone ?? null;
  const defaults = await importDefaults(
    ctx,
    { caseSlug, zone, plain: options.language ?? null },
    await findCampaign(ctx),
  );
  if (!defaults.ok) {
    throw new Failed(
      defaults.refusal.code === 'case-unknown'
        ? `There is no case with the slug ${caseSlug}.`
        : `The case ${caseSlug} is closed: open it again first.`,
    );
  }
  const found = readHearings(file.bytes, file.format, defaults.value);
  if (!found.ok) {
    const faults = found.faults.map(({ line, field, detail }) => `  line ${line}: ${field} ${detail}`);
    throw new Failed([`${file.path} cannot be read; nothing was recorded.`, ...faults].join('\n'));
  }
  return { rows: found.rows, caseSlug, zone, kind: options.kind, source: options.source ?? null };
}

async function readBytes(path: string): Promise<Uint8Array> {
  const { size } = await explained(path, () => stat(path));
  if (size > FILE_MAX) throw new Failed(`${path} is larger than ${FILE_MAX} bytes. Split it.`);
  return explained(path, () => readFile(path));
}

function readZone(text: string): string {
  const parsed = parseZone(text);
  if (!parsed.ok) throw new InvalidArgumentError(parsed.remedy);
  return parsed.zone;
}
