/*
 * Who holds what the service does not know of: written by hand in a small file that lies with the copy of the keys, and not in
 * the database, where whoever takes it would read whom to force.
 */

/**
 * `machine`: may sign in on it as who runs the service. `key-file`: a copy of it elsewhere. `passphrase`: of that file.
 * `share`: one share of its keys. `backup`: a copy, and where it lies. `bot`: the Telegram account that owns the bot at
 * BotFather. `domain`: the account at which the domains are registered.
 */
export const custodies = ['machine', 'key-file', 'passphrase', 'share', 'backup', 'bot', 'domain'] as const;
export type Custody = (typeof custodies)[number];

/** Somebody who holds something outside the service. */
export interface Holder {
  readonly name: string;
  readonly custody: readonly Custody[];
}

/** What is wrong with a line of the custody file. */
export interface CustodyFault {
  readonly line: number;
  readonly fault: 'no-colon' | 'no-name' | 'unknown-word' | 'named-twice';
  /** What was not understood. */
  readonly what: string;
}

/**
 * Reads a custody file: a line for each person, `Leyla: machine, passphrase`; blank lines and what stands behind a `#` are
 * passed over. Answers every fault at once.
 */
export function parseCustody(
  text: string,
):
  | { readonly ok: true; readonly holders: readonly Holder[] }
  | { readonly ok: false; readonly faults: readonly CustodyFault[] } {
  const holders: Holder[] = [];
  const faults: CustodyFault[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const content = raw.replace(/#.*$/, '').trim();
    if (content === '') continue;
    const colon = content.lastIndexOf(':');
    if (colon === -1) {
      faults.push({ line, fault: 'no-colon', what: content });
      continue;
    }
    const name = content.slice(0, colon).trim();
    const words = content
      .slice(colon + 1)
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '');
    const custody = words.flatMap((word) => custodies.find((one) => one === word) ?? []);
    for (const word of words.filter((one) => !custodies.some((known) => known === one)))
      faults.push({ line, fault: 'unknown-word', what: word });
    if (name === '') faults.push({ line, fault: 'no-name', what: content });
    else if (holders.some((other) => other.name === name))
      faults.push({ line, fault: 'named-twice', what: name });
    else holders.push({ name, custody: [...new Set(custody)] });
  }
  return faults.length === 0 ? { ok: true, holders } : { ok: false, faults };
}
