import { type Command, InvalidArgumentError } from 'commander';
import { systemClock } from '../../clock.ts';
import { isLanguage, type Language, languages } from '../../domain/language.ts';
import { createCampaign } from '../../services/campaigns/create.ts';
import { findOnlyCampaign } from '../../services/campaigns/ensure-bot.ts';
import { Failed } from '../failed.ts';
import { withDatabase } from '../storage.ts';

/** Reads a list of languages separated by commas. */
export function parseLanguages(text: string): Language[] {
  const list = text.split(',').map((code) => code.trim());
  const unknown = list.filter((code) => !isLanguage(code));
  if (unknown.length > 0)
    throw new InvalidArgumentError(`Choose from ${languages.join(', ')}, separated by commas.`);
  return list.filter(isLanguage);
}

export function campaignCommands(program: Command): void {
  const campaign = program.command('campaign').description('the campaign that this service speaks for');
  campaign
    .command('create')
    .description('found the campaign; once, before anything else')
    .requiredOption('--name <name>', 'as followers see it')
    .requiredOption('--languages <list>', 'in which it publishes, e.g. az,en,ru', parseLanguages)
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
