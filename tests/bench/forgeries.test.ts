import { expect, test } from 'vitest';
import { forgeOnAccounts, unalteredOnAccounts } from '../../bench/support/account-forgeries.ts';
import { forge, unaltered } from '../../bench/support/approval-forgeries.ts';
import { attacked } from '../../bench/support/attacked.ts';
import { attackedAccounts } from '../../bench/support/attacked-accounts.ts';
import { networkAccounts } from '../../bench/support/network-accounts.ts';
import { random } from '../../bench/support/random.ts';
import { testCampaign } from '../helpers/campaign.ts';

test('whatever somebody alters who can write to the database and has no key of ours, nothing goes out', async () => {
  const campaign = await testCampaign();
  try {
    await campaign.followers('en', 2);
    await campaign.addCase('others');
    const staff = async (...roles: Parameters<typeof campaign.staff>[0]) => (await campaign.staff(roles)).ctx;
    const world = await attacked({
      // Whoever alters rows here may do all that can be done in the database.
      job: { ...campaign.job, db: campaign.db },
      operator: campaign.operator,
      author: await staff('author'),
      approver: await staff('approver'),
      second: await staff('approver'),
      leaver: await staff('approver'),
      lawyer: await staff('lawyer'),
      coordinator: await staff('coordinator'),
      caseId: campaign.caseId,
    });
    expect(await unaltered(world)).toEqual({ post: 2, release: 2, hearing: 2 });
    const told = await forge(world, 42, random('forgeries'));
    for (const [kind, { tried, sent }] of told) expect([kind, tried, sent]).toEqual([kind, 2, 0]);
    expect(told.size).toBe(21);
  } finally {
    await campaign.close();
  }
}, 30_000);

test('nor on an account, whatever is altered of its payloads, deliveries, credentials and what became of them', async () => {
  const campaign = await testCampaign();
  const accounts = await networkAccounts(['mastodon', 'email'], campaign.clock);
  try {
    const staff = async (...roles: Parameters<typeof campaign.staff>[0]) => (await campaign.staff(roles)).ctx;
    const people = {
      job: { ...campaign.job, db: campaign.db },
      operator: campaign.operator,
      author: await staff('author'),
      approver: await staff('approver'),
      second: await staff('approver'),
      leaver: await staff('approver'),
      caseId: campaign.caseId,
    };
    const world = await attackedAccounts(people, campaign.keys, accounts);
    expect(await unalteredOnAccounts(world, random('unaltered'))).toEqual({ mastodon: 2, email: 1 });
    const told = await forgeOnAccounts(world, 30, random('accounts'));
    for (const [kind, { tried, sent }] of told) expect([kind, tried, sent]).toEqual([kind, 2, 0]);
    expect(told.size).toBe(15);
  } finally {
    await accounts.close();
    await campaign.close();
  }
}, 60_000);
