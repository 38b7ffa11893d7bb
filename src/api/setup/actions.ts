import { isLanguage, type Language } from '../../domain/language.ts';
import { NAME_MAX_GRAPHEMES, parseName } from '../../domain/name.ts';
import { parseZone } from '../../domain/zone.ts';
import { translate } from '../../i18n/index.ts';
import { isolate } from '../../i18n/isolate.ts';
import { foundCampaign } from '../../services/campaigns/found.ts';
import { readSetUpState } from '../../services/campaigns/set-up-state.ts';
import { addStaff } from '../../services/staff/add.ts';
import { issueToken } from '../../services/staff/issue-token.ts';
import { sendTestMessage } from '../../services/staff/send-test.ts';
import type { FieldFault, Form } from '../form.ts';
import type { SetUpMachine } from './deps.ts';
import { asOperator, type Memory, type Step } from './flow.ts';

/** What an action works on: the step that was found just before, so that a form sent twice acts once. */
export interface Acting {
  readonly machine: SetUpMachine;
  readonly memory: Memory;
  readonly language: Language;
  readonly step: Step;
  readonly form: Form;
}

/** What was wrong, field by field; nothing when it was done, or had been done before. */
export type Acted = readonly FieldFault[];

const done: Acted = [];

/** Every form of the set-up, by the last part of its path. */
export const actions = {
  unlock,
  bot: takeToken,
  back: dropToken,
  campaign: found,
  passphrase: protect,
  start,
  test: seeTest,
  'test-again': sendTestAgain,
  second: invite,
  'second-passed': passSecond,
} as const satisfies Record<string, (acting: Acting) => Promise<Acted>>;

/** The last part of a form's address. */
export type ActionName = keyof typeof actions;

/** Whether there is a form that posts to this name. */
export function isAction(name: string): name is ActionName {
  return Object.hasOwn(actions, name);
}

async function unlock({ machine, language, step, form }: Acting): Promise<Acted> {
  if (step.name !== 'unlock') return done;
  if ((await machine.unlock(form.exact('passphrase'))) === 'wrong') {
    return [{ field: 'passphrase', text: translate(language, 'unlock-wrong') }];
  }
  return startIfReady(machine, language);
}

async function takeToken({ machine, language, step, form }: Acting): Promise<Acted> {
  if (step.name !== 'bot') return done;
  const pasted = form.text('token');
  const label = translate(language, 'setup-bot-token-label');
  if (pasted === '') return [required('token', language, label)];
  const check = await machine.takeToken(pasted);
  if (check.kind === 'taken') return startIfReady(machine, language);
  const text = {
    malformed: 'setup-bot-malformed',
    wrong: 'setup-bot-wrong',
    unreachable: 'setup-bot-unreachable',
    'in-use': 'setup-bot-has-webhook',
  } as const;
  return [{ field: 'token', text: translate(language, text[check.kind]) }];
}

async function dropToken({ machine, step }: Acting): Promise<Acted> {
  if (step.name === 'campaign') machine.dropToken();
  return done;
}

async function found({ machine, language, step, form }: Acting): Promise<Acted> {
  if (step.name !== 'campaign') return done;
  const campaign = { name: form.text('name'), languages: chosen(form, 'languages'), zone: form.text('zone') };
  const coordinator = { name: form.text('coordinator'), reads: chosen(form, 'reads'), language };
  const faults = [
    ...(step.founded
      ? []
      : [
          ...nameFaults('name', campaign.name, language, 'setup-campaign-name-label'),
          ...languageFaults('languages', campaign.languages, language),
          ...zoneFaults(campaign.zone, language),
        ]),
    ...nameFaults('coordinator', coordinator.name, language, 'setup-your-name-label'),
    ...languageFaults('reads', coordinator.reads, language),
  ];
  if (faults.length > 0) return faults;
  const founded = await foundCampaign(machine.core, { campaign, coordinator });
  if (!founded.ok) throw new Error(`A form that was checked was refused: ${founded.refusal.code}.`);
  return startIfReady(machine, language);
}

async function protect({ machine, language, step, form }: Acting): Promise<Acted> {
  if (step.name !== 'passphrase') return done;
  const passphrase = form.exact('passphrase');
  if (passphrase !== form.exact('repeat')) {
    return [{ field: 'repeat', text: translate(language, 'setup-passphrase-differ') }];
  }
  const protection = await machine.protect(passphrase);
  switch (protection.kind) {
    case 'protected':
      return startIfReady(machine, language);
    case 'passphrase-too-short': {
      const text = translate(language, 'setup-passphrase-too-short', { min: machine.passphraseMin });
      return [{ field: 'passphrase', text }];
    }
    case 'folder-not-writable': {
      const text = translate(language, 'setup-error-folder', { folder: protection.folder });
      return [{ field: '', text }];
    }
  }
}

async function start({ machine, language, step }: Acting): Promise<Acted> {
  return step.name === 'start' ? startIfReady(machine, language) : done;
}

/** Starts the service as soon as nothing is missing for it. */
async function startIfReady(machine: SetUpMachine, language: Language): Promise<Acted> {
  if (machine.running() !== null || machine.keys() !== 'open' || machine.bot() === null) return done;
  const { campaign, people } = await readSetUpState(machine.core);
  if (campaign === null || people.length === 0) return done;
  switch (await machine.start()) {
    case 'running':
      return done;
    case 'token-refused':
      // The page of the bot comes next, and says so.
      machine.dropToken();
      return [{ field: 'token', text: translate(language, 'setup-bot-wrong') }];
    case 'unreachable':
      return [{ field: '', text: translate(language, 'setup-bot-unreachable') }];
    case 'failed':
      return [{ field: '', text: translate(language, 'setup-error-start') }];
  }
}

async function seeTest({ memory, step }: Acting): Promise<Acted> {
  if (step.name === 'test' && step.stage.is === 'over') memory.testSeen = true;
  return done;
}

async function sendTestAgain({ machine, step }: Acting): Promise<Acted> {
  const running = machine.running();
  if (step.name !== 'test' || step.stage.is === 'waiting' || running === null) return done;
  const [first] = (await readSetUpState(machine.core)).people;
  if (first !== undefined) await sendTestMessage(asOperator(running), { staffId: first.id, again: true });
  return done;
}

async function invite({ machine, language, step, form }: Acting): Promise<Acted> {
  const running = machine.running();
  if (step.name !== 'second' || step.stage.is !== 'asking' || running === null) return done;
  const name = form.text('second');
  const reads = chosen(form, 'reads');
  const faults = [
    ...nameFaults('second', name, language, 'setup-second-name-label'),
    ...languageFaults('reads', reads, language),
  ];
  const [firstRead] = reads;
  if (faults.length > 0 || firstRead === undefined) return faults;
  const added = await addStaff(asOperator(running), {
    name,
    // So that each may approve what the other wrote.
    roles: ['approver', 'author'],
    reads,
    // They can choose another with /language.
    language: reads.includes(language) ? language : firstRead,
  });
  if (!added.ok) throw new Error(`A form that was checked was refused: ${added.refusal.code}.`);
  return done;
}

async function passSecond({ memory, step }: Acting): Promise<Acted> {
  if (step.name === 'second') memory.secondPassed = true;
  return done;
}

/** The last thing: the coordinator's token for the admin API, answered once. Null when it is not time for it. */
export async function finish({ machine, step }: Pick<Acting, 'machine' | 'step'>): Promise<string | null> {
  const running = machine.running();
  if (step.name !== 'finish' || running === null) return null;
  const [first] = (await readSetUpState(machine.core)).people;
  return first === undefined ? null : issueToken(asOperator(running), first.id);
}

function chosen(form: Form, field: string): Language[] {
  return [...new Set(form.all(field).filter(isLanguage))];
}

type NameLabel = 'setup-campaign-name-label' | 'setup-your-name-label' | 'setup-second-name-label';

function nameFaults(field: string, typed: string, language: Language, label: NameLabel): FieldFault[] {
  const name = parseName(typed);
  if (name.ok) return [];
  if (name.fault === 'empty') return [required(field, language, translate(language, label))];
  return [{ field, text: translate(language, 'setup-error-name', { max: NAME_MAX_GRAPHEMES }) }];
}

function languageFaults(field: string, list: readonly Language[], language: Language): FieldFault[] {
  return list.length > 0 ? [] : [{ field, text: translate(language, 'setup-error-languages') }];
}

function zoneFaults(typed: string, language: Language): FieldFault[] {
  const zone = parseZone(typed);
  if (zone.ok) return [];
  if (typed === '') return [required('zone', language, translate(language, 'setup-zone-label'))];
  const suggestions = zone.fault === 'unknown-zone' ? zone.suggestions : [];
  const text = [translate(language, 'setup-error-zone'), ...suggestions.map(isolate)].join(' ');
  return [{ field: 'zone', text }];
}

function required(field: string, language: Language, label: string): FieldFault {
  return { field, text: translate(language, 'setup-error-required', { field: label }) };
}
