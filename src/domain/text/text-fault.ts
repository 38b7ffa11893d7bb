import type { LinkFault } from './link.ts';

/** Everything that can be wrong with a post's Markdown. */
export type TextFaultCode =
  | LinkFault
  | 'empty'
  | 'too-long'
  | 'nested-too-deep'
  | 'malformed-text'
  | 'control-character'
  | 'direction-override'
  | 'image'
  | 'html'
  | 'heading'
  | 'code'
  | 'quote'
  | 'table'
  | 'rule'
  | 'reference-link'
  | 'link-without-words'
  | 'link-names-another-host'
  | 'link-title'
  | 'unsupported';

/** Something in a post's text that we do not publish; `line` counts from 1 in the Markdown as it was given. */
export type TextFault = { readonly fault: TextFaultCode; readonly line: number; readonly remedy: string };

/** What the writer can do, in English; the fault is what catalogues translate. */
export const REMEDIES: Readonly<Record<TextFaultCode, string>> = {
  empty: 'Write a text: nothing in it would be seen.',
  'too-long': 'Shorten the text to at most 32,768 characters.',
  'nested-too-deep': 'Use at most three levels of lists and less nested markup.',
  'malformed-text': 'Type the line again: it holds half of a character.',
  'control-character': 'Remove the control characters from the line.',
  'direction-override':
    'Type the line again: it holds an invisible character that reverses the reading order.',
  image: 'Attach the picture to the post, with a description, instead of placing it in the text.',
  html: 'Remove the HTML tag; use **bold**, *italic* and [words](https://…).',
  heading: 'Write the heading as a line in **bold**.',
  code: 'Remove the backticks, or the blanks that indent the line.',
  quote: 'Write the quotation in quotation marks, without > before it.',
  table: 'Write the table as a list.',
  rule: 'Leave an empty line instead of the rule.',
  'reference-link': 'Write the link in place: [words](https://…).',
  'link-without-words': 'Write the words of the link between its square brackets.',
  'link-names-another-host': "Make the link's words and its address name the same site.",
  'link-title': 'Remove the quoted title after the address of the link.',
  'link-not-absolute': 'Write the whole address, with https:// before it.',
  'link-scheme': 'Link only to http, https, mailto or tg addresses.',
  'link-with-password': 'Remove the part before @ from the address.',
  'link-malformed': 'Correct the address of the link.',
  unsupported: 'Use paragraphs, bold, italic, links and lists only.',
};
