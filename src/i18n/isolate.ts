const firstStrongIsolate = '\u2068';
const popIsolate = '\u2069';

/**
 * Wraps a text so that its direction neither follows nor disturbs its surroundings: for names that are put
 * beside each other without a message. What `translate` puts into a message is isolated already.
 */
export function isolate(text: string): string {
  return firstStrongIsolate + text + popIsolate;
}

/** The text without isolation marks, as a reader would copy it. */
export function withoutIsolation(text: string): string {
  return text.replaceAll(firstStrongIsolate, '').replaceAll(popIsolate, '');
}
