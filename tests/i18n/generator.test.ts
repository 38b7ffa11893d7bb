import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compareCatalogues } from '../../scripts/messages/compare.ts';
import { readCatalogue } from '../../scripts/messages/read.ts';
import { reference } from './catalogue-samples.ts';

const root = join(import.meta.dirname, '../..');
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'bray-messages-'));
  cpSync(join(root, 'src/i18n'), join(copy, 'src/i18n'), { recursive: true });
  cpSync(join(root, 'src/domain'), join(copy, 'src/domain'), { recursive: true });
  cpSync(join(root, 'tsconfig.json'), join(copy, 'tsconfig.json'));
  cpSync(join(root, 'package.json'), join(copy, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});

afterEach(() => rmSync(copy, { recursive: true }));

/** Changes a catalogue of the copy. */
function edit(language: string, change: (text: string) => string): void {
  const path = join(copy, `src/i18n/${language}.ftl`);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

function run(...options: string[]): { status: number | null; errors: string } {
  const script = join(root, 'scripts/messages.ts');
  const done = spawnSync(process.execPath, [script, '--folder', join(copy, 'src/i18n'), ...options], {
    encoding: 'utf8',
  });
  return { status: done.status, errors: done.stderr };
}

function typeCheck(): { status: number | null; output: string } {
  const tsc = join(root, 'node_modules/.bin/tsc');
  const done = spawnSync(tsc, ['--noEmit', '-p', copy], { encoding: 'utf8', cwd: copy });
  return { status: done.status, output: done.stdout };
}

describe('the committed modules', () => {
  it('are what the catalogues say', () => {
    expect(run('--check')).toEqual({ status: 0, errors: '' });
  });

  it('are refused once a catalogue was changed without running the generator', () => {
    edit('fr', (text) => text.replace('button-next = Suivant', 'button-next = La suite'));
    const { status, errors } = run('--check');
    expect(status).toBe(1);
    expect(errors).toMatch(/fr\.ts is not what the catalogues say\n\s+remedy: npm run messages/);
    expect(run().status).toBe(0);
    expect(run('--check').status).toBe(0);
  });
});

describe('a missing translation', () => {
  beforeEach(() => edit('tr', (text) => text.replace(/^button-next = .*\n/m, '')));

  it('is named with its file and remedy, and fails the check', () => {
    const { status, errors } = run('--check');
    expect(status).toBe(1);
    expect(errors).toMatch(
      /tr\.ftl:1: button-next is missing\n\s+remedy: translate it; it stands in .*en\.ftl:\d+/,
    );
  });

  it('fails the type check too, even if the generator’s complaint was ignored', () => {
    expect(typeCheck()).toEqual({ status: 0, output: '' });
    expect(run().status).toBe(1);
    const { status, output } = typeCheck();
    expect(status).not.toBe(0);
    expect(output).toMatch(/generated\/tr\.ts.*button-next/s);
  });
});

describe('a catalogue that disagrees with the reference', () => {
  const faulty: readonly [string, (text: string) => string, RegExp][] = [
    [
      'a variable left out',
      (t) => t.replace('hearing-judge = Richter oder Richterin: { $judge }', 'hearing-judge = Richter'),
      /de\.ftl:\d+: hearing-judge leaves out \{ \$judge \}/,
    ],
    [
      'a variable misspelled',
      (t) => t.replace('Saal: { $room }', 'Saal: { $raum }'),
      /de\.ftl:\d+: hearing-room uses the unknown \{ \$raum \}\n\s+remedy: known are: \$room/,
    ],
    [
      'a key nobody knows',
      (t) => `${t}\nbutton-maybe = Vielleicht\n`,
      /de\.ftl:\d+: button-maybe does not exist in .*en\.ftl/,
    ],
    ['a key twice', (t) => `${t}\nbutton-next = Jawohl\n`, /de\.ftl:\d+: button-next is defined twice/],
    [
      'a missing plural form',
      (t) => t.replace('        [one] { $count } Tag\n', ''),
      /de\.ftl:\d+: unit-days lacks the plural \[one\]\n\s+remedy: de counts in/,
    ],
    [
      'a choice with other words',
      (t) => t.replace('[open] öffentlich\n', '[offen] öffentlich\n'),
      /de\.ftl:\d+: openness-word uses \$openness as a choice of closed, offen, unknown where the reference uses/,
    ],
    [
      'an unknown function',
      (t) => t.replace('Saal: { $room }', 'Saal: { DATETIME($room) }'),
      /de\.ftl:\d+: hearing-room uses the function DATETIME\n\s+remedy: only NUMBER is known/,
    ],
    [
      'an unknown term',
      (t) => t.replace('Saal: { $room }', '{ -saal }: { $room }'),
      /de\.ftl:\d+: hearing-room uses the unknown term -saal/,
    ],
    [
      'a reference to another message',
      (t) => t.replace('Saal: { $room }', '{ button-next }: { $room }'),
      /de\.ftl:\d+: hearing-room refers to the message button-next/,
    ],
    ['broken syntax', (t) => t.replace('Saal: { $room }', 'Saal: { $room'), /de\.ftl:\d+: not valid Fluent/],
    [
      'no word about its checking',
      (t) => t.replace('### bray: native-checked = no\n', ''),
      /de\.ftl:1: the catalogue does not say whether a native reader has checked it/,
    ],
  ];

  const german = () => readFileSync(join(root, 'src/i18n/de.ftl'), 'utf8');

  /** What the generator would print about a German catalogue with this text. */
  function faultsOf(text: string): string[] {
    const { catalogue, faults } = readCatalogue('de', 'de.ftl', text);
    return [...faults, ...compareCatalogues(reference, catalogue)].map(
      ({ file, line, what, remedy }) => `${file}:${line}: ${what}\n  remedy: ${remedy}`,
    );
  }

  it.each(faulty)('is refused for %s, with the line and the remedy', (_what, change, message) => {
    expect(faultsOf(german())).toEqual([]);
    const changed = change(german());
    expect(changed).not.toBe(german());
    const faults = faultsOf(changed).join('\n');
    expect(faults).toMatch(message);
    // Only of unreadable text is it unknown which message it was to be.
    if (!faults.includes('not valid Fluent')) expect(faults).not.toContain('is missing');
  });

  it('is told the line on which the message stands', () => {
    const changed = german().replace('Saal: { $room }', 'Saal: { $raum }');
    const line = changed.split('\n').findIndex((text) => text.startsWith('hearing-room =')) + 1;
    expect(faultsOf(changed)[0]).toContain(`de.ftl:${line}: `);
  });
});

it('carries the flag of a native reader’s check into the module', () => {
  edit('az', (text) => text.replace('native-checked = no', 'native-checked = yes'));
  expect(run().status).toBe(0);
  expect(readFileSync(join(copy, 'src/i18n/generated/az.ts'), 'utf8')).toContain(
    'nativeChecked: boolean = true',
  );
});

it('accepts a term that the file defines', () => {
  edit('de', (text) => `${text.replace('Saal: { $room }', '{ -saal }: { $room }')}\n-saal = Saal\n`);
  expect(run()).toEqual({ status: 0, errors: '' });
});
