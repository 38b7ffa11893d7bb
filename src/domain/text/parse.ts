import type { List as MdList, ListItem as MdListItem, Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { forbiddenCharacter, isVisible } from './characters.ts';
import { type Block, type Inline, type ListItem, type TextDocument, visibleText } from './document.ts';
import { findWords } from './inline-words.ts';
import { checkLink, namesAnotherHost } from './link.ts';
import { REMEDIES, type TextFault, type TextFaultCode } from './text-fault.ts';

/** A text as a document, or all its faults. */
export type ParsedText =
  | { readonly ok: true; readonly document: TextDocument }
  | { readonly ok: false; readonly faults: readonly TextFault[] };

/** In UTF-16 units of Markdown: ten times a page, and what the parser reads in well under a second. */
export const MARKDOWN_LIMIT = 32_768;

/** A phone's screen has no room for more. */
const LIST_DEPTH_LIMIT = 3;

/** Beyond this no person wrote it, and the parser's time grows with the square of such nesting. */
const NESTING_LIMIT = 100;

/**
 * Reads a post's Markdown: CommonMark's paragraphs, line breaks, bold, italic, links and lists, with hashtags,
 * mentions and bare addresses. Line ends are kept as they were typed. Everything else is named as a fault with
 * its line and what to do about it; all faults are named at once, in order of their lines.
 */
export function parseMarkdown(markdown: string): ParsedText {
  const source = markdown.replace(/\r\n?/g, '\n').normalize('NFC');
  const unreadable = faultsOfSource(source);
  if (unreadable.length > 0) return { ok: false, faults: unreadable };

  const faults: TextFault[] = [];
  const reader: Reader = {
    source,
    fault: (code, node) => faults.push(makeFault(code, node.position?.start.line ?? 1)),
  };
  const blocks = readBlocks(fromMarkdown(source).children, reader, 0);
  if (faults.length === 0 && !isVisible(blocks.map(visibleBlock).join('')))
    faults.push(makeFault('empty', 1));
  if (faults.length > 0) return { ok: false, faults: faults.sort((a, b) => a.line - b.line) };
  return { ok: true, document: { blocks } };
}

type Reader = { readonly source: string; readonly fault: (code: TextFaultCode, node: Nodes) => void };

function makeFault(code: TextFaultCode, line: number): TextFault {
  return { fault: code, line, remedy: REMEDIES[code] };
}

function faultsOfSource(source: string): TextFault[] {
  if (source.length > MARKDOWN_LIMIT) return [makeFault('too-long', 1)];
  if (!isVisible(source)) return [makeFault('empty', 1)];
  return source.split('\n').flatMap((line, i) => {
    const forbidden = forbiddenCharacter(line);
    if (forbidden !== null) return [makeFault(FORBIDDEN[forbidden], i + 1)];
    return nestsTooDeep(line) ? [makeFault('nested-too-deep', i + 1)] : [];
  });
}

const FORBIDDEN = {
  malformed: 'malformed-text',
  control: 'control-character',
  'bidi-override': 'direction-override',
} as const satisfies Record<NonNullable<ReturnType<typeof forbiddenCharacter>>, TextFaultCode>;

/** Counts what can open a level of nesting on one line, without parsing it. */
function nestsTooDeep(line: string): boolean {
  const markers = /^(?:[ \t]*(?:[-+*>]|\d{1,9}[.)]))+/.exec(line)?.[0].match(/[-+*>.)]/g)?.length ?? 0;
  const brackets = line.match(/\[/g)?.length ?? 0;
  const emphasis = line.match(/[*_]{1,}/g)?.length ?? 0;
  const longRun = /[*_]{20,}/.test(line) && !/^[ \t]*(?:[*_][ \t]*)+$/.test(line);
  return markers > NESTING_LIMIT || brackets > NESTING_LIMIT * 5 || emphasis > NESTING_LIMIT * 20 || longRun;
}

function readBlocks(nodes: readonly (RootContent | MdListItem)[], reader: Reader, depth: number): Block[] {
  return nodes.flatMap((node): Block[] => {
    switch (node.type) {
      case 'paragraph': {
        if (looksLikeTable(reader.source, node)) {
          reader.fault('table', node);
          return [];
        }
        return [{ kind: 'paragraph', inlines: readInlines(node.children, reader, false) }];
      }
      case 'list':
        return readList(node, reader, depth + 1);
      default:
        reader.fault(UNSUPPORTED_BLOCKS[node.type] ?? 'unsupported', node);
        return [];
    }
  });
}

const UNSUPPORTED_BLOCKS: Readonly<Partial<Record<string, TextFaultCode>>> = {
  heading: 'heading',
  code: 'code',
  html: 'html',
  blockquote: 'quote',
  thematicBreak: 'rule',
  definition: 'reference-link',
};

function readList(node: MdList, reader: Reader, depth: number): Block[] {
  if (depth > LIST_DEPTH_LIMIT) {
    reader.fault('nested-too-deep', node);
    return [];
  }
  const items = node.children.map((item): ListItem => ({ blocks: readBlocks(item.children, reader, depth) }));
  return [{ kind: 'list', start: node.ordered === true ? (node.start ?? 1) : null, items }];
}

function readInlines(nodes: readonly PhrasingContent[], reader: Reader, inLink: boolean): Inline[] {
  return nodes.flatMap((node) => readInline(node, reader, inLink));
}

function readInline(node: PhrasingContent, reader: Reader, inLink: boolean): Inline[] {
  switch (node.type) {
    case 'text':
      return readRun(node, node.value, reader, inLink);
    case 'break':
      return [{ kind: 'line-break' }];
    case 'strong':
      return [{ kind: 'bold', children: readInlines(node.children, reader, inLink) }];
    case 'emphasis':
      return [{ kind: 'italic', children: readInlines(node.children, reader, inLink) }];
    case 'link': {
      const children = readInlines(node.children, reader, true);
      const link = checkLink(node.url);
      if (!link.ok) reader.fault(link.fault, node);
      else if (!isVisible(visibleText(children))) reader.fault('link-without-words', node);
      else if (namesAnotherHost(visibleText(children), link.href))
        reader.fault('link-names-another-host', node);
      else if (node.title !== null && node.title !== undefined) reader.fault('link-title', node);
      else return [{ kind: 'link', href: link.href, children }];
      return [];
    }
    default:
      reader.fault(UNSUPPORTED_INLINES[node.type] ?? 'unsupported', node);
      return [];
  }
}

const UNSUPPORTED_INLINES: Readonly<Partial<Record<string, TextFaultCode>>> = {
  image: 'image',
  imageReference: 'image',
  html: 'html',
  inlineCode: 'code',
  linkReference: 'reference-link',
};

/** CommonMark leaves it to the renderer what a line end inside a paragraph means; people who type one mean it. */
function readRun(node: Nodes, value: string, reader: Reader, inLink: boolean): Inline[] {
  return value
    .normalize('NFC')
    .split('\n')
    .flatMap((line, i): Inline[] => {
      // Checked again: a character reference (&#x202e;) brings in what the source did not show.
      const forbidden = forbiddenCharacter(line);
      if (forbidden !== null) reader.fault(FORBIDDEN[forbidden], node);
      const run: Inline[] = inLink ? [{ kind: 'text', text: line }] : findWords(line);
      const inlines = line.length === 0 ? [] : run;
      return i === 0 ? inlines : [{ kind: 'line-break' }, ...inlines];
    });
}

/** CommonMark has no tables: what was meant as one arrives as a paragraph with a row of dashes and bars. */
function looksLikeTable(source: string, node: Nodes): boolean {
  const from = node.position?.start.offset ?? 0;
  const to = node.position?.end.offset ?? 0;
  return source
    .slice(from, to)
    .split('\n')
    .some(
      (line) =>
        line.includes('|') && /^[\s>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/.test(line),
    );
}

function visibleBlock(block: Block): string {
  if (block.kind === 'paragraph') return visibleText(block.inlines);
  return block.items.map((item) => item.blocks.map(visibleBlock).join('')).join('');
}
