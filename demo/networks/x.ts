import { XStandIn } from '../../sandbox/x/stand-in.ts';
import { type DemoNetwork, plain, type Surroundings } from './network.ts';
import { linked, shortAddress } from './runs.ts';

/** X, with an account in Turkish. */
export async function openX({ now }: Surroundings): Promise<DemoNetwork> {
  const standIn = await XStandIn.start();
  standIn.now = now;
  const { id, ...credentials } = standIn.createAccount('bray_demo_tr');
  return {
    name: 'x',
    language: 'tr',
    title: 'Bray',
    handle: '@bray_demo_tr',
    environment: { X_API_ROOT: standIn.url },
    credentials: { ...credentials },
    contacts: [],
    posts: async () =>
      standIn
        .ledger(id)
        .filter(({ deleted }) => !deleted)
        .map((post) => ({
          ...plain,
          id: post.id,
          at: post.createdAt.toString(),
          answers: post.answers,
          text: linked(post.text, shortAddress),
          images: post.images.map(({ sha256, alt }) => ({ id: sha256, alt })),
        })),
    image: (sha256) => standIn.image(sha256),
    wrongs: standIn.wrongs,
    close: () => standIn.close(),
  };
}
