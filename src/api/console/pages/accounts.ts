import { html } from 'hono/html';
import { accountAddress } from '../../../domain/account-address.ts';
import { hasRole } from '../../../domain/actor.ts';
import { stands } from '../../../domain/broadcast-action.ts';
import { type AccountDeliveryId, type AccountId, parseId } from '../../../domain/ids.ts';
import { EXPIRED, networkTitles, SUSPENDED } from '../../../domain/network.ts';
import { formatNumber, formatUsd } from '../../../i18n/format.ts';
import { type MessageArgs, translate } from '../../../i18n/index.ts';
import { between } from '../../../i18n/punctuation.ts';
import { type LeftToPerson, leftToPerson } from '../../../services/account-deliveries/left-to-person.ts';
import { settleAccountDelivery } from '../../../services/account-deliveries/settle.ts';
import { isPausedByPerson } from '../../../services/accounts/find.ts';
import { type Account, listAccounts } from '../../../services/accounts/list.ts';
import { starters, stoppers } from '../../../services/accounts/may.ts';
import { pauseAccount } from '../../../services/accounts/pause.ts';
import { resumeAccount } from '../../../services/accounts/resume.ts';
import { finding } from '../../admin/account-deliveries.ts';
import { emptyForm, type FieldFault, type Form, readForm } from '../../form.ts';
import { anyRole } from '../../route.ts';
import { onTo, refuse, show } from '../answer.ts';
import type { ConsoleRequest } from '../env.ts';
import { faultsOfIssues, issuesOf } from '../facts-asked.ts';
import { inputField } from '../html/fields.ts';
import type { Html } from '../html/layout.ts';
import { oneButton } from '../html/one-button.ts';
import { payloadBox } from '../html/payload.ts';
import { titleOf } from '../html/posts.ts';
import { languageName, type Reader, readerOf } from '../reader.ts';
import type { ConsoleRoute } from '../route.ts';

/** So many are decided on at once; who has decided on them sees the next. */
const UNKNOWN_MAX = 20;

/** The accounts with their health, and what may or may not stand there. */
export const accountRoutes: readonly ConsoleRoute[] = [
  { method: 'get', path: '/accounts', roles: anyRole, handle: (c) => list(c) },
  {
    method: 'post',
    path: '/accounts/:accountId/pauses',
    roles: stoppers,
    handle: async (c) => {
      const accountId = parseId<AccountId>(c.req.param('accountId') ?? '');
      if (accountId === null) return refuse(c, { code: 'account-unknown' }, 404);
      const result = await pauseAccount(c.get('ctx'), accountId);
      return result.ok ? onTo(c, '/console/accounts', 'paused') : refuse(c, result.refusal);
    },
  },
  {
    method: 'post',
    path: '/accounts/:accountId/resumptions',
    roles: starters,
    handle: async (c) => {
      const accountId = parseId<AccountId>(c.req.param('accountId') ?? '');
      if (accountId === null) return refuse(c, { code: 'account-unknown' }, 404);
      const result = await resumeAccount(c.get('ctx'), accountId);
      if (!result.ok) return refuse(c, result.refusal);
      return onTo(c, '/console/accounts', result.value.effect === 'done' ? 'lifted' : 'lift-asked');
    },
  },
  {
    method: 'post',
    path: '/account-deliveries/:deliveryId/findings',
    roles: starters,
    handle: async (c) => {
      const id = parseId<AccountDeliveryId>(c.req.param('deliveryId') ?? '');
      const form = await readForm(c);
      const seen = form?.text('seen');
      if (id === null) return refuse(c, { code: 'account-delivery-unknown' }, 404);
      if (form === null || (seen !== 'stands' && seen !== 'absent'))
        return refuse(c, { code: 'incomplete' }, 400);
      const url = form.text('url');
      const said = { remoteId: form.text('remoteId'), url: url === '' ? null : url };
      const read = finding.safeParse({ stands: seen === 'stands' ? said : null });
      if (!read.success) {
        const issues = issuesOf(form, read.error, []);
        const own = issues.map(({ field, reason }) => ({ field: field.replace('stands-', ''), reason }));
        return list(c, { id, form, faults: faultsOfIssues(c.get('me').language, own) });
      }
      const result = await settleAccountDelivery(c.get('ctx'), { id, ...read.data });
      if (!result.ok) return refuse(c, result.refusal);
      return onTo(c, '/console/accounts', result.value.state === 'unknown' ? 'asked' : 'saved');
    },
  },
];

/** What was said of a delivery and could not be taken. */
interface Said {
  readonly id: AccountDeliveryId;
  readonly form: Form;
  readonly faults: readonly FieldFault[];
}

async function list(c: ConsoleRequest, said?: Said): Promise<Response> {
  const reader = await readerOf(c);
  const { ctx, language } = reader;
  const accounts = await listAccounts(ctx);
  const unknown = await leftToPerson(ctx, { limit: UNKNOWN_MAX });
  const body = html`${
    unknown.length === 0
      ? ''
      : html`<h2>${translate(language, 'console-unknown-title')}</h2>
      <p>${translate(language, 'console-unknown-how')}</p>
      <ul class="rows">${unknown.map((one) => unknownRow(reader, one, said))}</ul>
      <h2>${translate(language, 'console-accounts-title')}</h2>`
  }
      ${accounts.length === 0 ? html`<p>${translate(language, 'console-none')}</p>` : html`<ul class="rows">${accounts.map((one) => accountRow(reader, one))}</ul>`}`;
  const title = translate(language, 'console-accounts-title');
  if (said === undefined) return show(c, { title, body });
  return show(c, { title, body, fault: translate(language, 'console-facts-faults') }, 422);
}

const nameOf = ({ handle, network }: Pick<Account, 'handle' | 'network'>) =>
  `${handle} (${networkTitles[network]})`;

function accountRow({ ctx, language, at }: Reader, account: Account): Html {
  const { id, state, restsUntil, failures } = account;
  const why = whyStopped(account);
  const rests = restsUntil !== null && Temporal.Instant.compare(restsUntil, ctx.clock.now()) > 0;
  const asked = stands({ at: account.resumeAskedAt }, ctx.clock.now());
  const name = nameOf(account);
  return html`<li>
          <p><strong><bdi>${name}</bdi></strong>${between(language, 'comma')}${languageName(language, account.language)}: ${translate(language, 'console-account-state', { state })}</p>
          ${why === null ? '' : html`<p>${translate(language, 'console-account-why', { why })}${why === 'failures' || why === 'credentials' ? html` <code dir="ltr">${account.stoppedFor}</code>` : ''}</p>`}
          ${rests ? html`<p>${translate(language, 'console-account-rests', { until: at(restsUntil) })}</p>` : ''}
          ${account.credentialsEndAt === null ? '' : html`<p>${translate(language, 'console-account-ends', { end: at(account.credentialsEndAt) })}</p>`}
          ${failures === 0 ? '' : html`<p>${translate(language, 'console-account-failures', { count: formatNumber(language, failures) })}</p>`}
          ${spending(language, account)}
          <p class="hint">${abilities({ ctx, language }, account).join(' ')}</p>
          ${asked ? html`<p class="note">${translate(language, 'console-note', { what: 'asked' })}</p>` : ''}
          <div class="forms">
            ${state !== 'active' || !hasRole(ctx.actor, ...stoppers) ? '' : oneButton(`/console/accounts/${id}/pauses`, translate(language, 'console-broadcast-do', { action: 'pause' }), { of: name })}
            ${state !== 'paused' || !hasRole(ctx.actor, ...starters) ? '' : oneButton(`/console/accounts/${id}/resumptions`, translate(language, 'console-broadcast-do', { action: 'resume' }), { of: name })}
          </div>
        </li>`;
}

function whyStopped(account: Account): MessageArgs['console-account-why']['why'] | null {
  const { state, stoppedFor } = account;
  if (state === 'active') return null;
  if (state === 'disconnected') {
    if (stoppedFor === SUSPENDED || stoppedFor === EXPIRED) return stoppedFor;
    return stoppedFor === 'credentials-forgotten' || stoppedFor === 'staff' ? 'forgotten' : 'credentials';
  }
  if (isPausedByPerson(account)) return 'staff';
  return stoppedFor === 'budget' ? 'budget' : 'failures';
}

/** Nothing where nothing costs anything. */
function spending(language: Reader['language'], { spending: of, budgetUsdMicros }: Account): Html | string {
  if (budgetUsdMicros === null && of.spent === 0 && of.planned === 0) return '';
  const spent = formatUsd(language, of.spent);
  const planned = formatUsd(language, of.planned);
  const text =
    budgetUsdMicros === null
      ? translate(language, 'console-account-spent', { spent, planned })
      : translate(language, 'console-account-spent-of', {
          spent,
          planned,
          budget: formatUsd(language, budgetUsdMicros),
        });
  return html`<p>${text}</p>`;
}

function abilities(
  { ctx, language }: Pick<Reader, 'ctx' | 'language'>,
  { network, capabilities }: Account,
): readonly string[] {
  const can = ctx.networks[network]?.abilities;
  const { text, images } = capabilities;
  return [
    translate(language, 'console-account-text', { limit: formatNumber(language, text.max) }),
    translate(language, 'console-account-can', { what: images === null ? 'no-images' : 'images' }),
    ...(can === undefined
      ? []
      : [
          translate(language, 'console-account-can', { what: can.threads ? 'threads' : 'no-threads' }),
          translate(language, 'console-account-can', { what: can.retract ? 'retract' : 'no-retract' }),
          ...(can.repeat.kind === 'never'
            ? [translate(language, 'console-account-can', { what: 'asks-person' })]
            : []),
        ]),
  ];
}

function unknownRow({ ctx, language, at }: Reader, one: LeftToPerson, said: Said | undefined): Html {
  const { account, attemptedAt } = one;
  // Whoever recorded an address may have typed anything: a link leads to a page or nowhere.
  const to = [one.url, accountAddress(account)].find((address) => /^https?:\/\//.test(address ?? '')) ?? null;
  const own = said?.id === one.id ? said : null;
  const shown = { language, form: own?.form ?? emptyForm, faults: own?.faults ?? [] };
  const action = `/console/account-deliveries/${one.id}/findings`;
  const name = nameOf(account);
  return html`<li>
          <p><strong><bdi>${name}</bdi></strong>: <a href="/console/posts/${one.postId}">${titleOf({ name: one.caseName }, language)}</a></p>
          ${attemptedAt === null ? '' : html`<p class="hint">${translate(language, 'console-unknown-tried', { at: at(attemptedAt) })}</p>`}
          ${one.toContact ? html`<p>${translate(language, 'console-unknown-contact')}</p>` : ''}
          ${to === null ? '' : html`<p><a href="${to}" rel="noreferrer noopener" dir="ltr">${to}</a></p>`}
          ${payloadBox(one.content)}
          ${
            hasRole(ctx.actor, ...starters)
              ? html`<details${own === null ? '' : html` open`}>
            <summary>${translate(language, 'console-unknown-stands')}</summary>
            <form method="post" action="${action}">
              <input type="hidden" name="seen" value="stands" />
              ${inputField(shown, { name: 'remoteId', id: `remoteId-${one.id}`, label: translate(language, 'console-unknown-id'), hint: translate(language, 'console-unknown-id-hint'), ltr: true })}
              ${inputField(shown, { name: 'url', id: `url-${one.id}`, label: translate(language, 'console-unknown-address'), ltr: true })}
              <button type="submit" aria-label="${translate(language, 'console-unknown-stands')}: ${name}">${translate(language, 'console-edit-save')}</button>
            </form>
          </details>
          ${oneButton(action, translate(language, 'console-unknown-absent'), { hidden: { seen: 'absent' }, of: name })}`
              : ''
          }
        </li>`;
}
