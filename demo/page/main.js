import { makeAnnouncer } from './announcer.js';
import { Chats, openStaffRoom } from './chats.js';
import { byId } from './dom.js';
import { isOtherRun, TimeMachine } from './machine.js';
import { follow, moveTime, readDemo, readTime } from './server.js';

/** Wide enough for three followers and the staff beside each other. */
const WIDE = '(min-width: 1560px)';
const SEEN = 'bray-about-seen';

const announcer = makeAnnouncer();
/** @type {Chats | null} */
let chats = null;
let opening = false;

const machine = new TimeMachine({
  happened({ at, kind }) {
    if (kind !== 'moved-earlier') return;
    const emphasise = () => chats?.emphasise(Date.parse(at));
    emphasise();
    // The messages come on another stream, and may be a moment later than the news.
    setTimeout(emphasise, 400);
    setTimeout(emphasise, 1500);
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

/** @param {() => Promise<void>} work */
async function behindCurtain(work) {
  opening = true;
  byId('curtain').hidden = false;
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
    connected: (connected) => document.body.classList.toggle('unconnected', !connected),
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
