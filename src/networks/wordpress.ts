import { z } from 'zod';
import { isRecord } from '../domain/is-record.ts';
import type {
  Access,
  Capabilities,
  CommitOutcome,
  CredentialField,
  Network,
  Parcel,
  Place,
  PrepareTools,
  StepFailure,
} from '../domain/network.ts';
import { done, refused } from '../domain/result.ts';
import { countBytes } from '../domain/text/count-bytes.ts';
import type { Block, Inline } from '../domain/text/document.ts';
import type { Seen } from '../http/exchange.ts';
import { asFailure, notSeen, rateLimited, readBody, unanswered } from './answer.ts';
import { readFields } from './credentials.ts';
import { type Http, type HttpRequest, parseServer } from './http.ts';
import { refuseImage, refuseTooLong } from './render.ts';
import { jpegForm, type NamedImage } from './uploads.ts';
import { articleOf } from './wordpress-html.ts';

/*
 * A blog on WordPress, over its REST API with an application password (6.1.9 and 7.1.4 as seen, November 2026). It has no
 * idempotency key: the same slug again becomes `slug-2`, and two of four parallel posts got the very same one. So a
 * delivery makes a draft with its own id as slug, which nobody sees and every further try finds (`status=any` and
 * `context=edit`: without them drafts are invisible); publishing is a change of that one post, and to publish it again
 * changes nothing. Tags and images that the server does not know it drops without a word: what it kept is read back while
 * it is a draft. A wrong password answers as none does (401), an upload it cannot use 500.
 * WordPress knows no suspended user, and a host that closes a whole blog answers as it likes: neither can be told from
 * credentials that no longer serve.
 *
 * In which language a post is, a blog is told by a plug-in's own word. Polylang's paid edition gives posts and tags a field
 * `lang` (polylang.pro, "REST API", November 2026). WPML gives every route an argument `wpml_language`, whose `enum` in the
 * index lists the blog's languages; for the length of a request it is the language that the blog works in: what is made then
 * is in it, lists show nothing else (drafts neither), and a post that is there keeps its own (its class
 * `WPML_REST_Extend_Args`, which 4.4.10 and 5.0.2 load, read December 2026; no WPML was at hand to try it on). No
 * answer of WPML's says a post's language, so what it kept is seen by looking for the draft in that language. A blog that is
 * set to show what is not translated in every language says less by that: there what WPML's code promises has to do.
 * A blog without either has one language, as with Polylang's free edition: one blog for each language then.
 */

/** WordPress names no limits: a text many times as long as a post's Markdown, an image as PHP takes it without settings. */
const TEXT_MAX = 100_000;
const IMAGE: NonNullable<Capabilities['images']> = {
  max: 1,
  types: ['image/jpeg'],
  maxBytes: 2_000_000,
  maxPixels: null,
  maxAlt: null,
};

const fields: readonly CredentialField[] = [
  {
    name: 'server',
    secret: false,
    help: 'Write the address of the blog, such as blog.example.org or example.org/blog (https).',
  },
  {
    name: 'user',
    secret: false,
    help: 'Write the name that the user signs in with; an Editor, and for each language of a blog another one.',
  },
  {
    name: 'password',
    secret: true,
    help: 'Make an application password: Users, Profile, Application Passwords. Not the password of the user.',
  },
  {
    name: 'category',
    secret: false,
    help: 'Write the slug of the category that posts stand in, such as news (where a blog has several languages, the one in the account’s); leave it empty for the blog’s own.',
  },
];

const id = z.int().positive();
const who = z.object({ id, capabilities: z.record(z.string(), z.unknown()) });
/** Plug-ins add routes of any form. */
const index = z.object({ routes: z.record(z.string(), z.unknown()) });
const route = z.object({
  endpoints: z.array(
    z.object({
      methods: z.array(z.string()),
      // Without any, PHP writes [].
      args: z.union([z.record(z.string(), z.unknown()), z.tuple([])]),
    }),
  ),
});
/** WPML's argument, whose values are the languages of the blog. */
const wpmlArgument = z.object({ wpml_language: z.object({ enum: z.array(z.string()).min(1) }) });
const siteLanguages = z.array(z.object({ slug: z.string() }));
const term = z.object({ id, name: z.string(), slug: z.string() });
const termExists = z.object({ code: z.literal('term_exists'), data: z.object({ term_id: id }) });
const attachment = z.object({ id, alt_text: z.string() });
const article = z.object({
  id,
  slug: z.string(),
  status: z.string(),
  link: z.string().nullish(),
  featured_media: z.int().nullish(),
  categories: z.array(z.int()).nullish(),
  tags: z.array(z.int()).nullish(),
  lang: z.string().nullish(),
});
type ArticleAnswer = z.infer<typeof article>;
const said = z.object({ code: z.string() });

const content = z.object({
  title: z.string(),
  html: z.string(),
  /** In which the blog keeps it apart from others; null where it has only one. */
  language: z.string().nullable(),
  /** By which word the blog is told; Polylang's where nothing is said. */
  languageWord: z.enum(['lang', 'wpml_language']).default('lang'),
  tags: z.array(z.string()),
  image: z.object({ sha256: z.string(), alt: z.string() }).nullable(),
});
type Content = z.infer<typeof content>;
const preparation = z.object({
  post: id,
  image: z.object({ sha256: z.string(), id }).nullable(),
  tags: z.array(id),
  category: id.nullable(),
});
type Preparation = z.infer<typeof preparation>;

/** What a blog tells of its languages; nothing where it has one. */
type BlogLanguages = {
  readonly languages?: readonly string[];
  readonly languageWord?: 'wpml_language';
};

/** What an account must be able to do, by WordPress's names. */
const ABILITIES = ['publish_posts', 'edit_published_posts', 'upload_files', 'manage_categories'] as const;

/** A WordPress blog by its REST API, as one of its users. */
export function createWordpress({ http }: { readonly http: Http }): Network {
  /** A call to the account's blog, as its user. `path` below `/wp-json`. */
  function call(access: Access, path: string, request: Omit<HttpRequest, 'url'>): Promise<Seen> {
    const { server = '', user = '', password = '' } = access.credentials;
    return http.send({
      ...request,
      url: new URL(`${server}/wp-json${path}`),
      headers: {
        authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
        ...request.headers,
      },
    });
  }

  /** What a question that changes nothing was answered; otherwise why not. */
  async function ask<T>(
    access: Access,
    path: string,
    shape: z.ZodType<T>,
  ): Promise<{ readonly value: T } | StepFailure> {
    const seen = await call(access, path, { method: 'GET' });
    const value = readBody(seen, shape);
    return value === null ? asFailure(seen) : { value };
  }

  /** The languages that the blog keeps posts apart in, and how it is told of one; nothing where it has one. */
  async function languagesOf(access: Access): Promise<{ readonly value: BlogLanguages } | StepFailure> {
    const read = await ask(access, '/', index);
    if ('kind' in read) return read;
    const { routes } = read.value;
    const posts = route.safeParse(routes['/wp/v2/posts']).data;
    const toMake = posts?.endpoints.find(({ methods }) => methods.includes('POST'))?.args ?? {};
    const wpml = wpmlArgument.safeParse(toMake).data;
    if (wpml !== undefined)
      return { value: { languages: wpml.wpml_language.enum, languageWord: 'wpml_language' } };
    // Polylang's list of languages may be there without its paid edition, which alone lets a post have one.
    if (!('lang' in toMake) || routes['/pll/v1/languages'] === undefined) return { value: {} };
    const languages = await ask(access, '/pll/v1/languages', siteLanguages);
    return 'kind' in languages
      ? languages
      : { value: { languages: languages.value.map(({ slug }) => slug) } };
  }

  /** The category that the account's posts stand in; null: the blog's own. */
  async function categoryOf(
    access: Access,
    kept: InLanguage,
  ): Promise<{ readonly id: number | null } | StepFailure> {
    const slug = access.credentials.category ?? '';
    if (slug === '') return { id: null };
    const path = within(`/wp/v2/categories?${new URLSearchParams({ slug })}`, kept);
    const found = await ask(access, path, z.array(term));
    if ('kind' in found) return found;
    const [category] = found.value;
    return category === undefined ? { kind: 'reconnect', reason: 'category-unknown' } : { id: category.id };
  }

  /** A tag's id, which has a language where posts have one; one that the blog does not have is made. */
  async function tagOf(
    access: Access,
    name: string,
    kept: InLanguage,
  ): Promise<{ readonly id: number } | StepFailure> {
    const query = new URLSearchParams({ search: name, per_page: '100', ...fieldOf(kept) });
    const found = await ask(access, within(`/wp/v2/tags?${query}`, kept), z.array(term));
    if ('kind' in found) return found;
    const known = found.value.find((tag) => tag.name.toLowerCase() === name.toLowerCase());
    if (known !== undefined) return known;
    const seen = await call(access, within('/wp/v2/tags', kept), {
      method: 'POST',
      body: { name, ...fieldOf(kept) },
    });
    const made = readBody(seen, term);
    if (made !== null) return made;
    // Another name can have the same slug.
    const before = seen.seen === 'answer' ? termExists.safeParse(seen.body).data : undefined;
    return before === undefined ? asFailure(seen) : { id: before.data.term_id };
  }

  /** An image of a delivery on the blog: what an earlier try has uploaded is used again. */
  async function imageOf(
    access: Access,
    { key, image, kept }: { readonly key: string; readonly image: NamedImage; readonly kept: InLanguage },
    tools: PrepareTools,
  ): Promise<{ readonly id: number } | StepFailure> {
    const slug = `${slugOf(key)}-image`;
    const query = new URLSearchParams({ slug, context: 'edit' });
    const found = await ask(access, within(`/wp/v2/media?${query}`, kept), z.array(attachment));
    if ('kind' in found) return found;
    const [known] = found.value;
    if (known !== undefined && (known.alt_text !== '' || image.alt === '')) return known;
    const part = await jpegForm('file', image, await tools.image(image.sha256), IMAGE, {
      slug,
      ...(image.alt !== '' && { alt_text: image.alt }),
    });
    if ('kind' in part) return part;
    const seen = await call(access, within('/wp/v2/media', kept), { method: 'POST', form: part.form });
    const made = readBody(seen, attachment);
    if (made === null) return asFailure(seen);
    return made.alt_text === '' && image.alt !== '' ? { kind: 'rejected', reason: 'alt-dropped' } : made;
  }

  /** The post of a delivery as it stands on the blog, in any state; null when there is none. */
  async function findPost(
    access: Access,
    { key, content: approved }: Parcel,
    before: number | undefined,
  ): Promise<{ readonly value: ArticleAnswer | null } | StepFailure> {
    if (before !== undefined) {
      const seen = await call(access, `/wp/v2/posts/${before}?context=edit`, { method: 'GET' });
      const known = readBody(seen, article);
      // Nothing of the blog but our own is ever written over, whatever was kept of an earlier try.
      if (known !== null)
        return isOwn(known, key) ? { value: known } : { kind: 'rejected', reason: 'renamed-there' };
      if (!isGone(seen)) return asFailure(seen);
    }
    const found = await listPosts(access, key, content.parse(approved));
    if ('kind' in found) return found;
    const own = found.value.filter(({ slug }) => slug === slugOf(key));
    return { value: own.find(({ status }) => status === 'publish') ?? own[0] ?? null };
  }

  /** The posts with a delivery's slug, in any state; of a blog with WPML those in its language. */
  function listPosts(access: Access, key: string, kept: InLanguage) {
    const query = new URLSearchParams({ slug: slugOf(key), status: 'any', context: 'edit' });
    return ask(access, within(`/wp/v2/posts?${query}`, kept), z.array(article));
  }

  /** Makes the draft of a delivery, or brings the one that there is up to date. */
  async function draft(
    access: Access,
    parcel: Parcel,
    known: ArticleAnswer | null,
    ready: Omit<Preparation, 'post'>,
  ): Promise<{ readonly id: number } | StepFailure> {
    const kept = content.parse(parcel.content);
    const path = within(known === null ? '/wp/v2/posts' : `/wp/v2/posts/${known.id}`, kept);
    const slug = slugOf(parcel.key);
    // One that is there keeps its status: a publish of before may still come through.
    const body = { ...bodyOf(parcel, ready), slug, ...(known === null && { status: 'draft' }) };
    const seen = await call(access, path, { method: 'POST', body });
    const made = readBody(seen, article);
    if (made === null) return isGone(seen) ? { kind: 'not-done', code: 'DRAFT_GONE' } : asFailure(seen);
    if (made.slug !== slug) {
      // An earlier try has come through meanwhile: its draft is the one.
      await call(access, `/wp/v2/posts/${made.id}?force=true`, { method: 'DELETE' });
      return { kind: 'not-done', code: 'SLUG_TAKEN' };
    }
    const dropped = whatIsDropped(kept, ready, made);
    if (dropped !== null) return { kind: 'rejected', reason: dropped };
    if (kept.languageWord === 'lang') return made;
    const there = await listPosts(access, parcel.key, kept);
    if ('kind' in there) return there;
    return there.value.some((one) => one.id === made.id)
      ? made
      : { kind: 'rejected', reason: 'language-dropped' };
  }

  const network: Network = {
    name: 'wordpress',
    abilities: {
      threads: false,
      retract: true,
      contacts: false,
      byBot: false,
      tellsSuspension: false,
      tellsExpiry: false,
      repeat: { kind: 'created-once' },
    },
    credentialFields: fields,

    readCredentials: (given) =>
      readFields(fields, given, {
        server: readSite,
        user: (text) => (/^[^\p{Cc}:]{1,60}$/u.test(text) ? text : null),
        // Shown in groups of four.
        password: (text) => (/^[A-Za-z0-9 ]{16,60}$/.test(text) ? text.replaceAll(' ', '') : null),
        category: (text) => (/^[\p{Ll}\p{Lo}\p{M}\p{N}%_-]{0,200}$/u.test(text) ? text : null),
      }),

    async check(access, language) {
      const me = await ask(access, '/wp/v2/users/me?context=edit', who);
      if ('kind' in me) return me;
      if (!ABILITIES.every((ability) => me.value.capabilities[ability] === true))
        return { kind: 'reconnect', reason: 'role-too-low' };
      const languages = await languagesOf(access);
      if ('kind' in languages) return languages;
      const { languageWord = 'lang' } = languages.value;
      const category = await categoryOf(access, { language: language ?? null, languageWord });
      if ('kind' in category) return category;
      const site = siteOf(access);
      return {
        kind: 'recognised',
        identity: {
          handle: site,
          remoteId: `${site}/${me.value.id}`,
          capabilities: {
            text: { max: TEXT_MAX, maxBytes: null, perAddress: null },
            images: IMAGE,
            ...languages.value,
          },
        },
      };
    },

    async holder(access) {
      const me = await ask(access, '/wp/v2/users/me?context=edit', who);
      return 'kind' in me ? me : { kind: 'told', holder: { remoteId: `${siteOf(access)}/${me.value.id}` } };
    },

    measure(text, { text: { max } }) {
      const { length } = [...text];
      return { length, bytes: countBytes(text), fits: length <= max };
    },

    render(post, capabilities) {
      const count = (text: string) => network.measure(text, capabilities).length;
      const fault = refuseImage(post, capabilities, count);
      if (fault !== null) return refused(fault);
      const { languages, languageWord = 'lang' } = capabilities;
      if (languages !== undefined && !languages.includes(post.language))
        return refused({ code: 'language-not-kept', language: post.language });
      const { title, html } = articleOf(post.document, post.language);
      const tooLong = refuseTooLong(network.measure(html, capabilities), capabilities);
      if (tooLong !== null) return refused(tooLong);
      return done([
        {
          content: {
            title,
            html,
            language: languages === undefined ? null : post.language,
            ...(languageWord === 'wpml_language' && { languageWord }),
            tags: hashtagsOf(post.document.blocks),
            image: post.image === null ? null : { sha256: post.image.sha256, alt: post.image.alt },
          },
          cost: null,
        },
      ]);
    },

    async prepare(access, parcel, tools) {
      const approved = content.parse(parcel.content);
      const { image, tags } = approved;
      const known = await findPost(access, parcel, preparation.safeParse(tools.before).data?.post);
      if ('kind' in known) return known;
      // Somebody there has thrown it away: that is their decision.
      if (known.value?.status === 'trash') return { kind: 'rejected', reason: 'trashed-there' };
      const category = await categoryOf(access, approved);
      if ('kind' in category) return category;
      const tagIds: number[] = [];
      for (const name of tags) {
        const tag = await tagOf(access, name, approved);
        if ('kind' in tag) return tag;
        if (!tagIds.includes(tag.id)) tagIds.push(tag.id);
      }
      const uploaded =
        image === null ? null : await imageOf(access, { key: parcel.key, image, kept: approved }, tools);
      if (uploaded !== null && 'kind' in uploaded) return uploaded;
      const ready = {
        image: image === null || uploaded === null ? null : { sha256: image.sha256, id: uploaded.id },
        tags: tagIds,
        category: category.id,
      };
      // What stands published already stays as it is.
      const post =
        known.value?.status === 'publish' ? known.value : await draft(access, parcel, known.value, ready);
      if ('kind' in post) return post;
      return { kind: 'prepared', prepared: { post: post.id, ...ready } };
    },

    async commit(access, parcel, prepared, { mayStart }) {
      const ready = preparation.safeParse(prepared).data;
      const approved = content.parse(parcel.content);
      if (ready === undefined || ready.image?.sha256 !== approved.image?.sha256)
        return { kind: 'rejected', reason: 'not-as-prepared' };
      const seen = await call(access, within(`/wp/v2/posts/${ready.post}`, approved), {
        method: 'POST',
        // All of it once more: nobody can have changed between draft and publishing what was approved.
        body: { ...bodyOf(parcel, ready), status: 'publish' },
        mayStart,
      });
      return judge(seen);
    },

    async reconcile(access, parcel, prepared) {
      const known = await findPost(access, parcel, preparation.safeParse(prepared).data?.post);
      if ('kind' in known) return notSeen(known);
      const { value } = known;
      return value?.status === 'publish' ? { kind: 'found', at: placeOf(value) } : { kind: 'absent' };
    },

    async retract(access, at) {
      // Back to a draft, for the blog's own people: what is in the trash is deleted after 30 days.
      const seen = await call(access, `/wp/v2/posts/${encodeURIComponent(at.id)}`, {
        method: 'POST',
        body: { status: 'draft' },
      });
      if (readBody(seen, article)?.status === 'draft') return { kind: 'retracted' };
      if (isGone(seen)) return { kind: 'gone' };
      if (seen.seen === 'no-answer') return { kind: 'unknown', code: seen.code };
      return asFailure(seen);
    },
  };
  return network;
}

/** A blog by its host, and by its path where it stands below one. */
function siteOf({ credentials }: Access): string {
  const { host, pathname } = new URL(credentials.server ?? '');
  return host + pathname.replace(/\/$/, '');
}

/** The address of a blog, which may stand below a path; without a slash at its end. */
function readSite(text: string): string | null {
  const [, scheme = '', host = '', path = ''] = /^(https?:\/\/)?([^/?#]+)([^?#]*)$/i.exec(text) ?? [];
  const site = parseServer(scheme + host);
  if (site === null || !/^(\/[\w.~-]+)*\/?$/.test(path)) return null;
  return site.origin + path.replace(/\/$/, '');
}

/** In which language of the blog something is, and by which word it is told so. */
type InLanguage = Pick<Content, 'language' | 'languageWord'>;

/** Polylang's field, where it is the one. */
function fieldOf({ language, languageWord }: InLanguage): { readonly lang?: string } {
  return languageWord === 'lang' && language !== null ? { lang: language } : {};
}

/** A path, asked in WPML's language where that is the word. */
function within(path: string, { language, languageWord }: InLanguage): string {
  if (languageWord !== 'wpml_language' || language === null) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ [languageWord]: language })}`;
}

/** By which a delivery finds its own post; short and ASCII, since a slug is cut at 200 and folded. */
function slugOf(key: string): string {
  return `bray-${key}`;
}

/** Also thrown away: WordPress renames it then (6.1 and 7.1, November 2026). */
function isOwn({ slug }: ArticleAnswer, key: string): boolean {
  return slug === slugOf(key) || slug === `${slugOf(key)}__trashed`;
}

function hashtagsOf(blocks: readonly Block[]): string[] {
  const tags = new Map<string, string>();
  const read = (inline: Inline): void => {
    if (inline.kind === 'hashtag' && !tags.has(inline.tag.toLowerCase()))
      tags.set(inline.tag.toLowerCase(), inline.tag);
    if ('children' in inline) inline.children.forEach(read);
  };
  const walk = (block: Block): void => {
    if (block.kind === 'paragraph') block.inlines.forEach(read);
    else for (const item of block.items) item.blocks.forEach(walk);
  };
  blocks.forEach(walk);
  return [...tags.values()];
}

/** What a post is made of: what was approved and what was prepared for it, and nothing else. */
function bodyOf(parcel: Parcel, { image, tags, category }: Omit<Preparation, 'post'>): object {
  const approved = content.parse(parcel.content);
  const { title, html } = approved;
  return {
    title,
    content: html,
    tags,
    ...(category !== null && { categories: [category] }),
    ...(image !== null && { featured_media: image.id }),
    ...fieldOf(approved),
  };
}

/** What of it the blog has not kept; null when it has all. */
function whatIsDropped(
  approved: Content,
  { image, tags, category }: Omit<Preparation, 'post'>,
  kept: ArticleAnswer,
): string | null {
  const { lang } = fieldOf(approved);
  if (image !== null && kept.featured_media !== image.id) return 'image-dropped';
  if (!tags.every((tag) => kept.tags?.includes(tag))) return 'tags-dropped';
  if (category !== null && !kept.categories?.includes(category)) return 'category-dropped';
  return lang !== undefined && kept.lang !== lang ? 'language-dropped' : null;
}

function judge(seen: Seen): CommitOutcome {
  if (seen.seen !== 'answer') return unanswered(seen);
  const made = readBody(seen, article);
  if (made?.status === 'publish') return { kind: 'published', at: placeOf(made) };
  // As "pending": a plug-in has it read by somebody there first.
  if (made !== null) return { kind: 'rejected', reason: 'held-there' };
  if (seen.status === 429) return rateLimited(seen);
  if (isGone(seen)) return { kind: 'not-done', code: 'DRAFT_GONE' };
  if (!isRecord(seen.body)) return { kind: 'unknown', code: `HTTP_${seen.status}` };
  switch (seen.status) {
    case 401:
      return { kind: 'reconnect', reason: 'unauthorised' };
    case 403:
      return { kind: 'reconnect', reason: 'forbidden' };
    case 400:
    case 413:
      return { kind: 'rejected', reason: 'content' };
    default:
      return { kind: 'unknown', code: `HTTP_${seen.status}` };
  }
}

/** Whether WordPress itself says that there is no such post; a 404 of anything else says nothing. */
function isGone(seen: Seen): boolean {
  if (seen.seen !== 'answer' || seen.status !== 404) return false;
  return said.safeParse(seen.body).data?.code === 'rest_post_invalid_id';
}

function placeOf({ id: post, link }: ArticleAnswer): Place {
  return { id: String(post), url: link ?? null };
}
