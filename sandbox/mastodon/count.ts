/**
 * How many characters a server of Mastodon's API finds in a text. It reads a text from left to right: an address with its
 * scheme counts what is reserved for one; the server in `@name@server` counts nothing; all else counts by what Unicode
 * joins to one character.
 */
export function countCharacters(text: string, perAddress: number): number {
  let rest = text;
  let count = 0;
  let before = '';
  let plain = '';
  const flush = () => {
    count += [...new Intl.Segmenter('en').segment(plain)].length;
    plain = '';
  };
  while (rest !== '') {
    const address = isOpen(before)
      ? /^https?:\/\/[a-z0-9.-]+\.[a-z]{2,}(?::\d+)?(?:\/[^\s<>"]*)?/i.exec(rest)?.[0]
      : undefined;
    if (address !== undefined) {
      const trimmed = withoutEnd(address);
      flush();
      count += perAddress;
      rest = rest.slice(trimmed.length);
      before = trimmed;
      continue;
    }
    const mention = /^(@\w[\w.-]*)@[a-z0-9.-]+[a-z0-9]/i.exec(rest);
    if (mention !== null && !/[\p{L}\p{M}\p{N}_=/]$/u.test(before)) {
      plain += (mention[1] ?? '').replace(/[.-]+$/, '');
      before = mention[0];
      rest = rest.slice(before.length);
      continue;
    }
    const [next = ''] = rest;
    plain += next;
    before = next;
    rest = rest.slice(next.length);
  }
  flush();
  return count;
}

function isOpen(before: string): boolean {
  return !/[a-z0-9@$#＠＃]$/i.test(before);
}

/** Punctuation and brackets that nobody opened belong to the sentence. */
function withoutEnd(address: string): string {
  let end = address;
  for (;;) {
    const last = end.at(-1) ?? '';
    const isUnopened = last === ')' && end.split('(').length < end.split(')').length;
    if (!isUnopened && !'.,;:!?\'"»”’…،؛؟。、'.includes(last)) return end;
    end = end.slice(0, -1);
  }
}
