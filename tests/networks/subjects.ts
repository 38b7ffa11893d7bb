import { BlueskyStandIn } from '../../sandbox/bluesky/stand-in.ts';
import { MailServerStandIn } from '../../sandbox/email/stand-in.ts';
import type { FacebookStandIn } from '../../sandbox/facebook/stand-in.ts';
import { traceIn } from '../../sandbox/http/image-traces.ts';
import { MastodonStandIn } from '../../sandbox/mastodon/stand-in.ts';
import type { XStandIn } from '../../sandbox/x/stand-in.ts';
import type { Subjects } from './contract.ts';
import type { ChannelWorld } from './telegram-subject.ts';
import { wordpressSubject } from './wordpress-subject.ts';
import { xSubject } from './x-subject.ts';

/** How the stand-in of each network is started, by a clock. */
export function subjectsOn(channels: ChannelWorld, pages: FacebookStandIn, x: XStandIn): Subjects {
  return {
    async mastodon(clock) {
      const standIn = await MastodonStandIn.start({
        now: () => clock.now(),
        processing: 2,
        // As servers do that no key makes careful: only looking helps.
        idempotency: 'ignored',
      });
      const paths = {
        commit: ['POST', /^\/api\/v1\/statuses$/],
        prepare: ['POST', /^\/api\/v2\/media$/],
        look: ['GET', /^\/api\/v1\/accounts\/\d+\/statuses$/],
      } as const;
      let count = 0;
      return {
        async account() {
          const { id, token } = standIn.createAccount(`bray${++count}`);
          return {
            credentials: { server: standIn.url, token },
            elsewhere: (server) => ({ server, token }),
            fail(step, fault) {
              const [method, path] = paths[step];
              const when = ({ headers }: { headers: Readonly<Record<string, unknown>> }) =>
                headers.authorization === `Bearer ${token}`;
              standIn.fail({ method, path, fault, when });
            },
            suspend: () => standIn.suspend(token),
            standing: () => standIn.ledger(id).flatMap(({ deleted, text }) => (deleted ? [] : [text])),
          };
        },
        wrongs: () => standIn.wrongs,
        close: () => standIn.close(),
      };
    },

    async bluesky() {
      const standIn = await BlueskyStandIn.start();
      const paths = {
        commit: ['POST', /putRecord$/],
        prepare: ['POST', /uploadBlob$/],
        look: ['GET', /getRecord$/],
      } as const;
      let count = 0;
      return {
        async account() {
          const { did, handle: identifier, password } = standIn.createAccount(`bray${++count}`);
          return {
            credentials: { server: standIn.url, identifier, password },
            elsewhere: (server) => ({ server, identifier, password }),
            fail(step, fault) {
              const [method, path] = paths[step];
              // Records are read without a session.
              standIn.fail({
                method,
                path,
                fault,
                ...(step !== 'look' && { when: ({ headers }) => standIn.isOf(did, headers) }),
              });
            },
            suspend: () => standIn.suspend(did),
            standing: () => standIn.ledger(did).flatMap(({ deleted, text }) => (deleted ? [] : [text])),
          };
        },
        wrongs: () => standIn.wrongs,
        close: () => standIn.close(),
      };
    },

    async telegram() {
      const { telegram, server } = channels;
      const paths = {
        commit: ['POST', /\/send(Message|Photo)$/],
        // What carries an image uploads it.
        prepare: ['POST', /\/sendPhoto$/],
        look: ['POST', /\/nothing$/],
      } as const;
      return {
        async account() {
          const { id, name } = channels.channel();
          return {
            credentials: { channel: `@${name}` },
            elsewhere: null,
            fail(step, fault) {
              const [method, path] = paths[step];
              const when = ({ body }: { body: Buffer }) =>
                body.includes(`@${name}"`) || body.includes(`@${name}\r`);
              server.fail({ method, path, fault, when });
            },
            suspend: () => channels.expel(id),
            standing: () =>
              telegram.standIn
                .ledger({ chat: id })
                .flatMap(({ method, text }) => (/^send/.test(method) && text !== null ? [text] : [])),
          };
        },
        wrongs: () =>
          telegram.standIn.files().flatMap(({ id: fileId, bot, name }) => {
            const { base64 } = telegram.standIn.file({ fileId, bot });
            const trace = traceIn(Buffer.from(base64, 'base64'));
            return trace === null ? [] : [`${name} tells more than its pixels: ${trace}`];
          }),
        close: async () => {},
      };
    },

    async facebook(clock) {
      pages.follow(() => clock.now());
      const paths = {
        commit: ['POST', /\/feed$/],
        prepare: ['POST', /\/photos$/],
        look: ['GET', /\/published_posts$/],
      } as const;
      let count = 0;
      return {
        async account() {
          const { page, token } = pages.createPage(`Bray ${++count}`);
          return {
            credentials: { page, token },
            elsewhere: null,
            fail(step, fault) {
              const [method, path] = paths[step];
              const when = ({ headers }: { headers: Readonly<Record<string, unknown>> }) =>
                headers.authorization === `Bearer ${token}`;
              pages.fail({ method, path, fault, when });
            },
            suspend: () => pages.suspend(token),
            standing: () => pages.ledger(page).flatMap(({ deleted, text }) => (deleted ? [] : [text])),
          };
        },
        wrongs: () => pages.wrongs,
        close: () => pages.close(),
      };
    },

    wordpress: wordpressSubject,
    x: xSubject(x),
    async email() {
      const standIn = await MailServerStandIn.start();
      let count = 0;
      return {
        async account() {
          const user = `press${++count}`;
          const contact = `reader${count}@paper.example`;
          return {
            credentials: {
              server: standIn.url,
              user,
              password: standIn.password,
              from: `${user}@campaign.example`,
            },
            contact,
            elsewhere: null,
            fail(step, fault) {
              // An image goes with the mail that carries it, and nobody can look whether a mail arrived.
              if (step !== 'look') standIn.fail(contact, fault);
            },
            suspend: null,
            standing: () => standIn.delivered(contact),
          };
        },
        wrongs: () => [],
        close: () => standIn.close(),
      };
    },
  };
}
