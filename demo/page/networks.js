import { clockTime, dayInWords, longDay } from './dates.js';
import { byId, el } from './dom.js';
import { follow, moveTime, readNetworks, readTime } from './server.js';

/**
 * @typedef {import('./server.js').ShownNetwork} ShownNetwork
 * @typedef {ShownNetwork['posts'][number]} ShownPost
 * @typedef {import('./server.js').TimeState} TimeState
 */

/** While time is played, so often at most. */
const LOOK_EVERY_MS = 400;
/** Of a frame, above and below, in pixels. */
const BORDERS = 2;

/** What was drawn last: what is the same is left as it is, so that nobody loses their place. */
let drawn = '';
let zone = 'UTC';
/** @type {ReturnType<typeof setTimeout> | undefined} */
let soon;

/** @param {unknown} error */
function showTrouble(error) {
  const trouble = byId('trouble');
  trouble.textContent = `That did not work: ${error instanceof Error ? error.message : String(error)}`;
  trouble.hidden = false;
}

/** @param {TimeState} time */
function showTime(time) {
  zone = time.zone;
  const now = new Date(time.now);
  byId('clock').textContent = `${longDay(zone, now)}, ${clockTime('en', zone, now)}`;
  byId('next').textContent = time.next === null ? 'The story is over.' : `Next: ${time.next.title}`;
  byId('step', HTMLButtonElement).hidden = time.next === null;
  byId('release', HTMLButtonElement).hidden = time.scene === 'release';
}

async function look() {
  const shown = await readNetworks();
  const state = JSON.stringify([zone, shown]);
  if (state === drawn) return;
  const posts = shown.reduce((sum, network) => sum + network.posts.length, 0);
  if (drawn !== '' && posts > 0) byId('news').textContent = `${posts} posts stand on the networks.`;
  drawn = state;
  byId('wall').replaceChildren(...shown.map(drawNetwork));
}

/**
 * A handle, which may go on in a new line before each "@".
 *
 * @param {string} handle
 */
function atSigns(handle) {
  return handle.split(/(?<!^)(?=@)/).flatMap((part, i) => (i === 0 ? [part] : [el('wbr'), part]));
}

/** @param {ShownNetwork} network */
function drawNetwork(network) {
  const { name, title, handle, language, languageName, direction, posts } = network;
  const heading = el('h2', {}, name, el('span', { class: 'language', lang: language }, languageName));
  const about = network.network === 'email' ? 'Press list, as one newsdesk reads it' : handle;
  const head = el('header', {}, heading, el('p', { class: 'handle' }, about));
  const list = el(
    'div',
    { class: 'posts', lang: language, dir: direction },
    ...posts.map((post) => drawPost(network, post)),
  );
  if (posts.length === 0)
    list.replaceChildren(el('p', { class: 'empty', lang: 'en', dir: 'ltr' }, 'Nothing yet'));
  return el(
    'section',
    { class: 'network', 'data-network': network.network, 'aria-label': `${name}: ${title}` },
    head,
    list,
  );
}

/** @param {ShownNetwork} network @param {ShownPost} post */
function drawPost(network, post) {
  const { language } = network;
  const at = new Date(post.at);
  const when = el(
    'time',
    { datetime: post.at },
    `${dayInWords(language, zone, at)} – ${clockTime(language, zone, at)}`,
  );
  const byline = el(
    'p',
    { class: 'byline' },
    el('b', {}, network.title),
    ' ',
    el('bdi', {}, ...atSigns(network.handle)),
  );
  const body = bodyOf(network, post);
  // A mail program names whom a mail is from above it, a blog its tags below.
  const parts = [
    byline,
    when,
    ...(network.network === 'email' ? [...around(post), ...body] : [...body, ...around(post)]),
  ];
  const attributes = {
    class: post.answers === null ? 'post' : 'post answer',
    ...(post.language !== null && { lang: post.language }),
  };
  return el('article', attributes, el('span', { class: 'avatar', 'aria-hidden': 'true' }, 'B'), ...parts);
}

/** @param {ShownNetwork} network @param {ShownPost} post */
function bodyOf(network, post) {
  const text = el('p', { class: 'text' }, ...post.text.map(drawRun));
  const headline = post.headline === null ? [] : [el('h3', {}, post.headline)];
  if (post.page === null) return [...headline, text, ...post.images.map(drawImage), ...drawCard(post)];
  const page = drawPage(post.page, `${network.name}: ${post.headline ?? network.title}`);
  if (post.text.length === 0) return [page];
  const plain = el(
    'details',
    {},
    el('summary', { lang: 'en', dir: 'ltr' }, 'The same mail as plain text'),
    text,
  );
  return [...headline, page, plain];
}

/** @param {ShownPost['text'][number]} run */
function drawRun({ text, look: of, href }) {
  if (of === 'plain') return text;
  if (of === 'bold') return el('b', {}, text);
  if (of === 'italic') return el('i', {}, text);
  if (of === 'code') return el('code', {}, text);
  const safe = href !== undefined && URL.canParse(href) && /^https?:$/.test(new URL(href).protocol);
  if (!safe) return el('span', { class: of }, text);
  return el('a', { class: of, href, target: '_blank', rel: 'noopener noreferrer' }, text);
}

/** @param {ShownPost['images'][number]} image */
function drawImage({ source, alt }) {
  const caption =
    alt === null ? [] : [el('figcaption', {}, el('span', { class: 'alt', lang: 'en' }, 'ALT'), ' ', alt)];
  return el('figure', {}, el('img', { src: source, alt: alt ?? '' }), ...caption);
}

/** @param {ShownPost} post */
function drawCard({ card }) {
  if (card === null) return [];
  return [
    el('p', { class: 'card' }, el('b', {}, card.title), el('bdi', { class: 'host' }, new URL(card.url).host)),
  ];
}

/** @param {ShownPost} post */
function around({ details }) {
  if (details.length === 0) return [];
  const rows = details.flatMap(({ name, value }) => [el('dt', {}, name), el('dd', {}, el('bdi', {}, value))]);
  return [el('dl', { lang: 'en', dir: 'ltr' }, ...rows)];
}

/**
 * A page that a network or a mail made: no script runs in it, and it is as high as what stands in it.
 *
 * @param {string} source @param {string} title
 */
function drawPage(source, title) {
  const frame = el('iframe', { src: source, title, sandbox: 'allow-same-origin' });
  const resize = () => {
    const height = frame.contentDocument?.body?.offsetHeight;
    if (height) frame.style.height = `${height + BORDERS}px`;
  };
  frame.addEventListener('load', () => {
    resize();
    new ResizeObserver(resize).observe(frame);
  });
  return frame;
}

/** @param {HTMLButtonElement} button @param {() => Promise<unknown>} work */
async function busy(button, work) {
  if (button.getAttribute('aria-busy') === 'true') return;
  button.setAttribute('aria-busy', 'true');
  try {
    await work();
    showTime(await readTime());
    await look();
  } catch (error) {
    showTrouble(error);
  } finally {
    button.removeAttribute('aria-busy');
  }
}

async function begin() {
  const [step, release] = [byId('step', HTMLButtonElement), byId('release', HTMLButtonElement)];
  step.addEventListener('click', () => busy(step, () => moveTime('step')));
  release.addEventListener('click', () => busy(release, () => moveTime('restart', { scene: 'release' })));
  showTime(await readTime());
  await look();
  follow('/time/stream', {
    opened: () => undefined,
    broken: () => undefined,
    on: {
      time: (time) => {
        showTime(time);
        if (soon !== undefined) return;
        soon = setTimeout(() => {
          soon = undefined;
          look().catch(showTrouble);
        }, LOOK_EVERY_MS);
      },
    },
  });
}

begin().catch(showTrouble);
