import { type LedgerPost, WordpressStandIn } from '../../sandbox/wordpress/stand-in.ts';
import { escapeHtml } from '../../src/domain/text/html.ts';
import { type DemoNetwork, plain, type Surroundings } from './network.ts';

/** A blog in Russian. */
export async function openWordpress({ now }: Surroundings): Promise<DemoNetwork> {
  const standIn = await WordpressStandIn.start({ now, languages: ['ru', 'en'] });
  const user = 'bray';
  const { id, password } = standIn.createUser(user);
  return {
    name: 'wordpress',
    language: 'ru',
    title: 'Bray',
    handle: 'bray.example/ru',
    environment: {},
    credentials: { server: standIn.url, user, password, category: '' },
    contacts: [],
    posts: async () =>
      standIn.ledger(id).map((post) => {
        const featured = standIn.media(id).find((media) => media.id === post.featuredMedia);
        const picture = featured === undefined ? undefined : standIn.image(featured.sha256);
        const tags = post.tags.flatMap((tag) => standIn.tagName(tag) ?? []);
        return {
          ...plain,
          id: String(post.id),
          at: (post.publishedAt ?? now()).toString(),
          language: post.language,
          text: [],
          html: articlePage(post, picture === undefined ? null : { bytes: picture, alt: featured?.altText }),
          details: tags.length === 0 ? [] : [{ name: 'Tags', value: tags.join(', ') }],
        };
      }),
    image: () => undefined,
    wrongs: standIn.wrongs,
    close: () => standIn.close(),
  };
}

/** As a blog's theme puts an article together: its headline is HTML as it is, the featured image stands below it. */
function articlePage(
  { title, content }: Pick<LedgerPost, 'title' | 'content'>,
  picture: { readonly bytes: Uint8Array; readonly alt: string | undefined } | null,
): string {
  if (picture === null) return `<h1>${title}</h1>\n${content}`;
  const source = `data:image/jpeg;base64,${Buffer.from(picture.bytes).toString('base64')}`;
  return `<h1>${title}</h1>\n<p><img src="${source}" alt="${escapeHtml(picture.alt ?? '')}"></p>\n${content}`;
}
