import { encodeCallbackData } from '../../domain/callback-data.ts';
import type { Language } from '../../domain/language.ts';
import { localise } from '../../domain/localised.ts';
import type { Photo } from '../../domain/media.ts';
import { partsOf, type RenderedMessage } from '../../domain/message.ts';
import { networkTitles } from '../../domain/network.ts';
import type { StaffSite } from '../../domain/staff-site.ts';
import { TELEGRAM_TEXT_MAX } from '../../domain/text/measure.ts';
import { bold, compose, italic, lines, link, type Piece, paragraphs } from '../../domain/text/message.ts';
import { formatInstant, formatList, formatUsd } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import { findCampaign } from '../campaigns/find.ts';
import { findCase } from '../cases/find.ts';
import type { Context } from '../context.ts';
import { findDeciders, type StaffRow, staffName } from '../staff/find.ts';
import { notifyStaff } from '../staff/notify.ts';
import { editorsOf, type PostRow, type TranslationRow } from './find.ts';
import { type Reach, reachOf, totalCost } from './payloads.ts';
import { isUndescribed, photoOf } from './photo.ts';
import { renderPostText } from './render.ts';

/**
 * Asks everyone who may decide on a text, each in their own language; answers how many were asked. `again`: it has gone out
 * in part, and no approval of it counts any more.
 */
export async function askForPostApproval(
  ctx: Context,
  post: PostRow,
  translation: TranslationRow,
  asked: 'first' | 'again' = 'first',
): Promise<number> {
  const deciders = await findDeciders(ctx, {
    caseId: post.caseId,
    roles: ['approver'],
    language: translation.language,
    without: [post.authorId, ...editorsOf(translation)],
  });
  if (deciders.length === 0) return 0;
  const request: Request = {
    post,
    translation,
    caseName: (await findCase(ctx, post.caseId)).name,
    zone: (await findCampaign(ctx)).zone,
    author: await staffName(ctx, post.authorId),
    editor: await staffName(ctx, translation.lastEditorId),
    photo: await photoOf(ctx, post, translation),
    page: ctx.staffSite === undefined ? null : reviewAddress(ctx.staffSite, post, translation),
    reach: await reachOf(ctx, post, translation),
    asked,
  };
  for (const decider of deciders) {
    // To one chat they leave in the order in which they were made.
    for (const message of renderRequest(decider, request)) await notifyStaff(ctx, decider.id, message);
  }
  return deciders.length;
}

interface Request {
  readonly post: PostRow;
  readonly translation: TranslationRow;
  readonly caseName: Parameters<typeof localise>[0];
  readonly zone: string;
  readonly author: string;
  readonly editor: string;
  readonly photo: Photo | null;
  readonly reach: readonly Reach[];
  readonly asked: 'first' | 'again';
  /** Where it is decided on; null: in the chat itself. */
  readonly page: string | null;
}

function reviewAddress({ origin }: StaffSite, post: PostRow, { language }: TranslationRow): string {
  return `${origin}/console/posts/${post.id}/${language}/approval`;
}

/**
 * The question, in one message; a text that leaves no room for it goes in one of its own before. The picture goes first
 * of all, with what it is said to show: it is decided on too.
 */
function renderRequest(decider: StaffRow, request: Request): RenderedMessage[] {
  if (request.page !== null) return [renderInvitation(decider, request, request.page)];
  const before = renderPicture(decider, request);
  const whole = renderQuestion(decider, request, 'with text');
  if (whole.text.length <= TELEGRAM_TEXT_MAX) return [...before, whole];
  const text = { ...compose(renderPostText(request.translation.text)), buttons: [] };
  return [...before, text, renderQuestion(decider, request, 'without text')];
}

/** Once there is a staff site nothing of the text passes Telegram, and nothing is decided there. */
function renderInvitation({ language }: StaffRow, request: Request, page: string): RenderedMessage {
  const message = compose(
    paragraphs(
      lines(...heading(language, request)),
      lines(translate(language, 'staff-approval-in-console'), link(page, page)),
    ),
  );
  return { ...message, buttons: [] };
}

function heading(language: Language, request: Request): (Piece | null)[] {
  const title = translate(language, 'staff-approval-title', {
    case: localise(request.caseName, language),
    language: translate(language, 'language-name', { language: request.translation.language }),
  });
  return [
    bold(title),
    request.asked === 'again' ? translate(language, 'staff-post-again') : null,
    translate(language, 'staff-approval-author', { author: request.author, editor: request.editor }),
    goesOut(language, request),
    waitsFor(language, request),
    takes(language, request),
    warnsOf(language, request),
    leavesUndescribed(language, request),
    goesTo(language, request),
    costs(language, request),
  ];
}

function renderPicture({ language }: StaffRow, { photo, translation }: Request): RenderedMessage[] {
  if (photo === null) return [];
  const { alt } = translation;
  const words = compose(
    alt === null
      ? translate(language, 'staff-approval-undescribed')
      : translate(language, 'staff-approval-picture', { alt }),
  );
  const message: RenderedMessage = { ...words, buttons: [], photo };
  return [...partsOf(message)];
}

function renderQuestion(
  decider: StaffRow,
  request: Request,
  form: 'with text' | 'without text',
): RenderedMessage {
  const { language } = decider;
  const { translation } = request;
  const message = compose(
    paragraphs(
      lines(...heading(language, request)),
      form === 'with text' ? translate(language, 'staff-approval-text-follows') : null,
      form === 'with text' ? renderPostText(translation.text) : null,
      italic(translate(language, 'staff-button-risk')),
    ),
  );
  const button = (decision: 'approved' | 'rejected', text: string) => ({
    text,
    data: encodeCallbackData({
      action: 'decidePost',
      translationId: translation.id,
      version: translation.version,
      decision,
    }),
  });
  return {
    ...message,
    buttons: [
      [
        button('approved', translate(language, 'button-approve')),
        button('rejected', translate(language, 'button-reject')),
      ],
    ],
  };
}

function goesOut(language: Language, { post, zone }: Request): Piece {
  const at = (instant: Temporal.Instant) => formatInstant(language, instant, zone);
  const { notBefore, notAfter } = post;
  if (notBefore !== null && notAfter !== null) {
    return translate(language, 'staff-window-between', { from: at(notBefore), to: at(notAfter) });
  }
  if (notBefore !== null) return translate(language, 'staff-window-from', { from: at(notBefore) });
  if (notAfter !== null) return translate(language, 'staff-window-until', { to: at(notAfter) });
  return translate(language, 'staff-window-at-once');
}

/** What it is where that is no plain update, and how many have to approve it where one is not enough. */
function takes(
  language: Language,
  { post, translation: { approvalsNeeded: needed } }: Request,
): Piece | null {
  if (post.kind === 'update' && needed === 1) return null;
  return translate(language, 'staff-approvals-kind', {
    kind: translate(language, 'post-kind', { kind: post.kind }),
    needed,
  });
}

function waitsFor(language: Language, { post, zone }: Request): Piece | null {
  const { embargoUntil } = post;
  return embargoUntil === null
    ? null
    : translate(language, 'staff-approval-embargo', { until: formatInstant(language, embargoUntil, zone) });
}

function warnsOf(language: Language, { post }: Request): Piece | null {
  return post.warning === null
    ? null
    : translate(language, 'staff-approval-warning', {
        warning: translate(language, 'content-warning', { kind: post.warning }),
      });
}

/** That nobody said what the image shows: an emergency, on which is decided too. */
function leavesUndescribed(language: Language, { post, translation }: Request): Piece | null {
  return isUndescribed(post, translation) ? translate(language, 'staff-approval-undescribed') : null;
}

/** On which accounts the text goes out beside its followers, and in how many parts. */
function goesTo(language: Language, { reach }: Request): Piece | null {
  if (reach.length === 0) return null;
  const accounts = reach.map(({ handle, network, payloads: { length: parts } }) =>
    translate(language, 'staff-approval-account', { handle, network: networkTitles[network], parts }),
  );
  return translate(language, 'staff-approval-accounts', { accounts: formatList(language, accounts) });
}

/** What that is expected to cost, where it costs anything. */
function costs(language: Language, { reach }: Request): Piece | null {
  const micros = totalCost(reach);
  return micros === 0
    ? null
    : translate(language, 'staff-approval-cost', { cost: formatUsd(language, micros) });
}
