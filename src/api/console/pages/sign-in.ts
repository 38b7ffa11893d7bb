import { html } from 'hono/html';
import { type ChallengeId, parseId } from '../../../domain/ids.ts';
import { isLanguage } from '../../../domain/language.ts';
import { translate } from '../../../i18n/index.ts';
import { endSession } from '../../../services/sessions/end.ts';
import { offerSignIn } from '../../../services/sessions/offer.ts';
import { type SignInRefusal, signIn } from '../../../services/sessions/sign-in.ts';
import { setStaffLanguage } from '../../../services/staff/set-language.ts';
import { readForm } from '../../form.ts';
import { anyRole } from '../../route.ts';
import { languageOf, onTo, type PageStatus, refuse, refuseAnybody, showAnybody } from '../answer.ts';
import { dropSession, keepSession } from '../cookies.ts';
import type { SiteRequest } from '../env.ts';
import { passkeyForm } from '../html/passkey-form.ts';
import { refusalText } from '../refusals.ts';
import type { ConsoleRoute } from '../route.ts';

/** Signing in and out, and the language of whoever is signed in. */
export const signInRoutes: readonly ConsoleRoute[] = [
  { method: 'get', path: '/sign-in', roles: 'nobody', handle: (c) => ask(c) },
  {
    method: 'post',
    path: '/sign-in',
    roles: 'nobody',
    handle: async (c) => {
      const form = await readForm(c);
      const challengeId = parseId<ChallengeId>(form?.text('challenge') ?? '');
      if (form === null || challengeId === null) return refuseAnybody(c, { code: 'incomplete' }, 400);
      const result = await signIn(c.get('site'), { challengeId, answer: form.exact('answer') });
      if (!result.ok) return ask(c, result.refusal, form.text('to'));
      keepSession(c, result.value.cookie);
      return onTo(c, ownPath(form.text('to')));
    },
  },
  {
    method: 'post',
    path: '/sign-out',
    roles: anyRole,
    handle: async (c) => {
      await endSession(c.get('ctx'), c.get('me').session);
      dropSession(c);
      return onTo(c, '/console/sign-in', 'signed-out');
    },
  },
  {
    method: 'post',
    path: '/language',
    roles: anyRole,
    handle: async (c) => {
      const wanted = (await readForm(c))?.text('language') ?? '';
      if (!isLanguage(wanted)) return refuse(c, { code: 'incomplete' }, 400);
      const { ctx, me } = c.var;
      await setStaffLanguage(ctx, { staffId: me.actor.id, language: wanted });
      return onTo(c, '/console');
    },
  },
];

async function ask(c: SiteRequest, fault?: SignInRefusal, to = c.req.query('to') ?? ''): Promise<Response> {
  const language = languageOf(c);
  const offer = await offerSignIn(c.get('site'));
  const status: PageStatus = fault === undefined ? 200 : fault.code === 'too-many-tries' ? 429 : 422;
  return showAnybody(
    c,
    {
      title: translate(language, 'console-sign-in-title'),
      ...(fault !== undefined && { fault: refusalText(language, fault) }),
      body: html`<p>${translate(language, 'console-sign-in-how')}</p>
      ${passkeyForm(language, {
        action: `/console/sign-in?language=${language}`,
        asks: 'get',
        options: offer.options,
        hidden: { challenge: offer.challengeId, to: ownPath(to) },
        button: translate(language, 'console-sign-in-button'),
      })}`,
    },
    status,
  );
}

/** Where to go on: a page of the console, whatever the address says. */
function ownPath(to: string): string {
  return /^\/console(?:\/[\w-]+)*$/.test(to) && to !== '/console/sign-in' ? to : '/console';
}
