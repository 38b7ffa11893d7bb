import { html } from 'hono/html';
import { type ChallengeId, parseId } from '../../../domain/ids.ts';
import { formatInstant } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import { findCampaign } from '../../../services/campaigns/find.ts';
import { acceptInvitation } from '../../../services/invitations/accept.ts';
import { readInvitation } from '../../../services/invitations/read.ts';
import { offerKey } from '../../../services/passkeys/offer.ts';
import { readForm } from '../../form.ts';
import { languageOf, onTo, refuseAnybody, showAnybody } from '../answer.ts';
import { keepSession } from '../cookies.ts';
import type { SiteRequest } from '../env.ts';
import { passkeyForm } from '../html/passkey-form.ts';
import { type ConsoleRefusal, refusalText } from '../refusals.ts';
import type { ConsoleRoute } from '../route.ts';

/** The one-time link by which somebody comes in with their first key. */
export const invitationRoutes: readonly ConsoleRoute[] = [
  { method: 'get', path: '/invitations/:code', roles: 'nobody', handle: (c) => ask(c) },
  {
    method: 'post',
    path: '/invitations/:code',
    roles: 'nobody',
    handle: async (c) => {
      const form = await readForm(c);
      const challengeId = parseId<ChallengeId>(form?.text('challenge') ?? '');
      if (form === null || challengeId === null) return refuseAnybody(c, { code: 'incomplete' }, 400);
      const code = codeOf(c);
      const result = await acceptInvitation(c.get('site'), {
        code,
        challengeId,
        answer: form.exact('answer'),
      });
      if (!result.ok) {
        const { refusal } = result;
        // The page itself says so, and from when on.
        const told = refusal.code === 'invitation-unknown' || refusal.code === 'invitation-waits';
        return told ? ask(c) : ask(c, refusal);
      }
      keepSession(c, result.value.cookie);
      return onTo(c, '/console/keys', 'key-added');
    },
  },
];

async function ask(c: SiteRequest, fault?: ConsoleRefusal): Promise<Response> {
  const site = c.get('site');
  const code = codeOf(c);
  const invitation = await readInvitation(site, code);
  if (invitation === null) {
    const language = languageOf(c);
    const title = translate(language, 'console-title');
    return showAnybody(
      c,
      { title, fault: translate(language, 'console-invitation-gone'), body: html`` },
      404,
    );
  }
  const language = c.req.query('language') === undefined ? invitation.language : languageOf(c);
  const title = translate(language, 'console-invitation-title', { name: invitation.name });
  if (invitation.waitsUntil !== null) {
    const { zone } = await findCampaign(site);
    const from = formatInstant(language, invitation.waitsUntil, zone);
    const body = html`<p>${translate(language, 'console-invitation-waits', { from })}</p>`;
    return showAnybody(c, { title, body });
  }
  const { challengeId, options } = await offerKey(site, { id: invitation.staffId, name: invitation.name });
  return showAnybody(
    c,
    {
      title,
      ...(fault !== undefined && { fault: refusalText(language, fault) }),
      body: html`<p>${translate(language, 'console-invitation-how')}</p>
      ${passkeyForm(language, {
        action: `/console/invitations/${code}`,
        asks: 'create',
        options,
        hidden: { challenge: challengeId },
        button: translate(language, 'console-invitation-button'),
      })}`,
    },
    fault === undefined ? 200 : 422,
  );
}

function codeOf(c: SiteRequest): string {
  return c.req.param('code') ?? '';
}
