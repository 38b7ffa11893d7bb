import { readFile } from 'node:fs/promises';
import type { GivenShare, ShareSet } from '../crypto/key-shares.ts';
import { askHidden, somebodyIsThere } from '../terminal.ts';
import type { ShareAnswer } from '../unseal-socket.ts';
import { Failed } from './failed.ts';

/** A share as it is written down: what it is, in four lines of four groups, and what to do with it. */
export function sharePaper({ set, of, need }: ShareSet, number: number, share: string): string {
  const groups = share.split('-');
  const lines = [0, 4, 8, 12].map((from) => `    ${groups.slice(from, from + 4).join('-')}`);
  return [
    `Share ${number} of ${of} of the keys of Bray (set ${set}). Any ${need} of them open the key file.`,
    '',
    ...lines,
    '',
    'Keep it on paper, where no other share lies. A slip in copying it is noticed when it is given.',
    'To give it: npm run bray -- keys unseal',
    '',
  ].join('\n');
}

const shareLine = /^\s*(?:[0-9A-Za-z]{4}-){3}[0-9A-Za-z]{4}\s*$/;

/** The share in a file that `sharePaper` made; all of it where it does not look like one, to be told what is wrong. */
async function shareIn(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Failed(`${path} cannot be read. Name a file that holds a share.`, { cause: error });
  });
  const lines = text.split('\n').filter((line) => shareLine.test(line));
  return lines.length === 0 ? text : lines.join('-');
}

/**
 * Gives shares to `give`, from files or as people type them, until it has said that there are enough. Throws `Failed` when they
 * run out before; of what is typed wrongly it tells and asks again.
 */
export async function giveShares<G extends { readonly outcome: GivenShare['outcome'] | 'forged' }>(
  files: readonly string[],
  give: (share: string) => Promise<G>,
): Promise<Extract<G, { readonly outcome: 'enough' }>> {
  for (const file of files) {
    const given = await give(await shareIn(file));
    if (isEnough(given)) return given;
    if (given.outcome !== 'taken') throw new Failed(`${file}: ${said[given.outcome]}`);
  }
  if (!somebodyIsThere()) {
    throw new Failed(
      files.length === 0
        ? 'Nobody is there to type the shares: name files that hold them with --from.'
        : 'These shares are not enough yet.',
    );
  }
  for (;;) {
    const typed = await askHidden('A share (not shown; an empty line gives up): ');
    if (typed === null || typed.trim() === '') throw new Failed('Given up; these shares are not enough.');
    const given = await give(typed);
    if (isEnough(given)) return given;
    console.error(said[given.outcome]);
  }
}

/**
 * Gives one share that somebody types, or those of all files, to a service that gathers them; tells what came of it. Throws
 * `Failed` for one in a file that is refused.
 */
export async function giveOne(
  files: readonly string[],
  give: (share: string) => Promise<ShareAnswer>,
): Promise<void> {
  for (const file of files) {
    const answer = await give(await shareIn(file));
    if (!isTaken(answer)) throw new Failed(`${file}: ${said[answer.outcome]}`);
    console.log(`${file}: ${howFar(answer)}`);
    if (answer.outcome === 'enough') return;
  }
  if (files.length > 0) return;
  if (!somebodyIsThere()) {
    throw new Failed('Nobody is there to type a share: name a file that holds it with --from.');
  }
  for (;;) {
    const typed = await askHidden('Your share (not shown; an empty line gives up): ');
    if (typed === null || typed.trim() === '') throw new Failed('Given up; no share was given.');
    const answer = await give(typed);
    if (isTaken(answer)) return console.log(howFar(answer));
    console.error(said[answer.outcome]);
  }
}

function isTaken({ outcome }: ShareAnswer): boolean {
  return outcome === 'taken' || outcome === 'enough';
}

function howFar({ outcome, given, need }: ShareAnswer): string {
  return outcome === 'enough'
    ? 'There are enough: the service starts.'
    : `Taken: ${given} of ${need}. The next holder gives theirs in the same way.`;
}

function isEnough<G extends { readonly outcome: string }>(
  given: G,
): given is Extract<G, { readonly outcome: 'enough' }> {
  return given.outcome === 'enough';
}

/** What is answered to somebody who gave a share. */
const said = {
  taken: 'Taken.',
  enough: 'There are enough.',
  'not-a-share': 'This is no share: it has 64 letters and digits, in 16 groups of four. Copy it whole.',
  mistyped: 'There is a slip in this share. Compare it with the paper, letter by letter.',
  'other-set': 'This share is of another set: it belongs to another key file, or to an earlier one.',
  'given-already': 'This share was given already.',
  forged:
    'These shares do not give the key: one of them was forged. All must be given anew; find out whose it was.',
} as const satisfies Record<GivenShare['outcome'] | 'forged', string>;
