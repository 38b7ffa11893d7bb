import { html } from 'hono/html';
import { parseId, type StaffTokenId } from '../../../domain/ids.ts';
import { translate } from '../../../i18n/index.ts';
import type { TokenRow } from '../../../services/staff/list-tokens.ts';
import { revokeToken } from '../../../services/staff/revoke-token.ts';
import { anyRole } from '../../route.ts';
import { onTo, refuse } from '../answer.ts';
import type { Html } from '../html/layout.ts';
import type { Reader } from '../reader.ts';
import type { ConsoleRoute } from '../route.ts';

/** To end a token; they are made at the machine only, so that a browser that is taken over leaves none behind. */
export const staffTokenRoutes: readonly ConsoleRoute[] = [
  {
    method: 'post',
    path: '/staff-tokens/:tokenId/revocations',
    roles: anyRole,
    handle: async (c) => {
      const tokenId = parseId<StaffTokenId>(c.req.param('tokenId') ?? '');
      if (tokenId === null) return refuse(c, { code: 'token-unknown' }, 404);
      const result = await revokeToken(c.get('ctx'), tokenId);
      return result.ok ? onTo(c, '/console/staff', 'done') : refuse(c, result.refusal, 404);
    },
  },
];

/** What each token is for, until when it counts and when it was last used. */
export function tokenList({ language, at }: Reader, tokens: readonly TokenRow[]): Html | '' {
  if (tokens.length === 0) return '';
  const rows = tokens.map(({ id, scopes, expiresAt, lastUsedAt }) => {
    const told = translate(language, 'console-token', {
      until: at(expiresAt),
      used: lastUsedAt === null ? translate(language, 'console-token-unused') : at(lastUsedAt),
    });
    const what =
      scopes === null
        ? translate(language, 'console-token-all')
        : html`<code dir="ltr">${scopes.join(' ')}</code>`;
    return html`<li><p class="hint">${told} ${translate(language, 'console-token-for')} ${what}</p>
            <form method="post" action="/console/staff-tokens/${id}/revocations"><button type="submit" class="side">${translate(language, 'console-token-end')}</button></form></li>`;
  });
  return html`<ul class="rows">${rows}</ul>`;
}
