/**
 * The same calendar with the properties of each component before the components within it, as the grammar of RFC 5545
 * has it (§3.4 and §3.6, read December 2026), and with the end of its last line. Our generator writes some behind, which
 * readers that go by the grammar refuse.
 */
export function propertiesFirst(text: string): string {
  const open: Component[] = [{ own: [], within: [] }];
  // A line that begins with a blank goes on where the one before ended.
  for (const line of text.split(/\r\n(?![ \t])/)) {
    if (line === '') continue;
    if (line.startsWith('BEGIN:')) {
      open.push({ own: [line], within: [] });
      continue;
    }
    open.at(-1)?.own.push(line);
    if (!line.startsWith('END:')) continue;
    const [ended, around] = [open.pop(), open.at(-1)];
    if (ended === undefined || around === undefined)
      throw new Error('A calendar ends what it did not begin.');
    around.within.push(...ended.own.slice(0, -1), ...ended.within, line);
  }
  const [whole] = open;
  if (whole === undefined || open.length > 1) throw new Error('A calendar does not end what it began.');
  return whole.within.map((line) => `${line}\r\n`).join('');
}

interface Component {
  /** With the lines that begin and end it. */
  readonly own: string[];
  readonly within: string[];
}
