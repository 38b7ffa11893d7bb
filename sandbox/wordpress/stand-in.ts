import { createHash } from 'node:crypto';
import { isJpeg } from '../http/jpeg.ts';
import { readJson } from '../http/json.ts';
import { readForm } from '../http/multipart.ts';
import type { StandInAnswer, StandInRequest } from '../http/server.ts';
import { HttpStandIn } from '../http/stand-in.ts';

/** A post as the blog keeps it. */
export interface LedgerPost {
  readonly id: number;
  readonly author: number;
  slug: string;
  status: string;
  title: string;
  content: string;
  featuredMedia: number;
  categories: readonly number[];
  tags: readonly number[];
  language: string | null;
  /** When it was first published; null until then. */
  publishedAt: Temporal.Instant | null;
}

export interface LedgerMedia {
  readonly id: number;
  readonly author: number;
  readonly slug: string;
  readonly altText: string;
  readonly sha256: string;
}

export interface WordpressOptions {
  /** Those of a blog with a plug-in for several, its own first; `null`: a blog in one language. */
  readonly languages?: readonly string[] | null;
  /**
   * Which plug-in: Polylang's paid edition (the default), its free one, which lists its languages while posts take none over
   * the API, or WPML, by whose argument each request is in one language. `wpml-deaf`: where something keeps
   * the argument of what is written from it.
   */
  readonly plugin?: 'polylang' | 'polylang-free' | 'wpml' | 'wpml-deaf';
  readonly now?: () => Temporal.Instant;
  readonly port?: number;
}

interface User {
  readonly id: number;
  readonly name: string;
  readonly password: string;
  readonly role: Role;
}

const ROLES = {
  editor: ['publish_posts', 'edit_posts', 'edit_published_posts', 'upload_files', 'manage_categories'],
  author: ['publish_posts', 'edit_posts', 'edit_published_posts', 'upload_files'],
  contributor: ['edit_posts'],
} as const;
type Role = keyof typeof ROLES;

interface Term {
  readonly id: number;
  readonly name: string;
  readonly slug: string;
  readonly language?: string | null;
}

const STATUSES = ['publish', 'future', 'draft', 'pending', 'private', 'trash'];
const BELOW = '/wp-json';

const refusal = (status: number, code: string, more: object = {}): StandInAnswer => ({
  status,
  body: { code, message: code, data: { status, ...more } },
});
const notSignedIn = () => refusal(401, 'rest_not_logged_in');
const mayNot = () => refusal(403, 'rest_cannot_create');

/**
 * A blog on WordPress (6.1.9 and 7.1.4 as seen, November 2026) with several users: what it accepts stands in its ledger. It
 * has no idempotency, makes slugs unique as WordPress does, hides drafts from who does not ask for them, drops tags and
 * images that it does not know, and what a user may do goes by their role.
 */
export class WordpressStandIn extends HttpStandIn {
  readonly #languages: readonly string[] | null;
  readonly #takesLanguage: boolean;
  readonly #now: () => Temporal.Instant;
  readonly #users: User[] = [];
  readonly #posts: LedgerPost[] = [];
  readonly #media: LedgerMedia[] = [];
  readonly #tags: Term[] = [];
  readonly #categories: Term[] = [{ id: 1, name: 'Uncategorized', slug: 'uncategorized' }];
  readonly #plugin: NonNullable<WordpressOptions['plugin']>;
  #next = 2;

  private constructor({ languages = null, plugin = 'polylang', now }: WordpressOptions) {
    super();
    this.#now = now ?? (() => Temporal.Now.instant());
    this.#languages = languages;
    this.#plugin = plugin;
    this.#takesLanguage = languages !== null && plugin === 'polylang';
  }

  get #isWpml(): boolean {
    return this.#languages !== null && this.#plugin.startsWith('wpml');
  }

  static async start({ port = 0, ...options }: WordpressOptions = {}): Promise<WordpressStandIn> {
    const standIn = new WordpressStandIn(options);
    await standIn.listen(port);
    return standIn;
  }

  /** A new user with an application password, as WordPress shows it: in groups. */
  createUser(name: string, role: Role = 'editor'): { readonly id: number; readonly password: string } {
    const id = this.#next++;
    const letters = createHash('sha256').update(`${id}|${name}`).digest('hex').slice(0, 24);
    this.#users.push({ id, name, password: letters, role });
    return { id, password: letters.replace(/(.{4})(?=.)/g, '$1 ') };
  }

  /** `language`: of a blog with WPML, which else makes it in its own. */
  createCategory(name: string, language?: string): number {
    const id = this.#next++;
    const own = this.#isWpml ? (language ?? this.#languages?.[0] ?? null) : null;
    this.#categories.push({ id, name, slug: fold(name), language: own });
    return id;
  }

  /** Every post there is, in order, in whatever status. */
  posts(author?: number): readonly LedgerPost[] {
    return this.#posts.filter((post) => author === undefined || post.author === author);
  }
  /** What readers see. */
  ledger(author?: number): readonly LedgerPost[] {
    return this.posts(author).filter(({ status }) => status === 'publish');
  }
  media(author?: number): readonly LedgerMedia[] {
    return this.#media.filter((one) => author === undefined || one.author === author);
  }
  tagName(id: number): string | undefined {
    return this.#tags.find((tag) => tag.id === id)?.name;
  }

  /** As somebody at the blog does. */
  trash(id: number): void {
    const post = this.#posts.find((one) => one.id === id);
    if (post === undefined) throw new Error('no such post');
    post.status = 'trash';
    post.slug += '__trashed';
  }

  /** Whether a request is this user's. */
  isOf(name: string, headers: Readonly<Record<string, string | string[] | undefined>>): boolean {
    return this.#user(headers.authorization)?.name === name;
  }

  override answer(request: StandInRequest): StandInAnswer {
    const { method, url } = request;
    const path = url.pathname;
    if (!path.startsWith(BELOW)) return { status: 404, body: '<!doctype html><title>Page not found</title>' };
    const user = this.#user(request.headers.authorization);
    const inLanguage = this.#wpmlLanguage(request);
    if (inLanguage === undefined) return refusal(400, 'rest_invalid_param');
    const asked = path.slice(BELOW.length);
    const id = Number(asked.split('/')[4] ?? 0);
    switch (`${method} ${asked.replace(/\/\d+$/, '/:id')}`) {
      case 'GET /':
        return { status: 200, body: this.#index() };
      case 'GET /pll/v1/languages':
        return this.#languages === null || this.#isWpml
          ? refusal(404, 'rest_no_route')
          : { status: 200, body: this.#languages.map((slug) => ({ slug, name: slug })) };
      case 'GET /wp/v2/users/me':
        return user === null ? notSignedIn() : { status: 200, body: me(user) };
      case 'GET /wp/v2/categories':
        return { status: 200, body: terms(this.#categories, url, inLanguage) };
      case 'GET /wp/v2/tags':
        return { status: 200, body: terms(this.#tags, url, inLanguage) };
      case 'POST /wp/v2/tags':
        return this.#allowed(user, 'manage_categories') ?? this.#makeTag(request, inLanguage);
      case 'GET /wp/v2/media':
        return this.#listMedia(url);
      case 'POST /wp/v2/media':
        return user === null
          ? notSignedIn()
          : (this.#allowed(user, 'upload_files') ?? this.#upload(user, request));
      case 'GET /wp/v2/posts':
        return this.#list(user, url, inLanguage);
      case 'GET /wp/v2/posts/:id':
        return this.#read(user, id, url);
      case 'POST /wp/v2/posts':
        return user === null ? notSignedIn() : this.#write(user, { id: null, inLanguage }, request);
      case 'POST /wp/v2/posts/:id':
        return user === null ? notSignedIn() : this.#write(user, { id, inLanguage }, request);
      case 'DELETE /wp/v2/posts/:id':
        return user === null ? notSignedIn() : this.#delete(id, url);
      default:
        this.wrongs.push(`${method} ${asked} does not exist`);
        return refusal(404, 'rest_no_route');
    }
  }

  /** In which language WPML lets the blog work for a request; null: it is not there; undefined: it refuses the request. */
  #wpmlLanguage({ method, url }: StandInRequest): string | null | undefined {
    const given = url.searchParams.get('wpml_language');
    if (!this.#isWpml) {
      if (given !== null) this.wrongs.push('unknown parameter wpml_language');
      return null;
    }
    if (url.searchParams.has('lang')) this.wrongs.push('a parameter of another plug-in');
    if (given !== null && this.#languages?.includes(given) !== true) return undefined;
    const own = this.#languages?.[0] ?? null;
    return this.#plugin === 'wpml-deaf' && method !== 'GET' ? own : (given ?? own);
  }

  /** A wrong password answers as none does. */
  #user(authorization: string | string[] | undefined): User | null {
    const given = /^Basic (\S+)$/.exec(typeof authorization === 'string' ? authorization : '')?.[1] ?? '';
    const [name = '', password = ''] = Buffer.from(given, 'base64').toString('utf8').split(':');
    return (
      this.#users.find((user) => user.name === name && user.password === password.replaceAll(' ', '')) ?? null
    );
  }

  #allowed(user: User | null, ability: string): StandInAnswer | null {
    if (user === null) return notSignedIn();
    return ROLES[user.role].some((one) => one === ability) ? null : mayNot();
  }

  #index(): object {
    const ofWpml = this.#isWpml && {
      wpml_language: { type: 'string', required: false, enum: this.#languages },
    };
    const hasPolylang = this.#languages !== null && !this.#isWpml;
    const args = { title: {}, content: {}, status: {}, ...(this.#takesLanguage && { lang: {} }), ...ofWpml };
    return {
      name: 'A blog',
      namespaces: ['wp/v2', ...(hasPolylang ? ['pll/v1'] : []), ...(this.#isWpml ? ['wpml/v1'] : [])],
      routes: {
        // PHP writes an empty list of names as [].
        '/': { methods: ['GET'], endpoints: [{ methods: ['GET'], args: this.#isWpml ? ofWpml : [] }] },
        '/wp/v2/posts': {
          methods: ['GET', 'POST'],
          endpoints: [
            { methods: ['GET'], args: { context: {}, ...(hasPolylang && { lang: {} }), ...ofWpml } },
            { methods: ['POST'], args },
          ],
        },
        ...(hasPolylang && { '/pll/v1/languages': { methods: ['GET'], endpoints: [] } }),
      },
    };
  }

  #makeTag(request: StandInRequest, inLanguage: string | null): StandInAnswer {
    const { name, lang: field } = readJson(request) ?? {};
    if (field !== undefined && !this.#takesLanguage) this.wrongs.push('unknown parameter lang');
    const lang = inLanguage ?? field;
    if (typeof name !== 'string' || name.trim() === '') return refusal(400, 'rest_missing_callback_param');
    const before = this.#tags.find(
      ({ slug, language }) => slug === fold(name) && (language === null || language === lang),
    );
    if (before !== undefined) return refusal(400, 'term_exists', { term_id: before.id });
    const tag: Term = {
      id: this.#next++,
      name,
      slug: fold(name),
      language:
        this.#takesLanguage || this.#isWpml
          ? typeof lang === 'string'
            ? lang
            : (this.#languages?.[0] ?? null)
          : null,
    };
    this.#tags.push(tag);
    return { status: 201, body: tag };
  }

  #listMedia(url: URL): StandInAnswer {
    const slug = url.searchParams.get('slug');
    const found = this.#media.filter((one) => slug === null || one.slug === slug);
    return { status: 200, body: found.map(presentMedia) };
  }

  #upload(user: User, request: StandInRequest): StandInAnswer {
    const form = readForm(request.headers['content-type'], request.body);
    const file = form?.get('file');
    if (file === undefined || !isJpeg(file.content) || !/\.jpe?g$/.test(file.filename ?? ''))
      return refusal(500, 'rest_upload_unknown_error');
    const field = (name: string) => form?.get(name)?.content.toString('utf8') ?? '';
    const media: LedgerMedia = {
      id: this.#next++,
      author: user.id,
      slug: unique(
        fold(field('slug') || (file.filename ?? '')),
        this.#media.map(({ slug }) => slug),
      ),
      altText: field('alt_text').replace(/\s+/g, ' ').trim(),
      sha256: this.keepImage(file.content),
    };
    this.#media.push(media);
    return { status: 201, body: presentMedia(media) };
  }

  /** WPML shows those of the request's language alone. */
  #list(user: User | null, url: URL, inLanguage: string | null): StandInAnswer {
    const status = url.searchParams.get('status') ?? 'publish';
    if (user === null && (status !== 'publish' || url.searchParams.get('context') === 'edit'))
      return refusal(400, 'rest_invalid_param');
    const slug = url.searchParams.get('slug');
    const author = url.searchParams.get('author');
    const found = this.#posts.filter(
      (post) =>
        (slug === null || post.slug === slug) &&
        (author === null || String(post.author) === author) &&
        (inLanguage === null || post.language === inLanguage) &&
        (status === 'any' ? post.status !== 'trash' : post.status === status),
    );
    return { status: 200, body: found.map((post) => this.#present(post)) };
  }

  #read(user: User | null, id: number, url: URL): StandInAnswer {
    const post = this.#posts.find((one) => one.id === id);
    if (post === undefined) return refusal(404, 'rest_post_invalid_id');
    const isOpen = post.status === 'publish' && url.searchParams.get('context') !== 'edit';
    return user === null && !isOpen ? notSignedIn() : { status: 200, body: this.#present(post) };
  }

  #write(
    user: User,
    { id, inLanguage }: { readonly id: number | null; readonly inLanguage: string | null },
    request: StandInRequest,
  ): StandInAnswer {
    const body = readJson(request);
    if (body === null) return refusal(400, 'rest_invalid_json');
    const known = ['title', 'content', 'slug', 'status', 'featured_media', 'categories', 'tags'];
    for (const name of Object.keys(body)) {
      if (!known.includes(name) && !(name === 'lang' && this.#takesLanguage))
        this.wrongs.push(`unknown parameter ${name}`);
    }
    const before = this.#posts.find((one) => one.id === id);
    if (id !== null && before === undefined) return refusal(404, 'rest_post_invalid_id');
    if (before !== undefined && before.author !== user.id && user.role !== 'editor')
      return refusal(403, 'rest_cannot_edit');
    const { status = before?.status ?? 'draft', lang } = body;
    if (typeof status !== 'string' || !STATUSES.includes(status)) return refusal(400, 'rest_invalid_param');
    if (status === 'publish' && this.#allowed(user, 'publish_posts') !== null)
      return refusal(403, 'rest_cannot_publish');
    for (const name of ['title', 'content', 'slug']) {
      if (body[name] !== undefined && typeof body[name] !== 'string')
        return refusal(400, 'rest_invalid_param');
    }
    const [categories, tags] = [numbers(body.categories), numbers(body.tags)];
    if (categories === null || tags === null) return refusal(400, 'rest_invalid_param');
    if (typeof lang === 'string' && this.#takesLanguage && this.#languages?.includes(lang) !== true)
      return refusal(400, 'rest_invalid_param');
    const post = before ?? this.#newPost(user, inLanguage);
    if (typeof body.title === 'string') {
      if (/[<>]/.test(body.title)) this.wrongs.push('elements in a headline');
      post.title = body.title;
    }
    if (typeof body.content === 'string') post.content = this.#clean(body.content);
    if (typeof body.slug === 'string' && body.slug !== post.slug) {
      const others = this.#posts.filter((one) => one !== post).map(({ slug }) => slug);
      post.slug = unique(fold(body.slug), others);
    }
    if (categories !== undefined) {
      const there = categories.filter((one) => this.#categories.some((category) => category.id === one));
      post.categories = there.length > 0 ? there : [1];
    }
    if (tags !== undefined) {
      const language = typeof lang === 'string' ? lang : post.language;
      const fits = (tag: Term) => tag.language === null || tag.language === language;
      post.tags = tags.filter((one) => this.#tags.some((tag) => tag.id === one && fits(tag)));
    }
    if (body.featured_media !== undefined)
      post.featuredMedia = this.#media.find((one) => one.id === body.featured_media)?.id ?? 0;
    if (typeof lang === 'string' && this.#takesLanguage) post.language = lang;
    post.status = status;
    if (status === 'publish') post.publishedAt ??= this.#now();
    return { status: before === undefined ? 201 : 200, body: this.#present(post) };
  }

  #newPost(user: User, inLanguage: string | null): LedgerPost {
    const post: LedgerPost = {
      id: this.#next++,
      author: user.id,
      slug: '',
      status: 'draft',
      title: '',
      content: '',
      featuredMedia: 0,
      categories: [1],
      tags: [],
      language: inLanguage ?? (this.#takesLanguage ? (this.#languages?.[0] ?? null) : null),
      publishedAt: null,
    };
    this.#posts.push(post);
    return post;
  }

  /** Elements and shortcodes that WordPress would strike out or run are a client's fault. */
  #clean(html: string): string {
    const struck = html.replace(/<\/?([a-z0-9]+)[^>]*>/gi, (all, name: string) =>
      ['p', 'br', 'strong', 'em', 'a', 'ul', 'ol', 'li', 'div'].includes(name.toLowerCase()) ? all : '',
    );
    if (struck !== html) this.wrongs.push('an element that is struck out');
    if (/\[[a-z]/i.test(html)) this.wrongs.push('a shortcode');
    for (const [, scheme = ''] of html.matchAll(/href="([a-z]+):/gi))
      if (!['http', 'https', 'mailto'].includes(scheme.toLowerCase()))
        this.wrongs.push(`a link to ${scheme}:`);
    return struck;
  }

  #delete(id: number, url: URL): StandInAnswer {
    const at = this.#posts.findIndex((one) => one.id === id);
    const post = this.#posts[at];
    if (post === undefined) return refusal(404, 'rest_post_invalid_id');
    if (url.searchParams.get('force') === 'true') this.#posts.splice(at, 1);
    else this.trash(id);
    return { status: 200, body: { deleted: true, previous: this.#present(post) } };
  }

  #present(post: LedgerPost): object {
    const { id, slug, status, title, content, featuredMedia, categories, tags, language } = post;
    return {
      id,
      slug,
      status,
      type: 'post',
      link: status === 'publish' ? `${this.url}/${slug}/` : `${this.url}/?p=${id}`,
      title: { raw: title, rendered: title },
      content: { raw: content, rendered: content },
      featured_media: featuredMedia,
      categories,
      tags,
      ...(this.#takesLanguage && { lang: language }),
    };
  }
}

function me({ id, name, role }: User): object {
  return { id, name, slug: name, capabilities: Object.fromEntries(ROLES[role].map((one) => [one, true])) };
}

function presentMedia({ id, slug, altText }: LedgerMedia): object {
  return { id, slug, status: 'inherit', media_type: 'image', alt_text: altText };
}

function terms(all: readonly Term[], url: URL, inLanguage: string | null): readonly Term[] {
  const [slug, search] = [url.searchParams.get('slug'), url.searchParams.get('search')?.toLowerCase()];
  const lang = inLanguage ?? url.searchParams.get('lang');
  return all.filter(
    (one) =>
      (slug === null || one.slug === fold(slug)) &&
      (search === undefined || one.name.toLowerCase().includes(search)) &&
      (lang === null || one.language === undefined || one.language === null || one.language === lang),
  );
}

/** As WordPress makes a slug: small, ASCII (the rest percent-encoded), at most 200. */
function fold(text: string): string {
  const ascii = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return encodeURIComponent(ascii.replace(/[\s.]+/g, '-'))
    .toLowerCase()
    .replace(/[^a-z0-9%_-]/g, '')
    .slice(0, 200);
}

function unique(slug: string, taken: readonly string[]): string {
  if (!taken.includes(slug)) return slug;
  for (let number = 2; ; number++) {
    const tail = `-${number}`;
    const like = slug.slice(0, 200 - tail.length) + tail;
    if (!taken.includes(like)) return like;
  }
}

/** Undefined: not given; null: not what it must be. */
function numbers(given: unknown): readonly number[] | null | undefined {
  if (given === undefined) return undefined;
  return Array.isArray(given) && given.every((one) => Number.isInteger(one)) ? given.map(Number) : null;
}
