// Keeps what is typed in the post editor: on this device at once, with us every few seconds. Without it the form works too.
const form = document.querySelector('form[data-drafts]');

if (form !== null) keepTyped(form);

function keepTyped(form) {
  const { drafts, keep: prefix } = form.dataset;
  const said = JSON.parse(form.dataset.said);
  const status = document.querySelector('#draft-status');
  const pause = 3000;
  let timer;
  let isSending = false;

  const fields = () => [...form.querySelectorAll('textarea, input[type="text"]')];
  const keyOf = (field) => `${prefix}/${field.name}`;
  // By the paragraph of the source as it was seen: its place may be another one by now.
  const seenBy = (field) => form.elements[field.name.replace(/^text-/, 'seen-')]?.value ?? '';
  const say = (text) => {
    status.textContent = text;
  };

  /** What this device has and we may not: it is newer than what the page came with. */
  function restore() {
    const left = Object.keys(localStorage).filter((key) => key.startsWith(`${prefix}/`));
    let restored = 0;
    for (const key of left) {
      const { seen, text, version } = JSON.parse(localStorage.getItem(key));
      const named = fields().find((field) => keyOf(field) === key);
      const field =
        fields().find((one) => seen !== '' && one.name.startsWith('text-') && seenBy(one) === seen) ?? named;
      if (field === undefined || field.value === text) {
        if (field !== undefined) localStorage.removeItem(key);
        continue;
      }
      field.value = text;
      // It was written from this version: what a colleague saved since is not overwritten unseen.
      if (Number(version) < Number(form.elements.version.value)) form.elements.version.value = version;
      localStorage.removeItem(key);
      remember(field);
      restored += 1;
    }
    if (restored > 0) {
      say(said.restored);
      later(0);
    }
  }

  function remember(field) {
    const kept = { seen: seenBy(field), text: field.value, version: form.elements.version.value };
    localStorage.setItem(keyOf(field), JSON.stringify(kept));
  }

  function later(wait = pause) {
    clearTimeout(timer);
    timer = setTimeout(send, wait);
  }

  async function send() {
    if (isSending) return later();
    if (!navigator.onLine) return say(said.offline);
    isSending = true;
    const sent = new Map(fields().map((field) => [field, field.value]));
    try {
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(drafts, { method: 'POST', body, redirect: 'error' });
      if (!/^application\/json/.test(answer.headers.get('Content-Type') ?? '')) {
        if (answer.status === 403) return say(said.signedOut);
        throw new Error('Not an answer of ours.');
      }
      const told = await answer.json();
      say(told.said);
      if (told.preview !== undefined) show(told.preview);
      if (!told.kept) return;
      for (const [field, value] of sent) if (field.value === value) localStorage.removeItem(keyOf(field));
    } catch {
      // No line, or a server that is away: it is tried again, and what was typed stays on this device.
      say(said.offline);
      later(10_000);
    } finally {
      isSending = false;
    }
  }

  function show(preview) {
    document.querySelector('#preview').replaceChildren(...preview.flatMap(shown));
  }

  function shown({ title, note, parts }) {
    return [
      made('h3', title),
      ...(note === null ? [] : [fault(note)]),
      ...parts.map((part) => message(part)),
    ];
  }

  function fault(text) {
    const element = made('p', text);
    element.className = 'fault';
    return element;
  }

  function message(text) {
    const element = made('div', text);
    element.className = 'message';
    element.dir = 'auto';
    return element;
  }

  function made(name, text) {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  }

  form.addEventListener('input', ({ target }) => {
    if (fields().includes(target)) remember(target);
    later();
  });
  /** Puts a locked fact where one writes, instead of asking the server to. */
  function put(event) {
    const lock = event.target.closest('button.lock');
    const field = lock?.closest('.field')?.querySelector('textarea');
    if (field == null) return;
    event.preventDefault();
    field.setRangeText(lock.textContent, field.selectionStart, field.selectionEnd, 'end');
    field.focus();
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  form.addEventListener('click', put);
  form.addEventListener('submit', (event) => {
    if (navigator.onLine) return;
    // The browser would put a page of its own in the place of this one.
    event.preventDefault();
    say(said.offline);
  });
  addEventListener('offline', () => say(said.offline));
  addEventListener('online', () => later(0));
  restore();
}
