import { html } from 'hono/html';
import { type DeliveryStanding, isRetractable } from '../../../domain/account-delivery.ts';
import { hasRole } from '../../../domain/actor.ts';
import type { PostId } from '../../../domain/ids.ts';
import { networkTitles } from '../../../domain/network.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { type MessageArgs, translate } from '../../../i18n/index.ts';
import { between } from '../../../i18n/punctuation.ts';
import type { PostOnAccount } from '../../../services/account-deliveries/on-accounts.ts';
import { stoppers } from '../../../services/accounts/may.ts';
import { languageName, type Reader } from '../reader.ts';
import type { Html } from './layout.ts';
import { postAddress } from './posts.ts';

const accountName = ({ handle, network }: Pick<PostOnAccount, 'handle' | 'network'>) =>
  `${handle} (${networkTitles[network]})`;

/** How a post stands on each of its accounts, with a way to retract it there; nothing before it goes out. */
export function onAccounts(reader: Reader, postId: PostId, accounts: readonly PostOnAccount[]): Html | '' {
  const { ctx, language } = reader;
  if (accounts.length === 0) return '';
  const retracts = hasRole(ctx.actor, ...stoppers);
  const rows = accounts.map((account) => {
    const name = accountName(account);
    const to = `${postAddress({ postId })}/accounts/${account.accountId}/retraction`;
    const retract = translate(language, 'console-retract');
    const lookedFor = account.deliveries.some(({ standing }) => standing === 'unknown');
    return html`<li>
            <p>${nameOf(reader, account)}: ${standings(reader, account)}</p>
            ${lookedFor ? html`<p><a href="/console/accounts">${translate(language, 'console-unknown-title')}</a></p>` : ''}
            ${retracts && account.isRetractable ? html`<p><a href="${to}" aria-label="${retract}: ${name}">${retract}</a></p>` : ''}
          </li>`;
  });
  return html`<section>
        <h2>${translate(language, 'console-standing-title')}</h2>
        <ul class="rows">${rows}</ul>
      </section>`;
}

/** What a retraction would do on each of these accounts; of those on which it would do nothing, how it stands there. */
export function whatRetractionDoes(reader: Reader, accounts: readonly PostOnAccount[]): Html | '' {
  const { language } = reader;
  if (accounts.length === 0) return '';
  const rows = accounts.map((account) => {
    const told = account.deliveries.flatMap(({ standing }) => effectOf(standing, account) ?? []);
    const words = [...new Set(told)].map((will) => translate(language, 'console-retract-will', { will }));
    return html`<li>${nameOf(reader, account)}: ${words.length === 0 ? standings(reader, account) : words.join(' ')}</li>`;
  });
  return html`<ul class="rows">${rows}</ul>`;
}

type Effect = MessageArgs['console-retract-will']['will'];

function effectOf(standing: DeliveryStanding, { takesBack }: PostOnAccount): Effect | null {
  if (standing === 'stays' || standing === 'stands') return takesBack ? 'goes' : 'stays';
  if (!isRetractable(standing, takesBack)) return null;
  if (standing === 'planned') return 'stops';
  return takesBack ? 'seen' : 'stays';
}

function nameOf({ language }: Reader, account: PostOnAccount): Html {
  return html`<strong><bdi>${accountName(account)}</bdi></strong>${between(language, 'comma')}${languageName(language, account.language)}`;
}

/** By how its parts, or its mails, stand: each word once, with their number where there are several. */
function standings({ language }: Reader, { deliveries }: PostOnAccount): Html[] {
  const each = [...Map.groupBy(deliveries, ({ standing }) => standing)];
  return each.map(([standing, those], i) => {
    const count = those.reduce((sum, one) => sum + one.count, 0);
    const word = translate(language, 'console-standing', { standing });
    const links = those.flatMap(({ url }) => (url !== null && /^https?:\/\//.test(url) ? [url] : []));
    const [only] = links;
    const told =
      standing !== 'retracted' && only !== undefined
        ? html`<a href="${only}" rel="noreferrer noopener">${word}</a>`
        : word;
    return html`${i === 0 ? '' : between(language, 'semicolon')}${told}${count > 1 ? ` (${formatNumber(language, count)})` : ''}`;
  });
}
