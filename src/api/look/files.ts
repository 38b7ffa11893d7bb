import { readFile } from 'node:fs/promises';

const shared = (name: string) => readFile(new URL(name, import.meta.url), 'utf8');

/** The look that all our pages share, followed by the sheet of one kind of them. */
export async function sheetWith(own: URL): Promise<string> {
  return `${await shared('look.css')}\n${await readFile(own, 'utf8')}`;
}

/** The icon of all our pages. */
export function icon(): Promise<string> {
  return shared('icon.svg');
}
