import type { Catalogue, Fault, Message, VariableKind } from './read.ts';

/** Everything in which a translation differs from the reference catalogue and must not. */
export function compareCatalogues(reference: Catalogue, translation: Catalogue): Fault[] {
  const faults: Fault[] = [];
  for (const wanted of reference.messages.values()) {
    const found = translation.messages.get(wanted.key);
    if (found) faults.push(...compareMessages(translation.file, wanted, found));
    else if (!translation.faultyKeys.has(wanted.key)) {
      faults.push({
        file: translation.file,
        line: 1,
        what: `${wanted.key} is missing`,
        remedy: `translate it; it stands in ${reference.file}:${wanted.line}`,
      });
    }
  }
  for (const found of translation.messages.values()) {
    if (reference.messages.has(found.key) || reference.faultyKeys.has(found.key)) continue;
    faults.push({
      file: translation.file,
      line: found.line,
      what: `${found.key} does not exist in ${reference.file}`,
      remedy: 'remove it, correct its name, or add it there first',
    });
  }
  return faults;
}

function compareMessages(file: string, wanted: Message, found: Message): Fault[] {
  const faults: Fault[] = [];
  const fault = (what: string, remedy: string) => faults.push({ file, line: found.line, what, remedy });
  for (const [name, kind] of wanted.variables) {
    const other = found.variables.get(name);
    if (!other) fault(`${found.key} leaves out { $${name} }`, 'every language says the same: put it in');
    else if (!isCompatible(kind, other)) {
      fault(
        `${found.key} uses $${name} as ${describe(other)} where the reference uses ${describe(kind)}`,
        'use it the same way',
      );
    }
  }
  for (const name of found.variables.keys()) {
    if (!wanted.variables.has(name)) {
      fault(`${found.key} uses the unknown { $${name} }`, `known are: ${known(wanted)}`);
    }
  }
  return faults;
}

/** A number may be printed plainly where the language's noun does not change after it. */
function isCompatible(wanted: VariableKind, found: VariableKind): boolean {
  if (wanted.kind === 'number') return found.kind !== 'choice';
  if (wanted.kind === 'choice') {
    return found.kind === 'choice' && wanted.options.join() === found.options.join();
  }
  return found.kind === 'text';
}

function describe(kind: VariableKind): string {
  return kind.kind === 'choice' ? `a choice of ${kind.options.join(', ')}` : `a ${kind.kind}`;
}

function known(message: Message): string {
  return [...message.variables.keys()].map((name) => `$${name}`).join(', ') || 'none';
}
