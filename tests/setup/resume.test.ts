import { afterEach, beforeEach, expect, test } from 'vitest';
import { person } from '../service/people.ts';
import { eventually } from '../service/process.ts';
import { type SetUpTrial, setUpTrial } from './set-up-trial.ts';
import { campaignFields, firstVisitor, printedLink } from './visitor.ts';
import { escaped, passphrase, say } from './walk.ts';

let open: SetUpTrial;
beforeEach(async () => {
  open = await setUpTrial();
});
afterEach(() => open.close());

test('killed between any two steps, it goes on where it was', async () => {
  const { telegram, bot, database, trial } = open;
  const kill = () => service.end('SIGKILL');
  let service = trial.start();
  let visitor = await firstVisitor(service);
  await visitor.post('bot', { token: bot.token });
  await kill();

  // A token is never on disk before there are keys to seal it with.
  service = trial.start();
  visitor = await firstVisitor(service);
  expect(await visitor.heading()).toBe(say('en', 'setup-bot-title'));
  await visitor.post('bot', { token: bot.token });
  await visitor.post('campaign', campaignFields);
  await kill();

  service = trial.start();
  visitor = await firstVisitor(service);
  await visitor.post('bot', { token: bot.token });
  expect(await visitor.heading()).toBe(say('en', 'setup-passphrase-title'));
  await visitor.post('passphrase', { passphrase, repeat: passphrase });
  expect(await visitor.heading()).toBe(say('en', 'setup-test-title'));
  await kill();

  service = trial.start();
  visitor = await firstVisitor(service);
  expect(await visitor.heading()).toBe(say('en', 'unlock-title'));
  const wrong = await visitor.post('unlock', { passphrase: 'not this one, surely' });
  expect(wrong).toMatchObject({ status: 422, text: expect.stringContaining(say('en', 'unlock-wrong')) });
  await visitor.post('unlock', { passphrase });
  expect(await visitor.heading()).toBe(say('en', 'setup-test-title'));
  const leyla = person(telegram.standIn, 'en');
  leyla.starts(/start=(staff_[\w-]+)/.exec(await visitor.page())?.[1]);
  const sent = say('en', 'setup-test-message', { campaign: campaignFields.name });
  await eventually(() => visitor.page().then((page) => page.includes(escaped(say('en', 'setup-test-sent')))));
  await leyla.gets(sent);
  await kill();

  service = trial.start();
  visitor = await firstVisitor(service);
  await visitor.post('unlock', { passphrase });
  await visitor.post('test');
  await visitor.post('second', { second: 'Əli', reads: ['az'] });
  const invited = /start=(staff_[\w-]+)/.exec(await visitor.page())?.[1];
  await kill();

  service = trial.start();
  visitor = await firstVisitor(service);
  await visitor.post('unlock', { passphrase });
  await visitor.post('test');
  expect(await visitor.heading()).toBe(say('en', 'setup-second-title'));
  // The link that was given away before the end still works.
  const ali = person(telegram.standIn, 'az');
  ali.starts(invited);
  await eventually(() => visitor.page().then((page) => page.includes(say('en', 'setup-second-joined'))));
  await visitor.post('second-passed');
  const done = await visitor.post('finish');
  expect(done.text).toMatch(/bray_[\w-]{43}/);
  expect((await visitor.post('finish')).status).toBe(303);
  await kill();

  service = trial.start();
  expect(new URL(await printedLink(service)).pathname).toMatch(/^\/unlock\//);
  await kill();

  // A token that was revoked meanwhile is pasted anew; nothing else is asked again.
  telegram.standIn.addFault({ fault: { kind: 'unauthorized' }, method: 'getMe' });
  service = trial.start({ KEYS_PASSPHRASE: passphrase });
  visitor = await firstVisitor(service);
  expect(await visitor.heading()).toBe(say('en', 'setup-bot-title'));
  await visitor.post('bot', { token: bot.token });
  expect(await visitor.heading()).toBe(say('en', 'setup-done-title'));
  await service.port();
  expect(leyla.received().filter(({ text }) => text === sent)).toHaveLength(1);
  expect(await database.sql`select 1 from staff`).toHaveLength(2);
});
