import { html } from 'hono/html';
import { hasRole } from '../../../domain/actor.ts';
import { type CaseId, parseId, type StaffId, type StaffRequestId } from '../../../domain/ids.ts';
import { isLanguage, type Language, languages } from '../../../domain/language.ts';
import { localise } from '../../../domain/localised.ts';
import { mayAgreeTo, mayAskFor, replacementWaits, rolesForRequest } from '../../../domain/staff-request.ts';
import { type Role, roles } from '../../../domain/words.ts';
import { formatList, formatNumber } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import type { CaseRow } from '../../../services/cases/find.ts';
import { listCases } from '../../../services/cases/list.ts';
import { keyCounts } from '../../../services/passkeys/find.ts';
import { lacksSecondKey } from '../../../services/passkeys/second-key.ts';
import type { StaffRow } from '../../../services/staff/find.ts';
import { limitKnowingly } from '../../../services/staff/limit-knowingly.ts';
import { listStaff } from '../../../services/staff/list.ts';
import { listTokens } from '../../../services/staff/list-tokens.ts';
import { nameIn, staffNames } from '../../../services/staff/names.ts';
import { revokeKnowingly } from '../../../services/staff/revoke-knowingly.ts';
import { type AgreedInvitation, agreeToStaff } from '../../../services/staff-requests/agree.ts';
import { askForStaff } from '../../../services/staff-requests/ask.ts';
import { dropStaffRequest } from '../../../services/staff-requests/drop.ts';
import { type StaffRequestRow, standingStaffRequests } from '../../../services/staff-requests/find.ts';
import { readForm } from '../../form.ts';
import { anyRole } from '../../route.ts';
import { onTo, refuse, show } from '../answer.ts';
import type { ConsoleRequest } from '../env.ts';
import type { Html } from '../html/layout.ts';
import { oneButton } from '../html/one-button.ts';
import { type Reader, readerOf } from '../reader.ts';
import type { ConsoleRoute } from '../route.ts';
import { tokenList } from './staff-tokens.ts';
import { warn } from './staff-warning.ts';
import { successionSection } from './successions.ts';

const admins: readonly Role[] = ['admin'];
const vouchers = rolesForRequest['replace-keys'];

/** Who works for the campaign; whom two admins invite; whose lost keys two others have replaced. */
export const staffRoutes: readonly ConsoleRoute[] = [
  { method: 'get', path: '/staff', roles: anyRole, handle: (c) => list(c, null) },
  {
    method: 'post',
    path: '/staff/invitations',
    roles: admins,
    takesFreshKey: true,
    handle: async (c) => {
      const form = await readForm(c);
      if (form === null) return refuse(c, { code: 'incomplete' }, 400);
      const reads = form.all('reads').filter(isLanguage);
      const wanted = roles.filter((role) => form.all('roles').includes(role));
      const [language = 'en'] = reads;
      const result = await askForStaff(c.get('ctx'), {
        kind: 'invite',
        invitee: { name: form.text('name'), roles: wanted, reads, language },
      });
      return result.ok ? onTo(c, '/console/staff', 'asked') : refuse(c, result.refusal);
    },
  },
  {
    method: 'post',
    path: '/staff/:staffId/key-replacements',
    roles: vouchers,
    takesFreshKey: true,
    handle: async (c) => {
      const staffId = parseId<StaffId>(c.req.param('staffId') ?? '');
      if (staffId === null) return refuse(c, { code: 'staff-unknown' }, 404);
      const result = await askForStaff(c.get('ctx'), { kind: 'replace-keys', staffId });
      return result.ok ? onTo(c, '/console/staff', 'asked') : refuse(c, result.refusal);
    },
  },
  {
    method: 'post',
    path: '/staff/:staffId/revocations',
    roles: admins,
    takesFreshKey: true,
    handle: async (c) => {
      const staffId = parseId<StaffId>(c.req.param('staffId') ?? '');
      if (staffId === null) return refuse(c, { code: 'staff-unknown' }, 404);
      const despite = (await readForm(c))?.text('despite') === 'yes';
      const result = await revokeKnowingly(c.get('ctx'), { staffId, despite });
      if (result.ok) return onTo(c, '/console/staff', 'done');
      const { refusal } = result;
      return refusal.code === 'would-break' ? warn(c, { ...refusal, staffId }) : refuse(c, refusal);
    },
  },
  {
    method: 'post',
    path: '/staff/:staffId/cases',
    roles: admins,
    takesFreshKey: true,
    handle: async (c) => {
      const staffId = parseId<StaffId>(c.req.param('staffId') ?? '');
      if (staffId === null) return refuse(c, { code: 'staff-unknown' }, 404);
      const form = await readForm(c);
      if (form === null) return refuse(c, { code: 'incomplete' }, 400);
      const caseIds = form.all('cases').map((text) => parseId<CaseId>(text));
      const known = caseIds.filter((caseId) => caseId !== null);
      if (known.length < caseIds.length) return refuse(c, { code: 'case-unknown' }, 404);
      const despite = form.text('despite') === 'yes';
      const result = await limitKnowingly(c.get('ctx'), { staffId, caseIds: known, despite });
      if (result.ok) return onTo(c, '/console/staff', 'done');
      const { refusal } = result;
      return refusal.code === 'would-break'
        ? warn(c, { ...refusal, staffId, caseIds: known })
        : refuse(c, refusal);
    },
  },
  {
    method: 'post',
    path: '/staff-requests/:requestId/agreements',
    roles: vouchers,
    takesFreshKey: true,
    handle: async (c) => {
      const requestId = parseId<StaffRequestId>(c.req.param('requestId') ?? '');
      if (requestId === null) return refuse(c, { code: 'request-lapsed' }, 404);
      const result = await agreeToStaff(c.get('ctx'), { requestId });
      return result.ok ? list(c, result.value) : refuse(c, result.refusal);
    },
  },
  {
    method: 'post',
    path: '/staff-requests/:requestId/objections',
    roles: anyRole,
    handle: async (c) => {
      const requestId = parseId<StaffRequestId>(c.req.param('requestId') ?? '');
      if (requestId === null) return refuse(c, { code: 'request-lapsed' }, 404);
      const result = await dropStaffRequest(c.get('ctx'), { requestId });
      return result.ok ? onTo(c, '/console/staff', 'done') : refuse(c, result.refusal);
    },
  },
];

const roleName = (language: Language, role: Role) => translate(language, 'console-role', { role });

async function list(c: ConsoleRequest, agreed: AgreedInvitation | null): Promise<Response> {
  const reader = await readerOf(c);
  const { ctx, language, at } = reader;
  const requests = await standingStaffRequests(ctx);
  const present = await listStaff(ctx);
  const ids = present.map(({ id }) => id);
  const keyed = await keyCounts(ctx, ids);
  const tokens = await listTokens(ctx, ids);
  const { items: cases } = await listCases(ctx, { page: 1, perPage: 1000 });
  const members = present.map((member) => {
    const keys = keyed.get(member.id) ?? 0;
    const reads = member.languages.map((one) => translate(language, 'language-name', { language: one }));
    const asked = requests.some(({ kind, concerns }) => kind === 'replace-keys' && concerns === member.id);
    const mayAsk = !asked && keys > 0 && mayAskFor('replace-keys', ctx.actor, member.id) === null;
    return html`<li>
          <p><strong><bdi>${member.name}</bdi></strong>: ${formatList(
            language,
            member.roles.map((role) => roleName(language, role)),
          )}</p>
          <p class="hint">${translate(language, 'console-staff-reads', { languages: formatList(language, reads) })}. ${translate(language, 'console-staff-keys', { count: formatNumber(language, keys) })}. ${worksOn(language, member, cases)}</p>
          ${tokenList(
            reader,
            tokens.filter(({ staffId }) => staffId === member.id),
          )}
          ${hasRole(ctx.actor, ...admins) && !hasRole(member, ...admins) ? limitForm(language, member, cases) : ''}
          ${mayAsk ? oneButton(`/console/staff/${member.id}/key-replacements`, translate(language, 'console-staff-replace', { who: member.name })) : ''}
          ${hasRole(ctx.actor, ...admins) && member.id !== ctx.actor.id ? oneButton(`/console/staff/${member.id}/revocations`, translate(language, 'console-staff-revoke', { who: member.name })) : ''}
        </li>`;
  });
  const names = await staffNames(ctx);
  const approves = !(await lacksSecondKey(ctx));
  const open = requests.map((request) => requestRow(reader, request, { names, approves }));
  const link = agreed === null ? '' : `${ctx.staffSite.origin}/console/invitations/${agreed.code}`;
  return show(c, {
    title: translate(language, 'console-staff-title'),
    body: html`${
      agreed === null
        ? ''
        : html`<div class="good"><p>${translate(language, 'console-staff-link', { from: at(agreed.validFrom) })}</p>
        <p dir="ltr"><code id="link">${link}</code></p></div>`
    }
      ${open.length === 0 ? '' : html`<ul class="rows">${open}</ul>`}
      <ul class="rows">${members}</ul>
      ${await successionSection(reader, present, { names, approves })}
      ${hasRole(ctx.actor, ...admins) ? inviteForm(language) : ''}`,
  });
}

function requestRow(
  { ctx, language, at }: Reader,
  request: StaffRequestRow,
  { names, approves }: { readonly names: ReadonlyMap<string, string>; readonly approves: boolean },
): Html {
  const name = nameIn(names, request.askedBy);
  const who = request.invitee?.name ?? (request.concerns === null ? '' : nameIn(names, request.concerns));
  const text =
    request.agreedAt !== null
      ? translate(language, 'console-staff-waits-keys', {
          who,
          from: at(request.agreedAt.add(replacementWaits)),
        })
      : request.kind === 'invite'
        ? translate(language, 'console-staff-wants-invite', { name, who })
        : translate(language, 'console-staff-wants-keys', { name, who });
  const invitee = request.invitee;
  const may = request.agreedAt === null && mayAgreeTo(request, ctx.actor, ctx.clock.now()) === null;
  const agrees = may && approves;
  return html`<li>
          <p>${text}</p>
          ${
            invitee === null
              ? ''
              : html`<p class="hint">${formatList(
                  language,
                  invitee.roles.map((role) => roleName(language, role)),
                )}</p>`
          }
          ${agrees ? oneButton(`/console/staff-requests/${request.id}/agreements`, translate(language, 'button-agree')) : ''}
          ${oneButton(`/console/staff-requests/${request.id}/objections`, translate(language, 'console-staff-object'))}
        </li>`;
}

/** The cases to which somebody is limited, as far as whoever looks works on them too. */
function worksOn(language: Language, { cases: limit }: StaffRow, cases: readonly CaseRow[]): string {
  const own = cases.filter(({ id }) => limit?.includes(id)).map(({ name }) => localise(name, language));
  return translate(language, 'console-staff-cases', {
    cases: limit === null ? translate(language, 'console-staff-all-cases') : formatList(language, own),
  });
}

function limitForm(language: Language, member: StaffRow, cases: readonly CaseRow[]): Html {
  const boxes = cases.map(
    ({ id, name }) =>
      html`<label><input type="checkbox" name="cases" value="${id}"${member.cases?.includes(id) ? ' checked' : ''} /> ${localise(name, language)}</label>`,
  );
  return html`<details><summary>${translate(language, 'console-staff-limit', { who: member.name })}</summary>
          <form method="post" action="/console/staff/${member.id}/cases">
            <fieldset class="field"><legend>${translate(language, 'console-staff-limit-how')}</legend>
              <div class="boxes">${boxes}</div></fieldset>
            <button type="submit" class="side">${translate(language, 'console-staff-limit-do')}</button>
          </form></details>`;
}

function inviteForm(language: Language): Html {
  return html`<h2>${translate(language, 'console-staff-invite')}</h2>
      <p>${translate(language, 'console-staff-invite-how')}</p>
      <form method="post" action="/console/staff/invitations">
        <p class="field"><label for="name">${translate(language, 'console-staff-name')}</label>
          <input type="text" id="name" name="name" dir="auto" autocomplete="off" required /></p>
        <fieldset class="field"><legend>${translate(language, 'console-staff-roles')}</legend>
          <div class="boxes">${roles.map((role) => html`<label><input type="checkbox" name="roles" value="${role}" /> ${roleName(language, role)}</label>`)}</div></fieldset>
        <fieldset class="field"><legend>${translate(language, 'console-staff-languages')}</legend>
          <div class="boxes">${languages.map((one) => html`<label><input type="checkbox" name="reads" value="${one}" /> ${translate(language, 'language-name', { language: one })}</label>`)}</div></fieldset>
        <button type="submit">${translate(language, 'console-staff-invite')}</button>
      </form>`;
}
