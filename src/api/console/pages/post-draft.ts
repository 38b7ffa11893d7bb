import { formatNumber } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import { keepDraft } from '../../../services/posts/keep-draft.ts';
import { judgeParagraph, lockParagraph } from '../../../services/posts/lock-paragraphs.ts';
import { filledText } from '../../../services/posts/paragraphs.ts';
import { postFacts } from '../../../services/posts/post-facts.ts';
import { previewText } from '../../../services/posts/preview.ts';
import { readPost } from '../../../services/posts/read.ts';
import { readForm } from '../../form.ts';
import type { ConsoleRequest } from '../env.ts';
import { readParagraphs } from '../html/paragraphs.ts';
import { placeOf } from '../html/posts.ts';
import { type ShownPreview, shownPreviews } from '../html/preview.ts';
import { readerOf } from '../reader.ts';
import { type ConsoleRefusal, factFaultsText, refusalText } from '../refusals.ts';

/** What the editor's script is answered: whether what was typed is with us now, what to tell, and what it would become. */
interface DraftAnswer {
  readonly kept: boolean;
  readonly said: string;
  readonly preview?: readonly ShownPreview[];
}

/** Keeps what the editor's script sends of a text while it is typed. Answers in JSON, whatever becomes of it. */
export async function takeDraft(c: ConsoleRequest): Promise<Response> {
  const { ctx, language } = await readerOf(c);
  const refuse = (refusal: ConsoleRefusal, status: 400 | 404 | 409) =>
    c.json({ kept: false, said: refusalText(language, refusal) } satisfies DraftAnswer, status);
  const form = await readForm(c);
  const place = placeOf(c);
  const version = Number(form?.text('version') || 'none');
  if (form === null || place === null || !Number.isInteger(version))
    return refuse({ code: 'incomplete' }, 400);
  const text = readParagraphs(form) ?? form.exact('text');
  const alt = form.text('alt');
  const kept = await keepDraft(ctx, { ...place, draft: { version, text, alt } });
  if (!kept.ok) return refuse(kept.refusal, kept.refusal.code === 'post-unknown' ? 404 : 409);
  const post = await readPost(ctx, place.postId);
  if (post === undefined) return refuse({ code: 'post-unknown' }, 404);
  const facts = await postFacts(ctx, post, place.language);
  const locked = typeof text === 'string' ? [] : text.map((one) => lockParagraph(facts, one));
  const whole = typeof text === 'string' ? text : filledText(locked);
  const preview = await previewText(ctx, post, {
    language: place.language,
    text: whole,
    alt: alt === '' ? null : alt,
  });
  const differs = locked.flatMap((one, i) => {
    const faults = judgeParagraph(facts, one);
    const number = formatNumber(language, i + 1);
    const title = translate(language, 'console-paragraph-title', { number });
    return faults === null ? [] : [`${title}: ${factFaultsText(language, faults)}`];
  });
  const said = [translate(language, 'console-draft-kept'), ...differs].join(' ');
  const answer: DraftAnswer = preview.ok
    ? { kept: true, said, preview: shownPreviews(language, preview.value) }
    : { kept: true, said: `${said} ${refusalText(language, preview.refusal)}` };
  return c.json(answer);
}
