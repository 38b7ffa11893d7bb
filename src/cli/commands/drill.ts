import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Config } from '../../config.ts';
import { readKeyFile } from '../../crypto/key-file.ts';
import { type CustodyFault, custodies, type Holder, parseCustody } from '../../domain/custody.ts';
import {
  countGroups,
  type DrillPerson,
  groupsOf,
  isVital,
  lossesOf,
  type Situation,
  stuckTexts,
} from '../../domain/drill.ts';
import { unapprovedTexts } from '../../services/posts/unapproved.ts';
import { readSituation } from '../../services/staff/situation.ts';
import { wholeNumber } from '../arguments.ts';
import { drillText, stuckLines } from '../drill-text.ts';
import { Failed } from '../failed.ts';
import { asOperator, readConfig } from '../storage.ts';
import { successorLines } from '../successors-text.ts';

/** More groups than that nobody reads. */
const mostGroups = 2_000;

export function drillCommand(program: Command): void {
  program
    .command('drill')
    .description(
      'what could no longer be done if some of the staff were gone, and the remedy; exit code 1 when something vital breaks',
    )
    .option('--any <number>', 'any so many of them', wholeNumber(1, 20), 2)
    .option('--gone <names>', 'these, separated by commas, and no others')
    .option(
      '--custody <file>',
      `who holds what: lines like "Leyla: machine, backup", from ${custodies.join(', ')}`,
    )
    .action(async (options: { any: number; gone?: string; custody?: string }) => {
      const keys = await lockOf(readConfig());
      const holders = options.custody === undefined ? [] : await readCustody(options.custody);
      const { situation, texts, successors, now } = await asOperator(async (ctx) => ({
        situation: await readSituation(ctx, { keys, holders }),
        texts: await unapprovedTexts(ctx),
        successors: await successorLines(ctx),
        now: ctx.clock.now(),
      }));
      const groups = groupsFor(situation, options);
      const found = lossesOf(situation, groups);
      for (const line of drillText(situation, found, now)) console.log(line);
      for (const line of stuckLines(stuckTexts(situation, texts, now))) console.log(line);
      if (successors.length > 0) console.log('Named to take over:');
      for (const line of successors) console.log(`  ${line}`);
      // What named successors bring back within a day is told, and is what they were named for.
      const broken = found.losses.filter(({ broken: all, healed }) =>
        all.some((duty) => isVital(duty) && !healed.includes(duty)),
      ).length;
      if (broken > 0 || found.already.some(isVital)) {
        throw new Failed(
          `Something vital breaks in ${broken} of ${found.losses.length}${found.already.some(isVital) ? ', and is impossible already' : ''}.`,
        );
      }
      console.log(`Nothing vital breaks for longer than a day in any of ${found.losses.length}.`);
    });
}

function groupsFor(
  { people }: Situation,
  { any, gone }: { readonly any: number; readonly gone?: string },
): readonly (readonly DrillPerson[])[] {
  if (gone !== undefined) return [gone.split(',').map((name) => personNamed(people, name.trim()))];
  if (any > people.length) throw new Failed(`Only ${people.length} are on the staff. Choose fewer in --any.`);
  const count = countGroups(any, people.length);
  if (count > mostGroups)
    throw new Failed(`These would be ${count} groups. Choose fewer in --any, or name them in --gone.`);
  return [...groupsOf(any, people)];
}

function personNamed(people: readonly DrillPerson[], name: string): DrillPerson {
  const found = people.filter((person) => person.name === name || person.id === name);
  const [person] = found;
  if (person === undefined)
    throw new Failed(`Nobody on the staff is called ${name}. Run: npm run bray -- staff list`);
  if (found.length > 1)
    throw new Failed(`Several on the staff are called ${name}: give the id that \`staff list\` shows.`);
  return person;
}

/** What opens the key file; where it is on a medium that is not plugged in, only a passphrase is reckoned with. */
async function lockOf({ keys }: Config): Promise<Situation['keys']> {
  const read = await readKeyFile(keys.file);
  if (read.ok) return 'open';
  return read.fault === 'needs-shares' ? { shares: read.set.need } : 'passphrase';
}

async function readCustody(path: string): Promise<readonly Holder[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Failed(`${path} cannot be read. Name a file with lines like "Leyla: machine, backup".`, {
      cause: error,
    });
  });
  const parsed = parseCustody(text);
  if (parsed.ok) return parsed.holders;
  throw new Failed(parsed.faults.map((fault) => `${path}, line ${fault.line}: ${said(fault)}`).join('\n'));
}

function said({ fault, what }: CustodyFault): string {
  switch (fault) {
    case 'no-colon':
      return `"${what}" has no colon. Write it like "Leyla: machine, backup".`;
    case 'no-name':
      return 'it names nobody. Write it like "Leyla: machine, backup".';
    case 'unknown-word':
      return `"${what}" is none of ${custodies.join(', ')}.`;
    case 'named-twice':
      return `${what} has a line already. Put both into one.`;
  }
}
