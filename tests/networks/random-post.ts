import fc from 'fast-check';
import { word } from '../domain/text/scripts.ts';

/** What networks count in ways of their own, among words of twelve scripts. */
const special = fc.constantFrom(
  'https://example.org/a/long/path?with=query',
  'http://example.com',
  '(https://example.net/x_(y))',
  'https://example.org/end.',
  'example.org',
  '@ann@social.example',
  '@ann',
  'ann@mail.example',
  '#tag',
  '10:30',
);
/** A text as staff may write one, in any of these scripts. */
export const randomPost = fc
  .array(fc.tuple(fc.oneof({ weight: 3, arbitrary: word }, special), fc.constantFrom(' ', ' ', '\n', ', ')), {
    minLength: 1,
    maxLength: 30,
  })
  .map((pairs) => pairs.flat().join('').trim());
