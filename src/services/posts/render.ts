import { encodeCallbackData } from '../../domain/callback-data.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { type Localised, localise } from '../../domain/localised.ts';
import type { Photo } from '../../domain/media.ts';
import type { RenderedMessage } from '../../domain/message.ts';
import { compose, italic, type Piece, paragraphs } from '../../domain/text/message.ts';
import { parseMarkdown } from '../../domain/text/parse.ts';
import { telegramPiece } from '../../domain/text/render.ts';
import { translate } from '../../i18n/index.ts';

/** What a post's text looks like to a reader, and nothing around it. Throws on a text that was never checked. */
export function renderPostText(markdown: string): Piece {
  const parsed = parseMarkdown(markdown);
  if (!parsed.ok) throw new Error('A stored text is not one that could have been stored.');
  return telegramPiece(parsed.document);
}

/** A post as one reader gets it: the text, a notice when it is in another language, the case, and the way out. */
export function renderPost(
  reader: Language,
  post: {
    readonly text: string;
    readonly textLanguage: Language;
    readonly caseId: CaseId;
    readonly caseName: Localised;
    readonly fictional: boolean;
    readonly photo: Photo | null;
  },
): RenderedMessage {
  const message = compose(
    paragraphs(
      post.fictional ? italic(translate(reader, 'case-fictional')) : null,
      post.textLanguage === reader
        ? null
        : italic(translate(reader, 'language-fallback', { language: post.textLanguage })),
      renderPostText(post.text),
      italic(translate(reader, 'post-case-line', { case: localise(post.caseName, reader) })),
    ),
  );
  const buttons = stopButtons(reader, post.caseId);
  return { ...message, buttons, ...(post.photo !== null && { photo: post.photo }) };
}

/** The way out, below everything that is sent to followers. */
export function stopButtons(reader: Language, caseId: CaseId): RenderedMessage['buttons'] {
  return [
    [
      {
        text: translate(reader, 'button-stop-case'),
        data: encodeCallbackData({ action: 'stopCase', caseId }),
      },
      { text: translate(reader, 'button-stop-all'), data: encodeCallbackData({ action: 'stopAll' }) },
    ],
  ];
}
