import { html } from 'hono/html';
import { parseId, type ReserveRequestId } from '../../../domain/ids.ts';
import { type Reserve, reserveAgreers, reserveSetters } from '../../../domain/reserve.ts';
import { formatList } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import { agreeToReserve } from '../../../services/campaigns/agree-reserve.ts';
import { type ReserveRead, readReserve } from '../../../services/campaigns/read-reserve.ts';
import { reservePlaces } from '../../../services/campaigns/reserve.ts';
import { setReserve } from '../../../services/campaigns/set-reserve.ts';
import { type Form, readForm } from '../../form.ts';
import { anyRole } from '../../route.ts';
import { onTo, refuse, show } from '../answer.ts';
import type { ConsoleRequest } from '../env.ts';
import { agreeForm } from '../html/agree-form.ts';
import { inputField } from '../html/fields.ts';
import type { Html } from '../html/layout.ts';
import { oneButton } from '../html/one-button.ts';
import { type Reader, readerOf } from '../reader.ts';
import type { ConsoleRoute } from '../route.ts';

const address = '/console/reserve';

/** Where followers turn when the bot falls silent: named by one person, told to followers once a second has agreed. */
export const reserveRoutes: readonly ConsoleRoute[] = [
  { method: 'get', path: '/reserve', roles: anyRole, handle: (c) => showReserve(c) },
  {
    method: 'post',
    path: '/reserve',
    roles: reserveSetters,
    takesFreshKey: true,
    handle: async (c) => {
      const form = await readForm(c);
      if (form === null) return refuse(c, { code: 'incomplete' }, 400);
      const named = (field: keyof Reserve) => form.text(field) || null;
      const result = await setReserve(c.get('ctx'), { bot: named('bot'), channel: named('channel') });
      if (!result.ok) return refuse(c, result.refusal);
      return onTo(c, address, result.value.awaits === null ? 'saved' : 'asked');
    },
  },
  {
    // Whoever sees a false name is not sent away first.
    method: 'post',
    path: '/reserve/objections',
    roles: reserveSetters,
    handle: async (c) => {
      const ctx = c.get('ctx');
      const { reserve } = await readReserve(ctx);
      const result = await setReserve(ctx, reserve);
      return result.ok ? onTo(c, address, 'done') : refuse(c, result.refusal);
    },
  },
  {
    method: 'post',
    path: '/reserve/agreements',
    roles: reserveAgreers,
    handle: async (c) => {
      const form = await readForm(c);
      const requestId = parseId<ReserveRequestId>(form?.text('request') ?? '');
      const approvalId = parseId(form?.text('approval') ?? '');
      if (!form || requestId === null || approvalId === null) return refuse(c, { code: 'incomplete' }, 400);
      const proof = { approvalId, answer: form.exact('answer') };
      const result = await agreeToReserve(c.get('ctx'), { requestId, proof });
      if (result.ok) return onTo(c, address, 'approved');
      return refuse(c, result.refusal, result.refusal.code === 'request-lapsed' ? 409 : 422);
    },
  },
];

async function showReserve(c: ConsoleRequest): Promise<Response> {
  const reader = await readerOf(c);
  const { language } = reader;
  const read = await readReserve(reader.ctx);
  return show(c, {
    title: translate(language, 'console-reserve-title'),
    body: html`<p>${translate(language, 'console-reserve-what')}</p>
      ${placesOf(reader, read.reserve)}
      ${await asked(reader, read)}
      ${read.maySet ? nameForm(reader, read.reserve) : html`<p class="note">${translate(language, 'console-reserve-whose')}</p>`}
      ${prepared(reader, read)}`,
  });
}

function placesOf({ language }: Reader, { bot, channel }: Reserve): Html {
  const places = reservePlaces({ reserveBot: bot, reserveChannel: channel }, null);
  return places.length === 0
    ? html`<p><strong>${translate(language, 'console-reserve-none')}</strong></p>`
    : html`<ul class="rows">${places.map((place) => html`<li><bdi>${place}</bdi></li>`)}</ul>`;
}

/** What somebody named: whoever may agrees with their key, and whoever names may take it back. */
async function asked(reader: Reader, { asked: request, maySet }: ReserveRead): Promise<Html | string> {
  if (request === null) return '';
  const { language, at } = reader;
  const { bot, channel } = request.reserve;
  const places = reservePlaces({ reserveBot: bot, reserveChannel: channel }, null);
  const agreement = { action: `${address}/agreements`, hidden: { request: request.id } };
  const agrees = request.mayAgree ? await agreeForm(reader, request.contentHash, agreement) : '';
  return html`<div class="note"><p>${translate(language, 'console-reserve-asked', {
    name: request.name,
    places: formatList(language, places),
    until: at(request.until),
  })}</p>
        ${agrees === '' ? '' : html`<div class="forms">${agrees}</div>`}
        ${maySet ? oneButton(`${address}/objections`, translate(language, 'console-reserve-drop')) : ''}</div>`;
}

function nameForm({ language }: Reader, { bot, channel }: Reserve): Html {
  const stands: Partial<Record<string, string | null>> = { bot, channel };
  const text = (field: string) => stands[field] ?? '';
  const form: Form = { text, exact: text, all: () => [] };
  const shown = { language, form, faults: [] };
  return html`<form method="post" action="${address}">
        ${inputField(shown, { name: 'bot', label: translate(language, 'console-reserve-bot'), ltr: true })}
        ${inputField(shown, { name: 'channel', label: translate(language, 'console-reserve-channel'), ltr: true })}
        <button type="submit">${translate(language, 'console-edit-save')}</button>
      </form>`;
}

function prepared({ language }: Reader, { notices }: ReserveRead): Html | string {
  if (notices.length === 0) return '';
  return html`<p>${translate(language, 'staff-notice-prepared')}</p>
      ${notices.map((notice) => html`<p lang="${notice.language}" dir="auto">${notice.text}</p>`)}`;
}
