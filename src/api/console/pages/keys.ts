import { html } from 'hono/html';
import { type ChallengeId, type PasskeyId, parseId } from '../../../domain/ids.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import { botName } from '../../../services/campaigns/bot-name.ts';
import { addKey } from '../../../services/passkeys/add.ts';
import { keysOf } from '../../../services/passkeys/find.ts';
import { offerKey } from '../../../services/passkeys/offer.ts';
import { removeKey } from '../../../services/passkeys/remove.ts';
import { findStaff } from '../../../services/staff/find.ts';
import { offerOwnChatLink } from '../../../services/staff/link-own-chat.ts';
import { readForm } from '../../form.ts';
import { anyRole } from '../../route.ts';
import { onTo, refuse, show } from '../answer.ts';
import type { ConsoleRequest } from '../env.ts';
import type { Html } from '../html/layout.ts';
import { oneButton } from '../html/one-button.ts';
import { passkeyForm } from '../html/passkey-form.ts';
import { readerOf } from '../reader.ts';
import type { ConsoleRoute } from '../route.ts';

/** Everybody's own keys, and their own chat with the bot. */
export const keyRoutes: readonly ConsoleRoute[] = [
  { method: 'get', path: '/keys', roles: anyRole, handle: (c) => showKeys(c, null) },
  {
    method: 'post',
    path: '/keys',
    roles: anyRole,
    handle: async (c) => {
      const form = await readForm(c);
      const challengeId = parseId<ChallengeId>(form?.text('challenge') ?? '');
      if (form === null || challengeId === null) return refuse(c, { code: 'incomplete' }, 400);
      const { session } = c.get('me');
      const result = await addKey(c.get('ctx'), { challengeId, answer: form.exact('answer'), session });
      return result.ok ? onTo(c, '/console/keys', 'key-added') : refuse(c, result.refusal);
    },
  },
  {
    method: 'post',
    path: '/keys/:passkeyId/removals',
    roles: anyRole,
    handle: async (c) => {
      const passkeyId = parseId<PasskeyId>(c.req.param('passkeyId') ?? '');
      if (passkeyId === null) return refuse(c, { code: 'key-unknown' }, 404);
      const result = await removeKey(c.get('ctx'), { passkeyId, session: c.get('me').session });
      return result.ok ? onTo(c, '/console/keys', 'key-removed') : refuse(c, result.refusal);
    },
  },
  {
    method: 'post',
    path: '/telegram-links',
    roles: anyRole,
    handle: async (c) => {
      const ctx = c.get('ctx');
      const code = await offerOwnChatLink(ctx, { session: c.get('me').session });
      if (!code.ok) return refuse(c, code.refusal);
      return showKeys(c, `https://t.me/${await botName(ctx)}?start=staff_${code.value}`);
    },
  },
];

async function showKeys(c: ConsoleRequest, link: string | null): Promise<Response> {
  const { ctx, language, at } = await readerOf(c);
  const keys = await keysOf(ctx, ctx.actor.id);
  const { challengeId, options } = await offerKey(ctx, ctx.actor);
  const rows = keys.map((key, index) => {
    const number = formatNumber(language, index + 1);
    return html`<li>
          <p>${translate(language, 'console-key', { number, added: at(key.createdAt) })}</p>
          ${key.lastUsedAt === null ? '' : html`<p class="hint">${translate(language, 'console-key-used', { at: at(key.lastUsedAt) })}</p>`}
          ${key.backedUp ? html`<p class="hint">${translate(language, 'console-key-copied')}</p>` : ''}
          ${
            keys.length === 1
              ? ''
              : oneButton(
                  `/console/keys/${key.id}/removals`,
                  translate(language, 'console-keys-remove', { number }),
                )
          }
        </li>`;
  });
  return show(c, {
    title: translate(language, 'console-keys-title'),
    body: html`<p>${translate(language, 'console-keys-why')}</p>
      <ul class="rows">${rows}</ul>
      ${passkeyForm(language, {
        action: '/console/keys',
        asks: 'create',
        options,
        hidden: { challenge: challengeId },
        button: translate(language, 'console-keys-add'),
      })}
      ${await telegram(c, link)}`,
  });
}

async function telegram(c: ConsoleRequest, link: string | null): Promise<Html> {
  const { language } = c.get('me');
  const ctx = c.get('ctx');
  const linked = (await findStaff(ctx, ctx.actor.id))?.linked === true;
  return html`<h2>${translate(language, 'console-telegram-title')}</h2>
      <p>${translate(language, linked ? 'console-telegram-linked' : 'console-telegram-none')}</p>
      ${
        link === null
          ? oneButton('/console/telegram-links', translate(language, 'console-telegram-button'))
          : html`<p>${translate(language, 'console-telegram-how')}</p>
      <p dir="ltr"><code id="link">${link}</code></p>`
      }`;
}
