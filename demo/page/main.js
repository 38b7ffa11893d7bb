import { makeAnnouncer } from './announcer.js';
import { Chats, openStaffRoom } from './chats.js';
import { byId } from './dom.js';
import { isOtherRun, TimeMachine } from './machine.js';
import { waitsForApproval } from './moment.js';
import { follow, moveTime, readDemo, readTime } from './server.js';

/** Wide enough for three followers and the staff beside each other. */
const WIDE = '(min-width: 1560px)';
/** A chat gets one message a second, and the clock runs while one waits for it. */
const ALERTS_TAKE_MS = 90_000;
const BREAK_MS = 3000;
const SEEN = 'bray-about-seen';

const announcer = makeAnnouncer();
/** @type {Chats | null} */
let chats = null;
let opening = false;

const machine = new TimeMachine({
  happened(moment, before) {
    if (waitsForApproval(moment.kind)) return;
    // From when it was recorded: the visitor may have approved it before the script did, or rejected it.
    const waited = before !== undefined && waitsForApproval(before.kind);
    const from = Date.parse(waited ? before.at : moment.at);
    const to = Date.parse(moment.at) + ALERTS_TAKE_MS;
    const emphasise = () => moment.kind === 'moved-earlier' && chats?.emphasise(from, to);
    emphasise();
    // The messages come on another stream, and may be a moment later than the news.
    setTimeout(emphasise, 400);
    setTimeout(() => {
      emphasise();
      machine.concludeWithoutTold(moment, chats?.countTold(from, to) ?? 0);
    }, 1500);
  },
  announce: (sentence) => announcer.say(sentence),
  beSecond: () => chats?.goToApprover(),
  async restart(scene) {
    await behindCurtain(async () => {
      await moveTime('restart', { scene });
      machine.show(await readTime());
      await openChats();
    });
  },
  failed: showTrouble,
});

/** @param {unknown} error */
function showTrouble(error) {
  const trouble = byId('trouble');
  trouble.textContent = `That did not work: ${error instanceof Error ? error.message : String(error)}`;
  trouble.hidden = false;
  setTimeout(() => {
    trouble.hidden = true;
  }, 8000);
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let missing;

/** A short break is nobody's concern, and a scene that is being set is none. @param {boolean} connected */
function showConnected(connected) {
  clearTimeout(missing);
  if (connected) document.body.classList.remove('unconnected');
  else missing = setTimeout(() => document.body.classList.toggle('unconnected', !opening), BREAK_MS);
}

/** @param {() => Promise<void>} work */
async function behindCurtain(work) {
  opening = true;
  byId('curtain').hidden = false;
  showConnected(true);
  try {
    await work();
  } finally {
    byId('curtain').hidden = true;
    opening = false;
  }
}

async function openChats() {
  const demo = await readDemo();
  chats?.end();
  chats = new Chats(demo, {
    zone: () => machine.zone,
    messageIn: (chat) => announcer.messageIn(chat),
    failed: showTrouble,
    connected: showConnected,
  });
}

/** Somebody began a scene anew in another window of this page. @param {import('./server.js').TimeState} time */
async function followRestart(time) {
  if (opening) return;
  const before = machine.time;
  machine.show(time);
  if (before === null || !isOtherRun(before, time)) return;
  await behindCurtain(openChats);
}

function openAbout() {
  const about = byId('about');
  const button = byId('about-button', HTMLButtonElement);
  /** @param {boolean} open */
  const show = (open) => {
    about.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (!open) localStorage.setItem(SEEN, 'yes');
  };
  button.addEventListener('click', () => show(about.hidden === true));
  byId('about-close').addEventListener('click', () => {
    show(false);
    button.focus();
  });
  show(localStorage.getItem(SEEN) === null);
}

function openStaff() {
  const wide = matchMedia(WIDE);
  openStaffRoom(wide.matches);
  wide.addEventListener('change', () => openStaffRoom(wide.matches));
  byId('rail').addEventListener('click', () => openStaffRoom(!byId('staff').classList.contains('open')));
}

async function begin() {
  openAbout();
  openStaff();
  machine.show(await readTime());
  await openChats();
  follow('/time/stream', {
    opened: () => undefined,
    broken: () => undefined,
    on: {
      time: (time) => void followRestart(time).catch(showTrouble),
      told: (told) => machine.showTold(told),
    },
  });
}

begin().catch(showTrouble);
