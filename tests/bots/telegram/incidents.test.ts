import { afterEach, beforeEach, expect, it } from 'vitest';
import { approvals, persons } from '../../../src/db/schema/index.ts';
import type { StaffActor } from '../../../src/domain/actor.ts';
import type { CaseId } from '../../../src/domain/ids.ts';
import type { IncidentFacts } from '../../../src/domain/incident.ts';
import { type Language, languages } from '../../../src/domain/language.ts';
import type { Role } from '../../../src/domain/words.ts';
import { dispatchNextAlert } from '../../../src/services/alerts/dispatch.ts';
import { recordConsent } from '../../../src/services/consents/record.ts';
import { withdrawConsent } from '../../../src/services/consents/withdraw.ts';
import { actingAs } from '../../../src/services/context.ts';
import { recordIncident } from '../../../src/services/incidents/record.ts';
import { reviseIncident } from '../../../src/services/incidents/revise.ts';
import { createStaffLink } from '../../../src/services/staff/add.ts';
import { arrestFacts } from '../../helpers/incident.ts';
import { addCase, addStaffMember, courier, createWorld, deliver, person, say, type World } from '../world.ts';

let world: World;
let caseId: CaseId;
beforeEach(async () => {
  world = await createWorld({ clockAt: '2009-07-08T18:00:00Z' });
  caseId = await addCase(world, 'one', { en: 'One', ru: 'Первое' }, { persons: [{ en: 'Emin Milli' }] });
  await world.bot.start();
});
afterEach(() => world.end());

async function linked(name: string, roles: readonly Role[]) {
  const id = await addStaffMember(world, name, { roles });
  const chat = person(world, 'en');
  await chat.starts(`staff_${await createStaffLink(world.web, id)}`);
  const actor: StaffActor = { kind: 'staff', id, name, roles, languages, cases: null, via: 'api' };
  return { id, chat, ctx: actingAs(world.web, actor) };
}

async function follower(language: Language) {
  const chat = person(world, language);
  await chat.starts('one');
  await chat.taps(say(language, 'button-follow'));
  return chat;
}

async function goesOut(): Promise<void> {
  while ((await dispatchNextAlert(world.job)) !== null);
  await deliver(world);
}

it('an incident is recorded, approved by a button, told to each in their language, corrected, and stopped when consent ends', async () => {
  const lawyer = await linked('Lawyer', ['lawyer']);
  const approver = await linked('Approver', ['approver']);
  const english = await follower('en');
  const russian = await follower('ru');
  const [prisoner] = await world.db.select().from(persons);
  const facts: IncidentFacts = {
    ...arrestFacts,
    personIds: [prisoner!.id],
    what: { en: 'Emin Milli was taken away.', ru: 'Эмина Милли увезли.' },
  };

  const recorded = await recordIncident(lawyer.ctx, { caseId, facts });
  if (!recorded.ok) throw new Error(recorded.refusal.code);
  const { incidentId } = recorded.value;
  await courier(world);
  expect(lawyer.chat.last()).not.toContain('To approve');
  expect(approver.chat.last()).toMatch(
    /^To approve: an incident in the case “One”.*Emin Milli was taken away\..*Эмина Милли увезли\./s,
  );
  await approver.chat.taps('Approve');
  expect(approver.chat.last()).toBe(say('en', 'staff-hearing-approved'));
  expect((await world.db.select().from(approvals))[0]).toMatchObject({
    subjectType: 'incident',
    subjectId: incidentId,
    staffId: approver.id,
    via: 'bot',
  });

  await goesOut();
  expect(english.last()).toMatch(/^Arrest: One\nReported by IRFS.*Emin Milli was taken away\./s);
  expect(russian.last()).toMatch(/^Задержание: «Первое»\nСообщает: IRFS.*Эмина Милли увезли\./s);
  expect(english.buttons()).toEqual([say('en', 'button-stop-case'), say('en', 'button-stop-all')]);

  const corrected: IncidentFacts = { ...facts, amendment: 'corrects', localTime: '21:00' };
  expect(await reviseIncident(lawyer.ctx, { incidentId, basedOn: 1, facts: corrected })).toMatchObject({
    ok: true,
  });
  await courier(world);
  expect(approver.chat.last()).toMatch(/the correction of an incident.*In effect now: When: .*22:00/s);
  await approver.chat.taps('Approve');
  await goesOut();
  expect(english.last()).toMatch(/^Correction: One.*We were wrong: When: .*22:00.*\nCorrect: When: .*21:00/s);
  expect(russian.last()).toMatch(/^Исправление: «Первое».*Мы ошиблись: Когда: .*22:00.*21:00/s);

  const given = await recordConsent(lawyer.ctx, {
    caseId,
    personId: prisoner!.id,
    covers: 'health',
    givenBy: 'family',
  });
  if (!given.ok) throw new Error(given.refusal.code);
  const ill: IncidentFacts = { ...facts, kind: 'health', what: { en: 'He is ill.' } };
  for (const decision of ['Approve', null]) {
    expect(await recordIncident(lawyer.ctx, { caseId, facts: ill })).toMatchObject({ ok: true });
    await courier(world);
    if (decision !== null) await approver.chat.taps(decision);
  }
  expect(await withdrawConsent(lawyer.ctx, given.value)).toMatchObject({ value: { revisions: 2 } });
  await approver.chat.taps('Approve');
  expect(approver.chat.last()).toBe(say('en', 'staff-refused', { reason: 'already-decided' }));
  await goesOut();
  expect(english.sees().join()).not.toContain('He is ill');
});
