import { badRequest, notSimulated, Refusal } from '../refusal.ts';
import { withDetected } from './detect.ts';
import { type Entity, entitiesFault, type FormattedText, isEntity } from './entity.ts';
import { parseHtml } from './html.ts';

/** Limits in UTF-16 units after entities are parsed (Bot API 10.3). */
export const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;

const NO_ENTITIES: readonly Entity[] = [];

/**
 * Turns a text as requested into the text as Telegram would store it: marks parsed, control and direction-override
 * characters removed, ends trimmed, what Telegram detects by itself added. The length is not looked at.
 */
function formatText(
  source: string,
  parseMode: string | undefined,
  given: readonly unknown[] | undefined,
): FormattedText | Refusal {
  if (!source.isWellFormed()) return badRequest('strings must be encoded in UTF-8');
  const marked = readMarks(source, parseMode, given);
  if (marked instanceof Refusal) return marked;
  const clean = trimmed(cleaned(marked));
  return { text: clean.text, entities: withDetected(clean.text, clean.entities) };
}

/** The text of a message: 1 to 4096 UTF-16 units. */
export function prepareText(
  source: string,
  parseMode: string | undefined,
  given: readonly unknown[] | undefined,
): FormattedText | Refusal {
  const formatted = formatText(source, parseMode, given);
  if (formatted instanceof Refusal) return formatted;
  if (formatted.text === '') return badRequest('message text is empty');
  return formatted.text.length > MAX_TEXT ? badRequest('message is too long') : formatted;
}

/** The caption of a photo or document: at most 1024 UTF-16 units. */
export function prepareCaption(
  source: string | undefined,
  parseMode: string | undefined,
  given: readonly unknown[] | undefined,
): FormattedText | Refusal {
  const formatted = formatText(source ?? '', parseMode, given);
  if (formatted instanceof Refusal) return formatted;
  return formatted.text.length > MAX_CAPTION ? badRequest('message caption is too long') : formatted;
}

function readMarks(
  source: string,
  parseMode: string | undefined,
  given: readonly unknown[] | undefined,
): FormattedText | Refusal {
  if (parseMode !== undefined && parseMode !== '') {
    // With both given the real server lets parse_mode win in silence; who sends both has made a mistake.
    if (given !== undefined)
      return badRequest("can't parse entities: parse_mode and entities exclude each other");
    switch (parseMode.toLowerCase()) {
      case 'html': {
        const parsed = parseHtml(source);
        return 'fault' in parsed ? badRequest(parsed.fault) : parsed;
      }
      case 'markdown':
      case 'markdownv2':
        return notSimulated(`parse_mode ${parseMode}`);
      default:
        return badRequest('unsupported parse_mode');
    }
  }
  if (given === undefined) return { text: source, entities: NO_ENTITIES };
  const fault = entitiesFault(source, given);
  return fault === null ? { text: source, entities: given.filter(isEntity) } : badRequest(fault);
}

/**
 * Carriage returns, line separators, direction embeddings and overrides (U+2028 to U+202E) and three combining
 * lines vanish, other control characters become spaces: so the Telegram library cleans every input.
 */
function cleaned(formatted: FormattedText): FormattedText {
  const { text } = formatted;
  let dirty = false;
  for (let i = 0; i < text.length && !dirty; i++) dirty = treatment(text.charCodeAt(i)) !== 'keep';
  if (!dirty) return formatted;
  const moved = new Int32Array(text.length + 1);
  let out = '';
  for (let i = 0; i < text.length; i++) {
    moved[i] = out.length;
    const code = text.charCodeAt(i);
    const todo = treatment(code);
    if (todo === 'keep') out += text[i];
    else if (todo === 'space') out += ' ';
  }
  moved[text.length] = out.length;
  return { text: out, entities: relocated(formatted.entities, (at) => moved[at] ?? out.length) };
}

function treatment(code: number): 'keep' | 'space' | 'drop' {
  if (code >= 0x20 && code < 0x30a) return 'keep';
  if (code < 0x20) return code === 0x0a ? 'keep' : code === 0x0d ? 'drop' : 'space';
  if (code >= 0x2028 && code <= 0x202e) return 'drop';
  return code === 0x30a || code === 0x333 || code === 0x33f ? 'drop' : 'keep';
}

function trimmed(formatted: FormattedText): FormattedText {
  const { text } = formatted;
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  if (start === 0 && end === text.length) return formatted;
  const out = text.slice(start, Math.max(start, end));
  return {
    text: out,
    entities: relocated(formatted.entities, (at) => Math.min(Math.max(at - start, 0), out.length)),
  };
}

function relocated(entities: readonly Entity[], place: (at: number) => number): Entity[] {
  const result: Entity[] = [];
  for (const entity of entities) {
    const offset = place(entity.offset);
    const length = place(entity.offset + entity.length) - offset;
    if (length > 0) result.push({ ...entity, offset, length });
  }
  return result;
}
