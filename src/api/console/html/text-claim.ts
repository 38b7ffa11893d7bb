import { html } from 'hono/html';
import { claimKeepsOut } from '../../../domain/text-claim.ts';
import { translate } from '../../../i18n/index.ts';
import type { findTextClaim } from '../../../services/posts/text-claims.ts';
import type { Reader } from '../env.ts';
import type { Html } from './layout.ts';
import { oneButton } from './one-button.ts';
import { type Place, textAddress } from './posts.ts';

type Claim = Awaited<ReturnType<typeof findTextClaim>>;

/** Who has a text in hand and until when, and what can be done about that. */
export function claimBox({ ctx, language, at }: Reader, place: Place, claim: Claim): Html {
  const now = ctx.clock.now();
  const button = (key: 'console-claim-take' | 'console-claim-release', to: string) =>
    oneButton(`${textAddress(place)}/${to}`, translate(language, key));
  if (claim === undefined) {
    return html`<p>${translate(language, 'console-claim-none')}</p>
        ${button('console-claim-take', 'claims')}`;
  }
  const { name, staffId, expiresAt } = claim;
  const until = at(expiresAt);
  if (claimKeepsOut(claim, ctx.actor.id, now))
    return html`<p class="note">${translate(language, 'console-claim-other', { name, until })}</p>`;
  const over = Temporal.Instant.compare(now, expiresAt) >= 0;
  if (staffId === ctx.actor.id && !over) {
    return html`<p>${translate(language, 'console-claim-own', { until })}</p>
        ${button('console-claim-release', 'releases')}`;
  }
  return html`<p>${translate(language, 'console-claim-over', { name, until })}</p>
        ${button('console-claim-take', 'claims')}`;
}
