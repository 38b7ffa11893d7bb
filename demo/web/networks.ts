import type { Hono } from 'hono';
import { direction, type Language, nativeName } from '../../src/domain/language.ts';
import { networkTitles } from '../../src/domain/network.ts';
import { escapeHtml } from '../../src/domain/text/html.ts';
import type { DemoNetwork, ShownPost } from '../networks/network.ts';
import type { Theatre } from '../world/theatre.ts';

/** What `GET /networks.json` answers for each network, in the order in which they are shown. */
export interface ShownNetwork {
  readonly network: string;
  readonly name: string;
  readonly title: string;
  readonly handle: string;
  readonly language: Language;
  readonly languageName: string;
  readonly direction: 'ltr' | 'rtl';
  readonly posts: readonly (Omit<ShownPost, 'html' | 'images'> & {
    /** Where the page is that readers see instead of the text. */
    readonly page: string | null;
    readonly images: readonly { readonly source: string; readonly alt: string | null }[];
  })[];
}

/**
 * For a page that a network or a mail made: its own styles and images that it brings along, and nothing else. No script
 * runs in it and nothing is loaded from anywhere, so whoever shows it may measure it.
 */
const pagePolicy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin";

/** What every network shows now, from what the stand-ins have accepted. */
export function serveNetworks(app: Hono, theatre: Theatre): void {
  const networks = async () => (await theatre.performance()).stage.world.networks;

  app.get('/networks.json', async (c) => c.json(await Promise.all((await networks()).map(shownNetwork))));

  app.get('/networks/:network/images/:id', async (c) => {
    const { network, id } = c.req.param();
    const bytes = (await networks()).find(({ name }) => name === network)?.image(id);
    if (bytes === undefined) return c.notFound();
    return c.body(new Uint8Array(bytes), 200, { 'Content-Type': 'image/jpeg' });
  });

  app.get('/networks/:network/pages/:id', async (c) => {
    const { network, id } = c.req.param();
    const found = (await networks()).find(({ name }) => name === network);
    const html = (await found?.posts())?.find((post) => post.id === id)?.html ?? null;
    if (found === undefined || html === null) return c.notFound();
    return c.html(wholePage(found, html), 200, { 'Content-Security-Policy': pagePolicy });
  });
}

async function shownNetwork(network: DemoNetwork): Promise<ShownNetwork> {
  const { name, title, handle, language } = network;
  const below = `/networks/${name}`;
  const posts = await network.posts();
  return {
    network: name,
    name: networkTitles[name],
    title,
    handle,
    language,
    languageName: nativeName(language),
    direction: direction(language),
    posts: posts.map(({ html, images, ...post }) => ({
      ...post,
      page: html === null ? null : `${below}/pages/${encodeURIComponent(post.id)}`,
      images: images.map(({ id, alt }) => ({ source: `${below}/images/${encodeURIComponent(id)}`, alt })),
    })),
  };
}

/** What stands above a page whose maker has said nothing of how it looks: paper, as in a mail program. */
const looks = `<meta name="viewport" content="width=device-width"><style>
:root { color-scheme: light; }
body { background: #fff; color: #17212b; font: 15px/1.5 system-ui, "Noto Sans", sans-serif; margin: 0; padding: 14px 16px; overflow-wrap: anywhere; }
h1 { font-size: 21px; line-height: 1.25; margin: 0 0 10px; }
p { margin: 0 0 10px; }
img { height: auto; max-width: 100%; border-radius: 6px; }
a { color: #1d5f8a; }
hr { border: 0; border-top: 1px solid #d7d4ca; }
</style>`;

/** A mail is a page already; an article is put into one. */
function wholePage({ language, title }: DemoNetwork, html: string): string {
  if (/^<!doctype html>/i.test(html)) return html.replace(/<head>/i, (head) => head + looks);
  return `<!doctype html>
<html lang="${language}" dir="${direction(language)}"><head><meta charset="utf-8">${looks}
<title>${escapeHtml(title)}</title></head><body>${html}</body></html>`;
}
