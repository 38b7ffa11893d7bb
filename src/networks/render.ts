import type { Capabilities, Measured, PostText, RenderRefusal } from '../domain/network.ts';
import { done, type Result, refused } from '../domain/result.ts';
import { countBytes } from '../domain/text/count-bytes.ts';
import { splitThread, THREAD_MAX, type ThreadPart } from '../domain/text/thread.ts';

/** A text in the parts that a network takes. */
export function threadOf(
  text: string,
  capabilities: Capabilities,
  measure: (text: string) => Measured,
): Result<readonly ThreadPart[], RenderRefusal> {
  const thread = splitThread(text, (start, end, number) => measure(text.slice(start, end) + number).fits);
  if (thread.ok) return done(thread.parts);
  if (thread.fault === 'parts') return refused({ code: 'thread-too-long', limit: THREAD_MAX });
  const { length, bytes } = measure(thread.word);
  const { max, maxBytes } = capabilities.text;
  return maxBytes !== null && length <= max
    ? refused({ code: 'word-too-long', length: bytes, limit: maxBytes })
    : refused({ code: 'word-too-long', length, limit: max });
}

/** In UTF-16 units: never fewer than what else a network whose unit nobody knows may count. */
export function measureUtf16(text: string, { text: { max } }: Capabilities): Measured {
  return { length: text.length, bytes: countBytes(text), fits: text.length <= max };
}

/** Why a text that cannot be split does not fit; null when it does. */
export function refuseTooLong({ length, fits }: Measured, { text }: Capabilities): RenderRefusal | null {
  return fits ? null : { code: 'post-too-long', length, limit: text.max };
}

/** Whether a post's image can be an account's; null when it can, or when there is none. */
export function refuseImage(
  { image }: PostText,
  { images }: Capabilities,
  count: (text: string) => number,
): RenderRefusal | null {
  if (image === null) return null;
  if (images === null || images.max < 1 || !images.types.includes(image.contentType))
    return { code: 'no-images' };
  const length = count(image.alt);
  if (images.maxAlt !== null && length > images.maxAlt)
    return { code: 'alt-too-long', length, limit: images.maxAlt };
  return null;
}
