/**
 * Makes an element. Strings become text nodes: nothing that somebody wrote is ever read as HTML.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Readonly<Record<string, string | boolean | undefined>>} [attributes] true: present; false and undefined: absent
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/**
 * A picture out of the page's sprite, for the eye only.
 *
 * @param {string} name
 * @param {string} [more] further classes
 */
export function icon(name, more = '') {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', `icon ${more}`.trim());
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#icon-${name}`);
  svg.append(use);
  return svg;
}

/**
 * The element of the page with that id.
 *
 * @template {HTMLElement} [Kind=HTMLElement]
 * @param {string} id
 * @param {{ new (): Kind }} [kind]
 * @returns {Kind}
 */
export function byId(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof (kind ?? HTMLElement))) throw new Error(`The page has no ${id}.`);
  return /** @type {Kind} */ (found);
}

/**
 * A button that shows and hides something. Escape and a click elsewhere hide it, and Escape gives the focus back.
 *
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} content
 * @param {() => void} [onOpen]
 */
export function disclosure(button, content, onOpen) {
  const isOpen = () => !content.hidden;
  /** @param {boolean} open */
  const set = (open) => {
    content.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open) onOpen?.();
  };
  set(false);
  button.addEventListener('click', () => set(!isOpen()));
  /** @param {KeyboardEvent} event */
  const closeOnEscape = (event) => {
    if (event.key !== 'Escape' || !isOpen()) return;
    event.stopPropagation();
    set(false);
    button.focus();
  };
  button.addEventListener('keydown', closeOnEscape);
  content.addEventListener('keydown', closeOnEscape);
  document.addEventListener('pointerdown', ({ target }) => {
    if (!(target instanceof Node) || !button.isConnected) return;
    if (!content.contains(target) && !button.contains(target)) set(false);
  });
  return { open: () => set(true), close: () => set(false), isOpen };
}
