import type { Command } from 'commander';
import { createPartnerSecrets } from '../../crypto/partner-secrets.ts';
import type { PartnerId, PartnerSecretId } from '../../domain/ids.ts';
import type { CoreContext, PartnerSecretsContext } from '../../services/context.ts';
import { addPartner, addPartnerSecret, type NewSecret } from '../../services/partners/add.ts';
import { listPartners } from '../../services/partners/find.ts';
import { revokePartner, revokePartnerSecret } from '../../services/partners/revoke.ts';
import { idFrom } from '../arguments.ts';
import { Failed } from '../failed.ts';
import { openKeys } from '../keys.ts';
import { minute } from '../progress-text.ts';
import { asOperator, readConfig } from '../storage.ts';

const unknown = 'There is no partner of this id. See: partners list';

/** Partners whose monitors report hearings; docs/watch.md is for them. */
export function partnerCommands(program: Command): void {
  const partners = program.command('partners').description('whose monitors report hearings (docs/watch.md)');
  partners
    .command('add')
    .description('take a partner; prints the secret with which their monitor signs, once')
    .requiredOption('--name <name>', 'stands as the source of what they report')
    .action((options: { name: string }) =>
      asOperator(async (ctx) => {
        const added = await addPartner(await withSecrets(ctx), options);
        if (!added.ok) throw new Failed(added.refusal.remedy);
        printSecret(added.value);
      }),
    );
  partners
    .command('secret')
    .description('make another secret for a partner; revoke the old one when they have changed over')
    .argument('<id>', 'as `partners list` shows it', idFrom<PartnerId>('partners list'))
    .action((partnerId: PartnerId) =>
      asOperator(async (ctx) => {
        const added = await addPartnerSecret(await withSecrets(ctx), partnerId);
        if (!added.ok) throw new Failed(unknown);
        printSecret(added.value);
      }),
    );
  partners
    .command('list')
    .description('the partners, their secrets by id, and when they were heard last')
    .action(() =>
      asOperator(async (ctx) => {
        for (const { id, name, heardAt, refusedAt, refusal, secrets } of await listPartners(ctx)) {
          const heard = heardAt === null ? 'never heard' : `heard ${minute(heardAt)}`;
          const refused = refusedAt === null ? '' : `  refused ${minute(refusedAt)} (${refusal})`;
          console.log(`${id}  ${name}  ${heard}${refused}`);
          for (const secret of secrets)
            console.log(`    secret ${secret.id}  since ${minute(secret.createdAt)}`);
        }
      }),
    );
  partners
    .command('revoke')
    .description('listen to a partner no more; with --secret, void one secret of theirs')
    .argument('<id>', 'as `partners list` shows it', idFrom<PartnerId>('partners list'))
    .option('--secret <id>', 'only this secret', idFrom<PartnerSecretId>('partners list'))
    .action((partnerId: PartnerId, { secret }: { secret?: PartnerSecretId }) =>
      asOperator(async (ctx) => {
        const revoked =
          secret === undefined
            ? await revokePartner(ctx, partnerId)
            : await revokePartnerSecret(ctx, { partnerId, secretId: secret });
        if (!revoked.ok) {
          throw new Failed(
            revoked.refusal.code === 'partner-unknown'
              ? unknown
              : 'They have no such secret. See: partners list',
          );
        }
        console.log('Revoked. What they reported stands where it was decided on.');
      }),
    );
}

async function withSecrets(ctx: CoreContext): Promise<PartnerSecretsContext> {
  const config = readConfig();
  const { web } = await openKeys(config);
  if (web === null || web.partnerSecrets === null) {
    throw new Failed(
      `${config.keys.file} lacks the key under which secrets are kept, one of the web role. Run: npm run bray -- keys complete`,
    );
  }
  return { ...ctx, partnerSecrets: createPartnerSecrets(web.partnerSecrets) };
}

function printSecret({ partnerId, secretId, secret }: NewSecret): void {
  console.log('Hand this over by a safe way; the secret is shown only once.');
  console.log(`  report to:  <public address>/watch/${partnerId}`);
  console.log(`  secret:     ${secret}`);
  console.log(`  (its id:    ${secretId})`);
}
