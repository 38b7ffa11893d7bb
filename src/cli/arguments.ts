import { InvalidArgumentError } from 'commander';
import { type Id, parseId } from '../domain/ids.ts';

/** Reads an id as a command shows it (`staff list`, say), and refuses what cannot be one. */
export function idFrom<T extends Id<string>>(command: string): (text: string) => T {
  return (text) => {
    const id = parseId<T>(text);
    if (id === null) throw new InvalidArgumentError(`Copy the id as \`${command}\` shows it.`);
    return id;
  };
}

/** Reads one of a few words. */
export function oneOf<T extends string>(words: readonly T[]): (text: string) => T {
  return (text) => {
    const found = words.find((word) => word === text);
    if (found === undefined) throw new InvalidArgumentError(`Choose from ${words.join(', ')}.`);
    return found;
  };
}

/** Reads some of a few words, separated by commas. */
export function someOf<T extends string>(words: readonly T[]): (text: string) => [T, ...T[]] {
  return (text) => {
    const asked = text.split(',').map((word) => word.trim());
    const found = asked.flatMap((word) => words.find((one) => one === word) ?? []);
    const [first, ...others] = found;
    if (first === undefined || found.length !== asked.length)
      throw new InvalidArgumentError(`Choose from ${words.join(', ')}, separated by commas.`);
    return [first, ...others];
  };
}

/** Reads a whole number within limits. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!/^\d{1,9}$/.test(text) || number < least || number > most)
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    return number;
  };
}
