import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { systemClock } from '../../clock.ts';
import { createSealer } from '../../crypto/seal.ts';
import type { AccountId } from '../../domain/ids.ts';
import { type Language, languages } from '../../domain/language.ts';
import { type Network, type NetworkName, networkNames } from '../../domain/network.ts';
import { networksFor } from '../../networks-for.ts';
import { type ConnectContext, connectAccount, reconnectAccount } from '../../services/accounts/connect.ts';
import { disconnectAccount } from '../../services/accounts/disconnect.ts';
import { findAccount } from '../../services/accounts/find.ts';
import { listAccounts } from '../../services/accounts/list.ts';
import { pauseAccount } from '../../services/accounts/pause.ts';
import { resumeAccount } from '../../services/accounts/resume.ts';
import type { CoreContext } from '../../services/context.ts';
import { Slots } from '../../telegram/slots.ts';
import { createTransport } from '../../telegram/transport.ts';
import { askHidden, somebodyIsThere } from '../../terminal.ts';
import { idFrom, oneOf } from '../arguments.ts';
import { Failed } from '../failed.ts';
import { openKeys } from '../keys.ts';
import { asOperator, readConfig } from '../storage.ts';

const parseAccountId = idFrom<AccountId>('accounts list');

export function accountCommands(program: Command): void {
  const accounts = program.command('accounts').description('our logins on networks, where posts go out');
  accounts
    .command('list')
    .description('what is connected, and whether it goes on')
    .action(() =>
      asOperator(async (ctx) => {
        for (const { id, network, language, handle, state, stoppedFor } of await listAccounts(ctx)) {
          const why = stoppedFor === null ? '' : ` (${stoppedFor})`;
          console.log(`${id}  ${network}  ${language}  ${handle}  ${state}${why}`);
        }
      }),
    );
  accounts
    .command('connect')
    .description('connect an account; asks for its credentials, or reads them as name=value lines')
    .argument('<network>', `one of ${networkNames.join(', ')}`, oneOf(networkNames))
    .requiredOption('--language <code>', 'the language of what is posted there', oneOf(languages))
    .action((network: NetworkName, { language }: { language: Language }) =>
      asConnector(async (ctx) => {
        const credentials = await readCredentials(ctx.networks[network]);
        const connected = await connectAccount(ctx, { network, language, credentials });
        if (!connected.ok) throw new Failed(whyNot(connected.refusal));
        console.log(`Connected: ${connected.value.handle}`);
      }),
    );
  accounts
    .command('reconnect')
    .description('give an account new credentials; what waits for it goes on')
    .argument('<id>', 'as `accounts list` shows it', parseAccountId)
    .action((accountId: AccountId) =>
      asConnector(async (ctx) => {
        const account = await findAccount(ctx, accountId);
        if (account === undefined) throw new Failed(NONE);
        const credentials = await readCredentials(ctx.networks[account.network]);
        const connected = await reconnectAccount(ctx, { accountId, credentials });
        if (!connected.ok) throw new Failed(whyNot(connected.refusal));
        console.log(`Connected: ${connected.value.handle}`);
      }),
    );
  const steps = [
    ['pause', 'stop what goes out on an account', pauseAccount],
    ['resume', 'let an account go on', resumeAccount],
    ['disconnect', 'forget an account’s credentials', disconnectAccount],
  ] as const;
  for (const [name, description, verb] of steps) {
    accounts
      .command(name)
      .description(description)
      .argument('<id>', 'as `accounts list` shows it', parseAccountId)
      .action((accountId: AccountId) =>
        asOperator(async (ctx) => {
          const result = await verb(ctx, accountId);
          if (!result.ok) throw new Failed(whyNot(result.refusal));
          console.log(`The account is ${result.value.state}.`);
        }),
      );
  }
}

const NONE = 'There is no account with this id. Run: npm run bray -- accounts list';

function whyNot(refusal: {
  readonly code: string;
  readonly field?: string;
  readonly fault?: string;
  readonly remedy?: string;
}): string {
  if (refusal.code === 'account-unknown') return NONE;
  if (refusal.code === 'account-disconnected')
    return 'The account is disconnected. Run: npm run bray -- accounts reconnect <id>';
  if (refusal.code === 'account-known')
    return 'This account is connected already. Run: npm run bray -- accounts reconnect <id>';
  if (refusal.code === 'another-account') return 'These credentials belong to another account.';
  const { field, fault, remedy, code } = refusal;
  if (remedy === undefined) return code;
  return [fault ?? (field === undefined ? null : `"${field}" is missing or not as it must be.`), remedy]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

/** As the operator, with what it takes to ask a network and to seal. */
function asConnector<R>(work: (ctx: CoreContext & ConnectContext) => Promise<R>): Promise<R> {
  return asOperator(async (ctx) => {
    const config = readConfig();
    const { apiRoot, token } = config.telegram;
    // A channel is looked at through the bot; its token is only here when the environment has it.
    const telegram = token === null ? null : createTransport({ apiRoot, token: token.reveal() });
    const { networks, close } = networksFor(config, telegram && { transport: telegram, slots: new Slots() });
    try {
      const keys = await openKeys(config);
      return await work({ ...ctx, networks, seal: createSealer(keys.public.sealing, systemClock).seal });
    } finally {
      await close();
      await telegram?.close();
    }
  });
}

/** Never from the command line itself: every user of the machine can see that. */
async function readCredentials(network: Network): Promise<Record<string, string>> {
  const credentials: Record<string, string> = {};
  if (somebodyIsThere()) {
    for (const { name, help } of network.credentialFields) {
      const typed = await askHidden(`${name} (${help}): `);
      if (typed === null) throw new Failed('Given up; nothing was connected.');
      credentials[name] = typed;
    }
    return credentials;
  }
  for await (const line of createInterface({ input: process.stdin })) {
    const at = line.indexOf('=');
    if (at > 0) credentials[line.slice(0, at).trim()] = line.slice(at + 1).trim();
  }
  return credentials;
}
