import type { Custody } from '../domain/custody.ts';
import {
  type DrillPerson,
  type Duty,
  isVital,
  type Loss,
  rolesToFill,
  type Situation,
  type StuckText,
} from '../domain/drill.ts';
import { minuteOf } from './minute.ts';

/** What a drill came to, for the operator. */
export function drillText(
  situation: Situation,
  { already, losses }: { readonly already: readonly Duty[]; readonly losses: readonly Loss[] },
  now: Temporal.Instant,
): string[] {
  const lines = [`${situation.people.length} on the staff.`, ''];
  for (const person of situation.people.filter(({ ways }) => !ways.key && !ways.chat && !ways.token))
    lines.push(`${person.name} cannot act at all: no key, no chat, no token that counts.`);
  for (const { name, oneKeyUntil } of situation.people) {
    if (oneKeyUntil === null) continue;
    const when =
      Temporal.Instant.compare(now, oneKeyUntil) < 0
        ? `from ${minuteOf(oneKeyUntil)} on they approve`
        : 'they approve';
    lines.push(`${name} has one key only: ${when} nothing until they have added another one.`);
  }
  if (already.length > 0) {
    lines.push('Impossible already, with everybody there:');
    for (const duty of spoken(already)) lines.push(...told(duty, situation.people, situation));
    lines.push('');
  }
  for (const { gone, broken, healed } of losses) {
    const without = `Without ${gone.map(({ name }) => name).join(' and ')}:`;
    if (broken.length === 0) {
      lines.push(`${without} nothing more breaks.`);
      continue;
    }
    lines.push(without);
    const left = situation.people.filter((person) => !gone.includes(person));
    for (const duty of spoken(broken))
      lines.push(...(healed.includes(duty) ? forADay(duty, left, situation) : told(duty, left, situation)));
  }
  lines.push('', recorded(situation));
  return lines;
}

/** Which texts wait in vain today, with everybody there, and what helps. */
export function stuckLines(stuck: readonly StuckText[]): string[] {
  if (stuck.length === 0) return [];
  return [
    'Texts that wait in vain, since too few may approve them:',
    ...stuck.flatMap(({ postId, slug, language, approvals, may, lackKeys }) => {
      const who = may.length === 0 ? 'nobody' : `only ${names(may)}`;
      const keys =
        lackKeys.length === 0 ? '' : ` Or ${names(lackKeys)} can, once they have two keys: /console/keys.`;
      return [
        `  ${slug}, in ${language} (post ${postId}): it takes ${approvals}, and ${who} may.`,
        `          Make one more person who reads ${language} an approver, or let one person begin it anew as a post of their own.${keys}`,
      ];
    }),
    '',
  ];
}

/** Where no language is left, each of them need not be named. */
function spoken(broken: readonly Duty[]): readonly Duty[] {
  const kinds = new Set(broken.map(({ kind }) => kind));
  const posts = broken.flatMap((duty) => (duty.kind === 'post' ? [duty.language] : []));
  return broken.filter((duty) => {
    if (duty.kind === 'post') return !kinds.has('any-post');
    // What cannot be told at all cannot be told as a press release either.
    if (duty.kind === 'any-release') return !kinds.has('any-post');
    if (duty.kind === 'release')
      return !kinds.has('any-post') && !kinds.has('any-release') && !posts.includes(duty.language);
    return true;
  });
}

/** What comes back by those whom two have named in advance. */
function forADay(duty: Duty, left: readonly DrillPerson[], { successors }: Situation): string[] {
  const named = left.flatMap(({ id, name }) => {
    const roles = successors.filter(({ staffId }) => staffId === id).flatMap((one) => one.roles);
    return roles.length === 0 ? [] : [`${name} as ${roles.join(', ')}`];
  });
  return [
    `  a day   ${dutyText(duty)}`,
    `          Until then named successors have taken over, once one person asks them in the console: ${named.join('; ')}.`,
  ];
}

function told(duty: Duty, left: readonly DrillPerson[], situation: Situation): string[] {
  const mark = isVital(duty) ? 'BREAKS' : 'lost  ';
  return [`  ${mark}  ${dutyText(duty)}`, `          ${remedy(duty, left, situation)}`];
}

/** A duty in words. */
export function dutyText(duty: Duty): string {
  switch (duty.kind) {
    case 'any-post':
      return 'posts, in any language, on every open case';
    case 'post':
      return `posts in ${duty.language}, on every open case`;
    case 'any-release':
      return 'press releases, in any language, on every open case';
    case 'release':
      return `press releases in ${duty.language}, on every open case`;
    case 'facts':
      return `facts of hearings and incidents of ${duty.slug}: one records them, another decides`;
    case 'lift-pause':
      return 'starting posts again after a pause: two approvers';
    case 'stop-alert':
      return 'pausing an alert of a hearing: two of approvers, coordinators, lawyers';
    case 'invite':
      return 'inviting somebody in the console: two admins with keys';
    case 'replace-keys':
      return `new keys for ${duty.name}, should theirs be lost: two others with keys`;
    case 'custody':
      return custodyLost[duty.custody];
  }
}

const custodyLost: Readonly<Record<Custody, string>> = {
  machine: 'signing in on the machine',
  'key-file': 'the copy of the key file',
  passphrase: 'the passphrase of the keys: after the next restart nothing is sent',
  share: 'enough shares of the keys: after the next restart nothing is sent',
  backup: 'the backup',
  bot: 'the Telegram account that owns the bot',
  domain: 'the account of the domains',
};

function remedy(duty: Duty, left: readonly DrillPerson[], situation: Situation): string {
  if (duty.kind === 'custody') return custodyRemedy[duty.custody];
  const dormant = left.filter(({ ways }) => (situation.staffSite ? !ways.key : !ways.chat && !ways.token));
  const wake =
    dormant.length === 0
      ? ''
      : situation.staffSite
        ? ` ${names(dormant)} ${dormant.length === 1 ? 'has' : 'have'} no key yet: staff invite.`
        : ` ${names(dormant)} cannot act yet: staff token, or a chat linked with the bot.`;
  if (duty.kind === 'replace-keys')
    return `Give one more person a role that vouches (admin, approver).${wake}`;
  const reads = duty.kind === 'post' || duty.kind === 'release' ? ` who reads ${duty.language}` : '';
  const inAdvance =
    situation.staffSite && isVital(duty) ? ' Or let two name one among you in advance, in the console.' : '';
  return `Take on a successor${reads}, as ${rolesToFill(duty).join(' or ')}: ${byWhom(duty, left)}.${wake}${inAdvance}`;
}

/** Two admins are quicker than whoever must come to the machine. */
function byWhom(duty: Duty, left: readonly DrillPerson[]): string {
  const admins = left.filter(({ roles, ways }) => roles.includes('admin') && ways.key);
  if (duty.kind !== 'invite' && admins.length >= 2)
    return `${names(admins.slice(0, 2))} invite them in the console`;
  const atMachine = left.filter(({ custody }) => custody.includes('machine'));
  return atMachine.length === 0
    ? 'at the machine, npm run bray -- staff add'
    : `${names(atMachine)}, at the machine: npm run bray -- staff add`;
}

const custodyRemedy: Readonly<Record<Custody, string>> = {
  machine: 'Let one more person sign in there, with an account of their own.',
  'key-file': 'Give a copy to one more person, in another place.',
  passphrase: 'Tell it to one more person, or divide the keys: keys share.',
  share: 'Divide the keys anew, with more shares or fewer needed: keys share.',
  backup: 'Give a copy to one more person, in another place.',
  bot: 'Name a reserve bot of somebody else (campaign reserve): only its owner can hand a bot over, in BotFather.',
  domain: 'Let one more person into that account; without it the staff site moves, as docs/handover.md says.',
};

function recorded({ people, outside, keys }: Situation): string {
  const held = new Set([...people, ...outside].flatMap(({ custody }) => custody));
  const opener =
    keys === 'open' ? [] : [keys === 'passphrase' ? ('passphrase' as const) : ('share' as const)];
  const wanted: Custody[] = ['machine', 'key-file', ...opener, 'backup', 'bot', 'domain'];
  const missing = wanted.filter((custody) => !held.has(custody));
  if (missing.length === 0) return 'Who holds what outside the service is written down.';
  return `Nowhere written down who holds: ${missing.join(', ')}. Give a file with lines like "Leyla: machine, backup" in --custody; keep it with the copy of the keys.`;
}

function names(people: readonly DrillPerson[]): string {
  return people.map(({ name }) => name).join(' and ');
}
