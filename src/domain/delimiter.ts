/** What people's spreadsheets put between cells: which it is depends on their country. */
const delimiters = [',', ';', '\t'] as const;

/** The delimiter of a CSV file, by its first line, which holds names without any of them. */
export function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const parts = (delimiter: string) => first.split(delimiter).length;
  return delimiters.toSorted((a, b) => parts(b) - parts(a))[0] ?? ',';
}
