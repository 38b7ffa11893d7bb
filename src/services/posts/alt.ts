import type { Language } from '../../domain/language.ts';
import { ALT_MAX } from '../../domain/media.ts';
import { faultOfPlainText } from '../../domain/text/characters.ts';

/** Why words cannot be what a post's image is said to show. Nothing is ever cut to fit. */
export type AltRefusal = {
  readonly code: 'alt-unusable';
  readonly language: Language;
  /** `unreadable`: nothing of it would be seen, or it holds what must not stand in a text. */
  readonly fault: 'too-long' | 'unreadable';
  readonly length: number;
  readonly limit: number;
};

/** Checks what an image is said to show before it is stored, by whatever way it came; null when there is none. */
export function refuseAlt(language: Language, alt: string | null | undefined): AltRefusal | null {
  if (alt == null) return null;
  const { length } = alt;
  const told = { code: 'alt-unusable', language, length, limit: ALT_MAX } as const;
  if (length > ALT_MAX) return { ...told, fault: 'too-long' };
  return faultOfPlainText(alt) === null ? null : { ...told, fault: 'unreadable' };
}
