import { MastodonStandIn } from '../../sandbox/mastodon/stand-in.ts';
import { type DemoNetwork, plain, type Surroundings } from './network.ts';
import { linked, shortAddress } from './runs.ts';

/** A Mastodon server, with an account in German. */
export async function openMastodon({ now }: Surroundings): Promise<DemoNetwork> {
  const standIn = await MastodonStandIn.start({ now });
  const { id, token } = standIn.createAccount('bray_demo_de');
  return {
    name: 'mastodon',
    language: 'de',
    title: 'Bray',
    handle: '@bray_demo_de@mastodon.example',
    environment: {},
    credentials: { server: standIn.url, token },
    contacts: [],
    posts: async () =>
      standIn
        .ledger(id)
        .filter(({ deleted }) => !deleted)
        .map((status) => ({
          ...plain,
          id: status.id,
          at: status.createdAt.toString(),
          answers: status.inReplyTo,
          language: status.language,
          text: linked(status.text, shortAddress),
          images: status.media.map(({ sha256, description }) => ({ id: sha256, alt: description })),
        })),
    image: (sha256) => standIn.image(sha256),
    wrongs: standIn.wrongs,
    close: () => standIn.close(),
  };
}
