import { html } from 'hono/html';
import { hasRole } from '../../../domain/actor.ts';
import { parseId, type StaffId, type SuccessionId } from '../../../domain/ids.ts';
import type { Result } from '../../../domain/result.ts';
import {
  callState,
  mayAgreeToSuccessor,
  mayCallSuccessor,
  successionVouchers,
  takesOver,
  type Words,
  wordToConfirm,
} from '../../../domain/succession.ts';
import { type Role, roles } from '../../../domain/words.ts';
import { formatList } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import type { StaffContext } from '../../../services/context.ts';
import type { StaffRow } from '../../../services/staff/find.ts';
import { nameIn } from '../../../services/staff/names.ts';
import { agreeToSuccessor } from '../../../services/successions/agree.ts';
import { callSuccessor } from '../../../services/successions/call.ts';
import { confirmSuccessor } from '../../../services/successions/confirm.ts';
import {
  lapsesAt,
  type SuccessionRow,
  standingSuccessions,
  wordsOf,
} from '../../../services/successions/find.ts';
import { nameSuccessor } from '../../../services/successions/name.ts';
import { objectToSuccessor } from '../../../services/successions/object.ts';
import { takeOver } from '../../../services/successions/take-over.ts';
import { readForm } from '../../form.ts';
import { anyRole } from '../../route.ts';
import { onTo, type PageStatus, refuse } from '../answer.ts';
import type { Html } from '../html/layout.ts';
import { oneButton } from '../html/one-button.ts';
import type { Reader } from '../reader.ts';
import type { ConsoleRefusal } from '../refusals.ts';
import type { ConsoleRoute } from '../route.ts';

type Step = (
  ctx: StaffContext,
  input: { readonly successionId: SuccessionId },
) => Promise<Result<unknown, ConsoleRefusal>>;

/** A button about one succession. */
function step(
  path: string,
  allowed: readonly Role[],
  verb: Step,
  fresh: { readonly takesFreshKey?: true } = { takesFreshKey: true },
): ConsoleRoute {
  return {
    method: 'post',
    path: `/successions/:successionId/${path}`,
    roles: allowed,
    ...fresh,
    handle: async (c) => {
      const successionId = parseId<SuccessionId>(c.req.param('successionId') ?? '');
      if (successionId === null) return refuse(c, { code: 'request-lapsed' }, 404);
      const result = await verb(c.get('ctx'), { successionId });
      return result.ok
        ? onTo(c, '/console/staff', 'done')
        : refuse(c, result.refusal, statusOf(result.refusal));
    },
  };
}

function statusOf({ code }: ConsoleRefusal): PageStatus {
  return code === 'request-lapsed' || code === 'succession-waits' ? 409 : 422;
}

/** Whom two name in advance to take over when others are gone. */
export const successionRoutes: readonly ConsoleRoute[] = [
  {
    method: 'post',
    path: '/successions',
    roles: successionVouchers,
    takesFreshKey: true,
    handle: async (c) => {
      const form = await readForm(c);
      const staffId = parseId<StaffId>(form?.text('staffId') ?? '');
      if (form === null || staffId === null) return refuse(c, { code: 'incomplete' }, 400);
      const named = roles.filter((role) => form.all('roles').includes(role));
      const result = await nameSuccessor(c.get('ctx'), { staffId, roles: named });
      return result.ok ? onTo(c, '/console/staff', 'asked') : refuse(c, result.refusal);
    },
  },
  step('agreements', successionVouchers, agreeToSuccessor),
  step('confirmations', successionVouchers, confirmSuccessor),
  step('calls', successionVouchers, callSuccessor),
  step('takings', anyRole, takeOver),
  // Whoever sees something wrong is not sent away first.
  step('objections', anyRole, objectToSuccessor, {}),
];

/** What rows are made of beside a naming. `approves`: whoever reads has the keys that it takes to give their word. */
interface Around {
  readonly names: ReadonlyMap<string, string>;
  readonly approves: boolean;
}

/** Who is named, what waits, and, for whoever vouches, the form that names somebody. */
export async function successionSection(
  reader: Reader,
  present: readonly StaffRow[],
  around: Around,
): Promise<Html> {
  const { ctx, language } = reader;
  const rows: Html[] = [];
  for (const row of await standingSuccessions(ctx))
    rows.push(successionRow(reader, row, await wordsOf(ctx, row), around));
  const vouches = ctx.actor.cases === null && hasRole(ctx.actor, ...successionVouchers);
  if (rows.length === 0 && !vouches) return html``;
  return html`<h2>${translate(language, 'console-succession-title')}</h2>
      <p>${translate(language, 'console-succession-how')}</p>
      ${rows.length === 0 ? '' : html`<ul class="rows">${rows}</ul>`}
      ${vouches ? nameForm(reader, present) : ''}`;
}

function successionRow(
  { ctx, language, at }: Reader,
  row: SuccessionRow,
  words: Words,
  { names, approves }: Around,
): Html {
  const now = ctx.clock.now();
  const who = nameIn(names, row.staffId);
  const what = {
    who,
    roles: formatList(
      language,
      row.roles.map((role) => translate(language, 'console-role', { role })),
    ),
  };
  const called = callState(row.calledAt, now);
  const until = lapsesAt(row);
  const gone = words.gone.map(({ staffId }) => nameIn(names, staffId));
  const text =
    row.agreedAt === null
      ? translate(language, 'console-succession-wants', { ...what, name: nameIn(names, row.namedBy) })
      : row.calledAt !== null && called !== 'none'
        ? translate(language, 'console-succession-called', {
            ...what,
            from: at(takesOver(row.calledAt).from),
          })
        : until === null
          ? translate(language, 'console-succession-stands', what)
          : translate(language, 'console-succession-doubted', {
              ...what,
              gone: formatList(language, gone),
              until: at(until),
            });
  const path = `/console/successions/${row.id}`;
  const agrees = approves && row.agreedAt === null && mayAgreeToSuccessor(ctx.actor, row, now) === null;
  const calls =
    row.agreedAt !== null && called === 'none' && mayCallSuccessor(ctx.actor, row.staffId) === null;
  const confirms = approves && row.agreedAt !== null && wordToConfirm(ctx.actor, row, words).ok;
  const takes = called === 'counts' && row.staffId === ctx.actor.id;
  return html`<li>
          <p>${text}</p>
          ${agrees ? oneButton(`${path}/agreements`, translate(language, 'button-agree'), { of: who }) : ''}
          ${confirms ? oneButton(`${path}/confirmations`, translate(language, 'console-succession-confirm', { who })) : ''}
          ${calls ? oneButton(`${path}/calls`, translate(language, 'console-succession-call', { who })) : ''}
          ${takes ? oneButton(`${path}/takings`, translate(language, 'console-succession-take')) : ''}
          ${oneButton(`${path}/objections`, translate(language, 'console-staff-object'), { of: who })}
        </li>`;
}

function nameForm({ ctx, language }: Reader, present: readonly StaffRow[]): Html {
  const others = present.filter(({ id }) => id !== ctx.actor.id);
  const may = hasRole(ctx.actor, 'admin') ? roles : roles.filter((role) => hasRole(ctx.actor, role));
  return html`<details><summary>${translate(language, 'console-succession-name')}</summary>
      <form method="post" action="/console/successions">
        <p class="field"><label for="successor">${translate(language, 'console-succession-who')}</label>
          <select id="successor" name="staffId">${others.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</select></p>
        <fieldset class="field"><legend>${translate(language, 'console-staff-roles')}</legend>
          <div class="boxes">${may.map((role) => html`<label><input type="checkbox" name="roles" value="${role}" /> ${translate(language, 'console-role', { role })}</label>`)}</div></fieldset>
        <button type="submit" class="side">${translate(language, 'console-succession-name')}</button>
      </form></details>`;
}
