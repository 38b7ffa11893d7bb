import { direction, type Language } from '../domain/language.ts';
import { type Block, type TextDocument, visibleText } from '../domain/text/document.ts';
import { firstWords } from '../domain/text/first-words.ts';
import { type HtmlStyle, htmlText } from '../domain/text/html.ts';

/** Characters of a headline, at most; the text below has all of it in any case. */
const TITLE_MAX = 120;

/** A post's headline and its body, both as HTML: WordPress shows a headline as it is, elements too. */
export interface Article {
  readonly title: string;
  readonly html: string;
}

/**
 * A document as an article. A first paragraph that is bold from end to end, with more below, is its headline; of any other
 * the first sentence is, and stands in the body too, so that nothing of the text is lost.
 */
export function articleOf({ blocks }: TextDocument, language: Language): Article {
  const headline = headlineOf(blocks);
  const body = headline === null ? blocks : blocks.slice(1);
  const title = headline ?? firstSentence(blocks, language);
  const html = htmlText({ blocks: body }, inArticle);
  return {
    title: escaped(title),
    html: `<div lang="${language}" dir="${direction(language)}">\n${html}\n</div>`,
  };
}

function headlineOf([first, ...others]: readonly Block[]): string | null {
  if (first?.kind !== 'paragraph' || others.length === 0) return null;
  const [only, ...more] = first.inlines;
  if (only?.kind !== 'bold' || more.length > 0) return null;
  return oneLine(visibleText(only.children));
}

function firstSentence(blocks: readonly Block[], language: Language): string {
  const [first = ''] = blocks.map(blockText).filter((text) => text !== '');
  const [line = ''] = first.split('\n');
  const sentences = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(line);
  const sentence = oneLine(sentences.containing(0)?.segment ?? '');
  return firstWords(sentence, language, TITLE_MAX);
}

function blockText(block: Block): string {
  if (block.kind === 'paragraph') return visibleText(block.inlines).trim();
  return block.items.map(({ blocks }) => blocks.map(blockText).join('\n')).join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const inArticle: HtmlStyle = {
  escape: escaped,
  // WordPress strikes addresses of other kinds out of links (`wp_allowed_protocols`): such a one is shown.
  link({ href, children }, words) {
    if (/^(https?|mailto):/i.test(href)) return `<a href="${escaped(href)}">${words}</a>`;
    return visibleText(children) === href ? words : `${words} (${escaped(href)})`;
  },
};

/** As text; square brackets too, in which WordPress looks for shortcodes to run. */
function escaped(text: string): string {
  return text.replace(/[&<>"'[\]]/g, (character) => `&#${character.charCodeAt(0)};`);
}
