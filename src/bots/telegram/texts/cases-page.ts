import { localise } from '../../../domain/localised.ts';
import type { MessageButton, RenderedMessage } from '../../../domain/message.ts';
import { bold, lines, paragraphs } from '../../../domain/text/message.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import { isolate } from '../../../i18n/isolate.ts';
import type { CaseRow } from '../../../services/cases/find.ts';
import { listCases, type Page } from '../../../services/cases/list.ts';
import type { Handling } from '../handling.ts';
import { button, pageButtons } from './buttons.ts';
import { messageOf } from './fit.ts';

const casesPerPage = 5;

/** One page of the cases, each with a button that opens it; those that the reader follows are marked. */
export async function casesPage(handling: Handling, page: number): Promise<RenderedMessage> {
  const { ctx, language } = handling;
  const shown = await listCases(ctx, { page, perPage: casesPerPage });
  if (shown.items.length === 0) return messageOf([], translate(language, 'cases-empty'));
  const followed = await handling.followed();
  const mark = (listed: CaseRow) => (followed.has(listed.id) ? ' ✓' : '');
  const first = (shown.page - 1) * casesPerPage + 1;
  return messageOf(
    [
      ...caseButtons(handling, shown.items, 'case'),
      ...pageButtons(language, (to) => ({ action: 'cases', page: to }), shown),
    ],
    paragraphs(
      bold(translate(language, 'cases-title')),
      lines(
        ...shown.items.map((listed, i) => {
          const name = isolate(localise(listed.name, language));
          return `${formatNumber(language, first + i)}. ${name}${mark(listed)}`;
        }),
      ),
      pageLine(handling, shown),
    ),
  );
}

/** More than these a group asks for by `/follow <slug>`. */
const casesOffered = 20;

/** For a group that is to choose: a button for each case, which follows it at once. */
export async function casesToFollow(handling: Handling): Promise<RenderedMessage['buttons']> {
  const { items } = await listCases(handling.ctx, { page: 1, perPage: casesOffered });
  return caseButtons(handling, items, 'follow');
}

/** A button for each case, with its name. */
export function caseButtons(
  handling: Handling,
  listed: readonly CaseRow[],
  action: 'case' | 'follow' | 'unfollow',
): MessageButton[][] {
  return listed.map(({ id, name }) => [button(localise(name, handling.language), { action, caseId: id })]);
}

/** "Page 2 of 3"; nothing when there is only one. */
export function pageLine(handling: Handling, { page, pages }: Page<unknown>): string | null {
  return pages === 1 ? null : translate(handling.language, 'page-of', { page, pages });
}
