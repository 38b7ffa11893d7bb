import { eq } from 'drizzle-orm';
import {
  accountDeliveries,
  accounts,
  contacts,
  payloads,
  translations,
} from '../../../src/db/schema/index.ts';
import {
  type AccountDeliveryId,
  type AccountId,
  type ContactId,
  newId,
  type PayloadId,
} from '../../../src/domain/ids.ts';
import type { StaffSite } from '../../../src/domain/staff-site.ts';
import { recordHearing } from '../../../src/services/hearings/record.ts';
import { recordIncident } from '../../../src/services/incidents/record.ts';
import { createPost } from '../../../src/services/posts/create.ts';
import { editPost } from '../../../src/services/posts/edit.ts';
import { submitPost } from '../../../src/services/posts/submit.ts';
import type { TestStaff } from '../../helpers/campaign.ts';
import { verdictFacts } from '../../helpers/hearing.ts';
import { arrestFacts } from '../../helpers/incident.ts';
import type { KeyHolder } from '../../helpers/keys.ts';
import { apiWorld } from '../world.ts';

export type ConsoleWorld = Awaited<ReturnType<typeof consoleWorld>>;

/** What a browser would send of the form of facts on a page, untouched. */
export function factsIn(page: string): URLSearchParams {
  const form = /<form [^>]*class="facts">(.*?)<\/form>/s.exec(page)?.[1] ?? '';
  const sent = new URLSearchParams();
  const attribute = (tag: string, name: string) => {
    const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    return value === undefined ? null : plain(value);
  };
  const controls = /<input [^>]*>|<textarea ([^>]*)>\n([^<]*)<\/textarea>|<select ([^>]*)>(.*?)<\/select>/gs;
  for (const [tag, area, text, , options] of form.matchAll(controls)) {
    const name = attribute(tag, 'name');
    if (name === null) throw new Error('A control without a name.');
    if (area !== undefined) sent.append(name, plain(text ?? ''));
    else if (options !== undefined) {
      const chosen = /<option [^>]*selected>/.exec(options)?.[0] ?? options;
      sent.append(name, attribute(chosen, 'value') ?? '');
    } else if (!tag.includes('type="checkbox"') || tag.includes(' checked')) {
      sent.append(name, attribute(tag, 'value') ?? 'on');
    }
  }
  return sent;
}

const plain = (escaped: string) =>
  escaped
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** A campaign with a staff site on this machine. End it with `close()`. */
export async function consoleWorld() {
  let staffSite: StaffSite | undefined;
  const world = await apiWorld({
    // Known once the port is.
    deps: ({ as, clock, campaignId, botId, ctx, keys }) => ({
      context: () => ({
        db: as('web').db,
        clock,
        log: ctx.log,
        campaignId,
        botId,
        seal: ctx.seal,
        networks: ctx.networks,
        pinned: ctx.pinned,
        signingKey: keys.web.approvalSigning,
        ...(staffSite && { staffSite }),
      }),
    }),
  });
  const site: StaffSite = { origin: `http://localhost:${world.port}`, rpId: 'localhost' };
  staffSite = site;

  return {
    ...world,
    site,
    /** What verbs of the operator work on. */
    siteOperator: { ...world.operator, staffSite: site },

    /** A request as a browser makes it from the console's own page; `headers` say what is different. */
    send(
      { cookie }: Pick<KeyHolder, 'cookie'>,
      path: string,
      init: RequestInit & { readonly headers?: Record<string, string> } = {},
    ): Promise<Response> {
      return fetch(site.origin + path, {
        redirect: 'manual',
        ...init,
        headers: {
          Cookie: `__Host-bray=${cookie}`,
          ...(init.method === 'POST' && {
            Origin: site.origin,
            'Sec-Fetch-Site': 'same-origin',
            'Content-Type': 'application/x-www-form-urlencoded',
          }),
          ...init.headers,
        },
      });
    },

    /** A post in Azerbaijani and its translation, the latter waiting for its second person. */
    async waitingText(author: TestStaff, language: 'en' | 'fa', text: string) {
      const made = await createPost(author.ctx, {
        caseId: world.caseId,
        sourceLanguage: 'az',
        text: 'Məhkəmə **bu gün** oldu. [Mənbə](https://example.org/a)',
        notBefore: null,
        notAfter: null,
      });
      if (!made.ok) throw new Error(made.refusal.code);
      const { postId } = made.value;
      await editPost(author.ctx, { postId, language, text });
      const handed = await submitPost(author.ctx, { postId, language });
      if (!handed.ok) throw new Error(handed.refusal.code);
      return { postId, translationId: handed.value.translationId };
    },

    /** An incident, waiting for its second person. */
    async waitingIncident(author: TestStaff) {
      const recorded = await recordIncident(author.ctx, { caseId: world.caseId, facts: arrestFacts });
      if (!recorded.ok) throw new Error(recorded.refusal.code);
      return recorded.value;
    },

    /** A post that went to an account of which nobody knows whether it stands there. */
    async unknownDelivery(author: TestStaff) {
      const { db, campaignId, botId, caseId, clock } = world;
      const made = await createPost(author.ctx, {
        caseId,
        sourceLanguage: 'en',
        text: 'The court **sat**.',
        notBefore: null,
        notAfter: null,
      });
      if (!made.ok) throw new Error(made.refusal.code);
      const { postId } = made.value;
      const [text] = await db.select().from(translations).where(eq(translations.postId, postId));
      if (text === undefined) throw new Error('There is no text.');
      const [accountId, payloadId] = [newId<AccountId>(), newId<PayloadId>()];
      const deliveryId = newId<AccountDeliveryId>();
      const now = clock.now();
      await db.insert(accounts).values({
        id: accountId,
        campaignId,
        network: 'telegram',
        language: 'en',
        remoteId: accountId,
        handle: '@bray_channel',
        capabilities: { text: { max: 4096, maxBytes: null, perAddress: null }, images: null },
        state: 'active',
        sealedCredentials: Buffer.alloc(1),
        restsUntil: now.add({ minutes: 5 }),
        failures: 1,
        createdAt: now,
      });
      await db.insert(payloads).values({
        id: payloadId,
        translationId: text.id,
        accountId,
        part: 0,
        content: { text: 'The court sat.' },
        costUsdMicros: 15_000,
        createdAt: now,
      });
      await db.insert(accountDeliveries).values({
        id: deliveryId,
        campaignId,
        botId,
        postId,
        accountId,
        payloadId,
        part: 0,
        state: 'unknown',
        outcome: 'timed-out',
        attempts: 1,
        dueAt: now,
        notAfter: now.add({ hours: 1 }),
        firstAttemptedAt: now,
        attemptedAt: now,
      });
      return { accountId, deliveryId };
    },

    /** A post that is out: on Mastodon, where its second part waits, and in three mails of a press list. */
    async outOnAccounts(author: TestStaff) {
      const { db, campaignId, botId, caseId, clock } = world;
      const made = await createPost(author.ctx, {
        caseId,
        sourceLanguage: 'en',
        text: 'The court **sat**.',
        notBefore: null,
        notAfter: null,
      });
      if (!made.ok) throw new Error(made.refusal.code);
      const { postId } = made.value;
      const now = clock.now();
      const [text] = await db
        .update(translations)
        .set({ state: 'published', publishedAt: now })
        .where(eq(translations.postId, postId))
        .returning();
      if (text === undefined) throw new Error('There is no text.');
      const accountIds = [newId<AccountId>(), newId<AccountId>()] as const;
      for (const [i, network] of (['mastodon', 'email'] as const).entries()) {
        const accountId = accountIds[i] ?? accountIds[0];
        await db.insert(accounts).values({
          id: accountId,
          campaignId,
          network,
          language: 'en',
          remoteId: accountId,
          handle: '@bray@example.social',
          capabilities: { text: { max: 500, maxBytes: null, perAddress: null }, images: null },
          state: 'active',
          createdAt: now,
        });
        const parts = network === 'email' ? [0] : [0, 1];
        for (const part of parts) {
          const payloadId = newId<PayloadId>();
          const content = { text: 'The court sat.' };
          await db
            .insert(payloads)
            .values({ id: payloadId, translationId: text.id, accountId, part, content, createdAt: now });
          const contactIds =
            network === 'email' ? [newId<ContactId>(), newId<ContactId>(), newId<ContactId>()] : [null];
          for (const contactId of contactIds) {
            if (contactId !== null)
              await db.insert(contacts).values({
                id: contactId,
                campaignId,
                accountId,
                state: 'active',
                tokenHash: Buffer.from(contactId),
                outlet: 'The Paper',
                topic: 'courts',
                consentedOn: '2009-01-01',
                addedAt: now,
              });
            await db.insert(accountDeliveries).values({
              id: newId<AccountDeliveryId>(),
              campaignId,
              botId,
              postId,
              accountId,
              contactId,
              payloadId,
              part,
              dueAt: now,
              notAfter: now.add({ hours: 1 }),
              ...(part === 0
                ? {
                    state: 'sent',
                    remoteId: '1',
                    url: contactId === null ? 'https://example.social/@bray/1' : null,
                  }
                : { state: 'planned' }),
            });
          }
        }
      }
      return { postId, accountIds };
    },

    /** Facts of a new hearing, waiting for their second person. */
    async waitingFacts(author: TestStaff) {
      const recorded = await recordHearing(author.ctx, { caseId: world.caseId, facts: verdictFacts });
      if (!recorded.ok) throw new Error(recorded.refusal.code);
      return recorded.value;
    },
  };
}
