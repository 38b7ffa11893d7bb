import { html } from 'hono/html';
import { type ApprovalPolicy, approvalCounts, policySetters } from '../../../domain/approval-policy.ts';
import type { Language } from '../../../domain/language.ts';
import { postKinds } from '../../../domain/words.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import { agreeToApprovalPolicy } from '../../../services/campaigns/agree-approvals.ts';
import { type ApprovalsRead, readApprovals } from '../../../services/campaigns/read-approvals.ts';
import { setApprovalPolicy } from '../../../services/campaigns/set-approvals.ts';
import { lacksSecondKey } from '../../../services/passkeys/second-key.ts';
import { type Form, readForm } from '../../form.ts';
import { anyRole } from '../../route.ts';
import { onTo, refuse, show } from '../answer.ts';
import type { ConsoleRequest } from '../env.ts';
import type { Html } from '../html/layout.ts';
import { oneButton } from '../html/one-button.ts';
import { type Reader, readerOf } from '../reader.ts';
import type { ConsoleRoute } from '../route.ts';

const address = '/console/approval-policy';

/** How many people have to approve each kind of post, and what a change of that means. */
export const approvalPolicyRoutes: readonly ConsoleRoute[] = [
  { method: 'get', path: '/approval-policy', roles: anyRole, handle: (c) => showPolicy(c) },
  {
    method: 'post',
    path: '/approval-policy',
    roles: policySetters,
    takesFreshKey: true,
    handle: async (c) => {
      const form = await readForm(c);
      const policy = form && readPolicy(form);
      if (!form || !policy) return refuse(c, { code: 'incomplete' }, 400);
      const agreeing = form.text('agreeing') !== '';
      const ctx = c.get('ctx');
      const result = agreeing
        ? await agreeToApprovalPolicy(ctx, { policy })
        : await setApprovalPolicy(ctx, policy);
      if (!result.ok) return refuse(c, result.refusal);
      return onTo(c, address, result.value.awaits === null ? 'saved' : 'asked');
    },
  },
];

function readPolicy(form: Form): ApprovalPolicy | null {
  const [update, press_release] = (['update', 'press_release'] as const).map((kind) =>
    approvalCounts.find((count) => String(count) === form.text(kind)),
  );
  return update === undefined || press_release === undefined ? null : { update, press_release };
}

async function showPolicy(c: ConsoleRequest): Promise<Response> {
  const reader = await readerOf(c);
  const { language } = reader;
  const read = await readApprovals(reader.ctx);
  return show(c, {
    title: translate(language, 'console-policy-title'),
    body: html`<p>${translate(language, 'console-policy-what')}</p>
      ${list(language, read.policy, read)}
      ${asked(reader, read, !(await lacksSecondKey(reader.ctx)))}
      ${read.maySet ? policyForm(language, read) : html`<p class="note">${translate(language, 'console-policy-whose')}</p>`}`,
  });
}

/** What holds for each kind, and how many texts a change would make drafts again. */
function list(language: Language, policy: ApprovalPolicy, read?: ApprovalsRead): Html {
  const rows = postKinds.map((kind) => {
    const waiting = read?.handedIn[kind] ?? 0;
    return html`<li>${lineOf(language, policy, kind)}
          ${waiting === 0 ? '' : html`<span class="hint">${translate(language, 'console-policy-waiting', { texts: waiting })}</span>`}</li>`;
  });
  return html`<ul class="rows">${rows}</ul>`;
}

function lineOf(language: Language, policy: ApprovalPolicy, kind: keyof ApprovalPolicy): string {
  return translate(language, 'staff-approvals-kind', {
    kind: translate(language, 'post-kind', { kind }),
    needed: policy[kind],
  });
}

/** What somebody asked for, with the button of whoever may agree. */
function asked(
  { language, at }: Reader,
  { asked: request, maySet }: ApprovalsRead,
  approves: boolean,
): Html | string {
  if (request === null) return '';
  const { policy, name, until, own } = request;
  const hidden = {
    update: String(policy.update),
    press_release: String(policy.press_release),
    agreeing: 'yes',
  };
  return html`<div class="note"><p>${translate(language, 'console-policy-asked', { name, until: at(until) })}</p>
        ${list(language, policy)}
        ${maySet && approves && !own ? oneButton(address, translate(language, 'button-agree'), { hidden }) : ''}</div>`;
}

function policyForm(language: Language, { policy }: ApprovalsRead): Html {
  return html`<form method="post" action="${address}">
        ${postKinds.map(
          (
            kind,
          ) => html`<p class="field"><label for="${kind}">${translate(language, 'post-kind', { kind })}</label>
          <select id="${kind}" name="${kind}">
            ${approvalCounts.map((count) => html`<option value="${String(count)}"${count === policy[kind] ? html` selected` : ''}>${formatNumber(language, count)}</option>`)}
          </select></p>`,
        )}
        <button type="submit">${translate(language, 'console-edit-save')}</button>
      </form>`;
}
