import { z } from 'zod';
import { BlueskyStandIn } from '../../sandbox/bluesky/stand-in.ts';
import { type DemoNetwork, plain, type ShownPost } from './network.ts';
import { cutAt, type Run, type Stretch } from './runs.ts';

const facet = z.object({
  index: z.object({ byteStart: z.int(), byteEnd: z.int() }),
  features: z.array(z.object({ $type: z.string(), uri: z.string().optional() })).min(1),
});
const record = z.object({
  text: z.string(),
  langs: z.array(z.string()).default([]),
  createdAt: z.string(),
  facets: z.array(facet).default([]),
  reply: z.object({ parent: z.object({ uri: z.string() }) }).optional(),
  embed: z
    .object({
      images: z
        .array(z.object({ alt: z.string(), image: z.object({ ref: z.object({ $link: z.string() }) }) }))
        .default([]),
      external: z.object({ uri: z.string(), title: z.string() }).optional(),
    })
    .optional(),
});

/** A Bluesky server, with an account in French. */
export async function openBluesky(): Promise<DemoNetwork> {
  const standIn = await BlueskyStandIn.start();
  const { did, handle, password } = standIn.createAccount('bray-fr');
  return {
    name: 'bluesky',
    language: 'fr',
    title: 'Bray',
    handle: '@bray-fr.example',
    environment: {},
    credentials: { server: standIn.url, identifier: handle, password },
    contacts: [],
    posts: async () =>
      standIn
        .ledger(did)
        .filter(({ deleted }) => !deleted)
        .map((post) => shown(post.rkey, post.record)),
    image: (link) => standIn.blob(link),
    wrongs: standIn.wrongs,
    close: () => standIn.close(),
  };
}

/** As an app draws a record: by its facets, which count in bytes of UTF-8, and its embed. */
function shown(rkey: string, stored: unknown): ShownPost {
  const { text, langs, createdAt, facets, reply, embed } = record.parse(stored);
  const external = embed?.external;
  return {
    ...plain,
    id: rkey,
    at: createdAt,
    answers: reply === undefined ? null : (reply.parent.uri.split('/').at(-1) ?? null),
    language: langs[0] ?? null,
    text: runsOf(text, facets),
    images: (embed?.images ?? []).map(({ alt, image }) => ({ id: image.ref.$link, alt })),
    card: external === undefined ? null : { url: external.uri, title: external.title },
  };
}

function runsOf(text: string, facets: readonly z.infer<typeof facet>[]): Run[] {
  const bytes = Buffer.from(text, 'utf8');
  const stretches = facets.map(({ index, features: [feature] }): Stretch => {
    const at = { start: index.byteStart, end: index.byteEnd };
    if (feature?.uri !== undefined) return { ...at, look: 'link', href: feature.uri };
    return { ...at, look: feature?.$type.endsWith('#tag') === true ? 'hashtag' : 'mention' };
  });
  return cutAt(stretches, bytes.length, (from, to) => bytes.subarray(from, to).toString('utf8'));
}
