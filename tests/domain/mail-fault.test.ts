import { expect, test } from 'vitest';
import { type MailFault, mailFault } from '../../src/domain/mail-fault.ts';

test.each<[MailFault, string]>([
  ['gone', '5.1.1 5.1.0 5.1.2 5.1.3 5.1.6 5.1.10 5.2.0 5.2.1 550 551 553'],
  ['unreached', '5.2.2 5.2.4 5.3.0 5.3.2 5.4.1 5.4.4 5.4.6 5.5.0 5.0.0 4.4.7 4.2.2 4.1.1 552'],
  ['ours', '5.1.7 5.1.8 5.2.3 5.3.4 5.6.0 5.7.1 5.7.26 4.7.0 2.0.0 554 503'],
])('a server that blames %s answers one of %s', (fault, answers) => {
  expect(answers.split(' ').filter((answer) => mailFault(answer) !== fault)).toEqual([]);
});
