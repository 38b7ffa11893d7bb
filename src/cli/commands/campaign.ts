import { type Command, Option } from 'commander';
import { systemClock } from '../../clock.ts';
import { approvalCounts } from '../../domain/approval-policy.ts';
import { type Language, languages } from '../../domain/language.ts';
import { withoutIsolation } from '../../i18n/isolate.ts';
import { createCampaign } from '../../services/campaigns/create.ts';
import { findNewestBot, findOnlyCampaign } from '../../services/campaigns/ensure-bot.ts';
import { findCampaign } from '../../services/campaigns/find.ts';
import { botNotices } from '../../services/campaigns/reserve.ts';
import { setApprovalPolicy, setApprovalPolicyByOperator } from '../../services/campaigns/set-approvals.ts';
import { setReserveByOperator } from '../../services/campaigns/set-reserve.ts';
import { someOf } from '../arguments.ts';
import { asStaff, speaking } from '../as-staff.ts';
import { Failed } from '../failed.ts';
import { asOperator, withDatabase } from '../storage.ts';

const unusable =
  'Write a name as Telegram shows it: 5 to 32 Latin letters, digits and underscores; that of a bot ends in "bot".';

/** What was given; "none" for nothing, and what is left out stays. */
function chosen(given: string | undefined, present: string | null): string | null {
  if (given === undefined) return present;
  return given === 'none' ? null : given;
}

function approvalsOf(kind: string): Option {
  return new Option(`--${kind} <count>`, 'by how many people').choices(approvalCounts.map(String));
}

const countOf = (given: string | undefined) => approvalCounts.find((one) => String(one) === given);

export function campaignCommands(program: Command): void {
  const campaign = program.command('campaign').description('the campaign that this service speaks for');
  campaign
    .command('reserve')
    .description('what followers are told to turn to when the bot falls silent; without options, as it is')
    .option('--bot <name>', 'a second bot, as Telegram shows its name; "none" takes it away')
    .option('--channel <name>', 'a Telegram channel; "none" takes it away')
    .action((options: { bot?: string; channel?: string }) =>
      asOperator(async (ctx) => {
        const { reserveBot, reserveChannel } = await findCampaign(ctx);
        if (options.bot !== undefined || options.channel !== undefined) {
          const reserve = {
            bot: chosen(options.bot, reserveBot),
            channel: chosen(options.channel, reserveChannel),
          };
          const botId = await findNewestBot(ctx);
          const set =
            botId === null
              ? await setReserveByOperator(ctx, reserve)
              : await speaking(ctx, botId, (speaker) => setReserveByOperator(speaker, reserve));
          if (!set.ok) throw new Failed(unusable);
        }
        const now = await findCampaign(ctx);
        console.log(`bot:      ${now.reserveBot ?? 'none'}`);
        console.log(`channel:  ${now.reserveChannel ?? 'none'}`);
        const notices = await botNotices(ctx);
        if (notices.length > 0) console.log('To be handed in as a post, should the bot fall silent:');
        for (const { language, text } of notices) console.log(`  ${language}  ${withoutIsolation(text)}`);
      }),
    );
  campaign
    .command('approvals')
    .description(
      'how many approvals each kind of post takes beside its author; without options, as it is; fewer take two of the staff (BRAY_TOKEN)',
    )
    .addOption(approvalsOf('update'))
    .addOption(approvalsOf('press-release'))
    .action((options: { update?: string; pressRelease?: string }) =>
      asOperator(async (ctx) => {
        const update = countOf(options.update);
        const release = countOf(options.pressRelease);
        const change = {
          ...(update !== undefined && { update }),
          ...(release !== undefined && { press_release: release }),
        };
        const byOperator = await setApprovalPolicyByOperator(ctx, change);
        // For fewer, whoever sits here is one of two of the staff, and says by their token which.
        const set =
          !byOperator.ok && byOperator.refusal.code === 'takes-two'
            ? await asStaff(ctx, 'campaign:write', (staff) => setApprovalPolicy(staff, change))
            : byOperator;
        if (!set.ok)
          throw new Failed('Fewer approvals take two coordinators or admins who work on all cases.');
        const { policy, drafts, awaits } = set.value;
        if (awaits !== null) {
          console.log(
            'Fewer approvals take a second coordinator or admin, who gives their token here or agrees over',
          );
          console.log(
            `the API until ${awaits.lapsesAt.toString({ smallestUnit: 'minute' })}. Until then it stays as it is:`,
          );
        }
        console.log(`update:         ${policy.update}`);
        console.log(`press release:  ${policy.press_release}`);
        if (drafts > 0)
          console.log('What had been submitted under the policy before and is not out is a draft again.');
      }),
    );
  campaign
    .command('create')
    .description('found the campaign; once, before anything else')
    .requiredOption('--name <name>', 'as followers see it')
    .requiredOption('--languages <list>', 'in which it publishes, e.g. az,en,ru', someOf(languages))
    .requiredOption('--zone <zone>', 'where most hearings take place, e.g. Asia/Baku')
    .action((options: { name: string; languages: Language[]; zone: string }) =>
      withDatabase(async ({ db }) => {
        if ((await findOnlyCampaign({ db })) !== null) throw new Failed('A campaign exists here already.');
        const created = await createCampaign({ db, clock: systemClock }, options);
        if (!created.ok) {
          throw new Failed(
            'remedy' in created.refusal ? created.refusal.remedy : 'Name at least one language.',
          );
        }
        console.log('The campaign is founded. Next: npm run bray -- staff add --help');
      }),
    );
}
