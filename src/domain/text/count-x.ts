import twitter from 'twitter-text';

/**
 * How long X finds a text: weighted characters by twitter-text 3.1.0, the version that X names (docs.x.com, read November
 * 2026): 280 at most; what is written in Latin, Cyrillic or Arabic letters counts one each, CJK and emoji two, every
 * web address 23, also one without its scheme. Its list of top-level domains is of 2020.
 */
export function countX(text: string): number {
  return twitter.parseTweet(text).weightedLength;
}

/** Whether X makes a link of something in a text, also of a bare domain: it takes more for such a post. */
export function hasAddressX(text: string): boolean {
  return twitter.extractUrls(text).length > 0;
}
