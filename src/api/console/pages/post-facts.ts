import { keepDraft } from '../../../services/posts/keep-draft.ts';
import { postFacts } from '../../../services/posts/post-facts.ts';
import { putRight } from '../../../services/posts/put-facts-back.ts';
import { readPost } from '../../../services/posts/read.ts';
import type { Form } from '../../form.ts';
import { onTo, refuse } from '../answer.ts';
import type { ConsoleRequest } from '../env.ts';
import { readParagraphs } from '../html/paragraphs.ts';
import { type Place, textAddress } from '../html/posts.ts';
import { showEditor } from './post-editor.ts';

/** Puts a fact of the source into a paragraph, or all that it lacks, and keeps the whole as a draft: for one tap, and no script. */
export async function putFacts(
  c: ConsoleRequest,
  place: Place,
  { form, version }: { readonly form: Form; readonly version: number },
): Promise<Response> {
  const ctx = c.get('ctx');
  const [, row, at] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(form.text('put')) ?? [];
  const paragraphs = readParagraphs(form);
  const i = Number(row);
  const one = paragraphs?.[i];
  if (paragraphs === null || one === undefined) return refuse(c, { code: 'incomplete' }, 400);
  const post = await readPost(ctx, place.postId);
  if (post === undefined) return refuse(c, { code: 'post-unknown' }, 404);
  const field = (name: string) => form.exact(`${name}-${i}`).replace(/\r\n?/g, '\n');
  const seen = { source: field('seen'), text: one.text };
  const facts = await postFacts(ctx, post, place.language);
  const put = putRight(facts, seen, { was: field('was'), only: at === undefined ? null : Number(at) });
  const text = paragraphs.with(i, { ...seen, text: put });
  const alt = form.text('alt');
  const kept = await keepDraft(ctx, { ...place, draft: { version, text, alt } });
  if (kept.ok) return onTo(c, `${textAddress(place)}#text-${i}`);
  return showEditor(c, { version, text, alt, refusal: kept.refusal });
}
