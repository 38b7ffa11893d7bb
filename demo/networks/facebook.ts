import { FacebookStandIn } from '../../sandbox/facebook/stand-in.ts';
import { type DemoNetwork, plain, type Surroundings } from './network.ts';
import { linked } from './runs.ts';

/** Facebook, with a Page in Azerbaijani. */
export async function openFacebook({ now }: Surroundings): Promise<DemoNetwork> {
  const standIn = await FacebookStandIn.start({ now });
  const title = 'Bray';
  const { page, token } = standIn.createPage(title);
  return {
    name: 'facebook',
    language: 'az',
    title,
    handle: 'Page',
    environment: { FACEBOOK_GRAPH_ROOT: standIn.url },
    credentials: { page, token },
    contacts: [],
    posts: async () =>
      standIn
        .ledger(page)
        .filter(({ deleted }) => !deleted)
        .map((post) => ({
          ...plain,
          id: post.id,
          at: post.createdAt.toString(),
          text: linked(post.text),
          images: post.photos.map(({ sha256, alt }) => ({ id: sha256, alt })),
          card: post.link === null ? null : { url: post.link, title: new URL(post.link).host },
        })),
    image: (sha256) => standIn.image(sha256),
    wrongs: standIn.wrongs,
    close: () => standIn.close(),
  };
}
