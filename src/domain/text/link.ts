/** Where a link in a post may lead. Anything else (javascript:, data:, file: …) can run or disguise something. */
const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tg:']);

export type LinkFault = 'link-not-absolute' | 'link-scheme' | 'link-with-password' | 'link-malformed';

/** An address as it was typed, once it is known to be one that we link to. */
export function checkLink(
  href: string,
): { readonly ok: true; readonly href: string } | { readonly ok: false; readonly fault: LinkFault } {
  const url = URL.parse(href);
  if (url === null)
    return { ok: false, fault: /^[a-z][a-z0-9+.-]*:/i.test(href) ? 'link-malformed' : 'link-not-absolute' };
  if (!SCHEMES.has(url.protocol)) return { ok: false, fault: 'link-scheme' };
  // Blanks, controls and direction characters inside an address are dropped by browsers: what is read is not
  // what is opened.
  if (/[\s\p{Cc}\p{Cf}]/u.test(href)) return { ok: false, fault: 'link-malformed' };
  // https://bank.example@evil.example leads to evil.example.
  if (url.username !== '' || url.password !== '') return { ok: false, fault: 'link-with-password' };
  return hasReach(url, href) ? { ok: true, href } : { ok: false, fault: 'link-malformed' };
}

/**
 * Telegram refuses links to a host without a dot, to port 0 and without the two slashes (tdlib, test/link.cpp,
 * read November 2026); nobody outside could follow the first two anyway.
 */
function hasReach(url: URL, href: string): boolean {
  switch (url.protocol) {
    case 'http:':
    case 'https:':
      return (
        /^https?:\/\/[^/\\]/i.test(href) && /[.:]/.test(url.hostname.replace(/\.$/, '')) && url.port !== '0'
      );
    case 'mailto:':
      return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(url.pathname);
    default:
      return /^tg:(?:\/\/)?[a-z0-9_-]+(?:[/?#]|$)/i.test(href);
  }
}

/** True when a link's words are themselves an address on another host than the one the link opens. */
export function namesAnotherHost(words: string, href: string): boolean {
  const shown = URL.parse(words.trim());
  const opened = URL.parse(href);
  if (shown === null || opened === null || !/^https?:$/.test(shown.protocol)) return false;
  return shown.host !== opened.host;
}
