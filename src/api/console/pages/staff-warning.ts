import { html } from 'hono/html';
import type { Duty } from '../../../domain/drill.ts';
import type { CaseId, StaffId } from '../../../domain/ids.ts';
import { translate } from '../../../i18n/index.ts';
import { staffName } from '../../../services/staff/find.ts';
import { dutyTexts } from '../../duty-text.ts';
import { show } from '../answer.ts';
import type { ConsoleRequest } from '../env.ts';
import { readerOf } from '../reader.ts';

/** Says what nobody could do any more, before it is done; the button below does it all the same. `caseIds`: to limit to these. */
export async function warn(
  c: ConsoleRequest,
  {
    staffId,
    duties,
    caseIds,
  }: { readonly staffId: StaffId; readonly duties: readonly Duty[]; readonly caseIds?: readonly CaseId[] },
): Promise<Response> {
  const { ctx, language } = await readerOf(c);
  const action = `/console/staff/${staffId}/${caseIds === undefined ? 'revocations' : 'cases'}`;
  const page = {
    title: translate(language, 'console-breaks-title'),
    body: html`<p>${translate(language, 'console-breaks', { who: await staffName(ctx, staffId) })}</p>
      <ul>${dutyTexts(language, duties).map((text) => html`<li>${text}</li>`)}</ul>
      <form method="post" action="${action}">
        <input type="hidden" name="despite" value="yes" />
        ${(caseIds ?? []).map((caseId) => html`<input type="hidden" name="cases" value="${caseId}" />`)}
        <button type="submit" class="side">${translate(language, 'console-breaks-despite')}</button>
      </form>
      <p><a href="/console/staff">${translate(language, 'console-staff-title')}</a></p>`,
  };
  return show(c, page, 409);
}
