import type { Command } from 'commander';
import type { CaseId, StaffId, StaffTokenId } from '../../domain/ids.ts';
import { type Language, languages } from '../../domain/language.ts';
import { type TokenScope, tokenScopes } from '../../domain/token-scope.ts';
import { type Role, roles } from '../../domain/words.ts';
import { findCaseBySlug, findCases } from '../../services/cases/find.ts';
import type { StaffSiteContext } from '../../services/context.ts';
import { invite } from '../../services/invitations/invite.ts';
import { addStaff, createStaffLink } from '../../services/staff/add.ts';
import { findStaff } from '../../services/staff/find.ts';
import { issueToken } from '../../services/staff/issue-token.ts';
import { limitKnowingly } from '../../services/staff/limit-knowingly.ts';
import type { LimitToCasesRefusal } from '../../services/staff/limit-to-cases.ts';
import { listStaff } from '../../services/staff/list.ts';
import { listTokens } from '../../services/staff/list-tokens.ts';
import type { WouldBreak } from '../../services/staff/losses.ts';
import { revokeKnowingly } from '../../services/staff/revoke-knowingly.ts';
import { revokeToken } from '../../services/staff/revoke-token.ts';
import { idFrom, someOf, wholeNumber } from '../arguments.ts';
import { dutyText } from '../drill-text.ts';
import { Failed } from '../failed.ts';
import { minuteOf } from '../minute.ts';
import { asOperator } from '../storage.ts';
import { successorLines } from '../successors-text.ts';

const parseStaffId = idFrom<StaffId>('staff list');

const hasKeys = 'They have keys. When these are lost, two others have them replaced in the console.';
const despite = 'also where nobody could do something any more';
const nobody = 'Nobody on the staff has this id. Run: npm run bray -- staff list';

export function staffCommands(program: Command): void {
  const staff = program.command('staff').description('who works for the campaign');
  staff
    .command('add')
    .description(
      'take a person onto the staff; prints their token for the API and their code for the bot, once',
    )
    .requiredOption('--name <name>', 'as colleagues see it')
    .requiredOption('--roles <list>', `from ${roles.join(', ')}`, someOf(roles))
    .requiredOption('--reads <list>', `languages they read, from ${languages.join(', ')}`, someOf(languages))
    .action((options: { name: string; roles: Role[]; reads: [Language, ...Language[]] }) =>
      asOperator(async (ctx) => {
        const added = await addStaff(ctx, { ...options, language: options.reads[0] });
        if (!added.ok) {
          throw new Failed(
            'remedy' in added.refusal ? added.refusal.remedy : 'Give at least one role and language.',
          );
        }
        const { staffId } = added.value;
        console.log(`Added. Give them this by hand; it is shown only once.`);
        console.log(`  API token (90 days):      ${await issueToken(ctx, staffId)}`);
        const { staffSite } = ctx;
        if (staffSite == null) {
          console.log(
            `  link in Telegram (3 days): t.me/<bot>?start=staff_${await createStaffLink(ctx, staffId)}`,
          );
          return;
        }
        // With a staff site a chat is linked by its own person only, once they have shown a key.
        const invited = await invite({ ...ctx, staffSite }, staffId);
        if (!invited.ok) throw new Error('Somebody new has keys already.');
        console.log(`  console (3 days): ${staffSite.origin}/console/invitations/${invited.value.code}`);
      }),
    );
  staff
    .command('invite')
    .description(
      'make the one-time link by which a person adds their first key for the console; prints it once',
    )
    .argument('[id]', 'as `staff list` shows it', parseStaffId)
    .option('--everybody', 'one for each who has no key at this address: after the staff site has moved')
    .action((staffId: StaffId | undefined, { everybody }: { everybody?: true }) =>
      asOperator(async (ctx) => {
        const { staffSite } = ctx;
        if (staffSite == null) throw new Failed('Give the address of the staff site in STAFF_ORIGIN first.');
        if (everybody === true) return inviteEverybody({ ...ctx, staffSite });
        if (staffId === undefined) throw new Failed('Say whom: give an id, or --everybody.');
        const invited = await invite({ ...ctx, staffSite }, staffId);
        if (!invited.ok) throw new Failed(invited.refusal.code === 'staff-unknown' ? nobody : hasKeys);
        console.log('Give them this by hand; it works once.');
        console.log(`  link (3 days): ${staffSite.origin}/console/invitations/${invited.value.code}`);
      }),
    );
  staff
    .command('limit')
    .description('limit a person to some cases, at once; without a case they work on all again')
    .argument('<id>', 'as `staff list` shows it', parseStaffId)
    .argument('[cases...]', 'the slugs of the cases')
    .option('--despite', despite)
    .action((staffId: StaffId, slugs: string[], options: { despite?: true }) =>
      asOperator(async (ctx) => {
        const caseIds: CaseId[] = [];
        for (const slug of slugs) {
          const found = await findCaseBySlug(ctx, slug);
          if (found === undefined) throw new Failed(`There is no case with the slug ${slug}.`);
          caseIds.push(found.id);
        }
        const limited = await limitKnowingly(ctx, { staffId, caseIds, despite: options.despite ?? false });
        if (!limited.ok) throw new Failed(whyNotLimited(limited.refusal));
        console.log(caseIds.length === 0 ? 'They work on all cases.' : 'They work on these cases only.');
      }),
    );
  staff
    .command('revoke')
    .description('take a person off the staff, at once: their keys, tokens, codes and chat are void')
    .argument('<id>', 'as `staff list` shows it', parseStaffId)
    .option('--despite', despite)
    .action((staffId: StaffId, options: { despite?: true }) =>
      asOperator(async (ctx) => {
        const revoked = await revokeKnowingly(ctx, { staffId, despite: options.despite ?? false });
        if (!revoked.ok) {
          throw new Failed(revoked.refusal.code === 'would-break' ? whatBreaks(revoked.refusal) : nobody);
        }
        console.log('Revoked. What they wrote and decided stands: withdraw what you doubt.');
      }),
    );
  staff
    .command('token')
    .description('make a new token for the API; prints it once')
    .argument('<id>', 'as `staff list` shows it', parseStaffId)
    .option(
      '--scopes <list>',
      `only for these, of what their roles allow: ${tokenScopes.join(', ')}`,
      someOf(tokenScopes),
    )
    .option('--days <number>', 'how long it lasts', wholeNumber(1, 90), 90)
    .action((staffId: StaffId, { scopes, days }: { scopes?: TokenScope[]; days: number }) =>
      asOperator(async (ctx) => {
        const member = await findStaff(ctx, staffId);
        if (member === undefined) throw new Failed(nobody);
        const lasts = Temporal.Duration.from({ hours: days * 24 });
        const token = await issueToken(ctx, member.id, { scopes: scopes ?? null, lasts });
        console.log(`  API token (${days} days):      ${token}`);
        console.log(`  for: ${saidScopes(scopes ?? null)}`);
      }),
    );
  staff
    .command('tokens')
    .description('the tokens that count: whose, what for, until when, and when last used')
    .action(() =>
      asOperator(async (ctx) => {
        const members = await listStaff(ctx);
        const tokens = await listTokens(
          ctx,
          members.map(({ id }) => id),
        );
        for (const { id, staffId, scopes, expiresAt, lastUsedAt } of tokens) {
          const name = members.find((member) => member.id === staffId)?.name ?? staffId;
          const used = lastUsedAt === null ? 'never used' : `last used ${minuteOf(lastUsedAt)}`;
          console.log(`${id}  ${name}  until ${minuteOf(expiresAt)}  ${used}  for: ${saidScopes(scopes)}`);
        }
      }),
    );
  staff
    .command('revoke-token')
    .description('end a token at once')
    .argument('<token>', 'the id that `staff tokens` shows', idFrom<StaffTokenId>('staff tokens'))
    .action((tokenId: StaffTokenId) =>
      asOperator(async (ctx) => {
        const ended = await revokeToken(ctx, tokenId);
        if (!ended.ok)
          throw new Failed('No token that counts has this id. Run: npm run bray -- staff tokens');
        console.log('It no longer counts.');
      }),
    );
  staff
    .command('successors')
    .description(
      'whom two have named to take over when others are gone; they name and agree by their own keys or tokens',
    )
    .action(() =>
      asOperator(async (ctx) => {
        const lines = await successorLines(ctx);
        for (const line of lines) console.log(line);
        if (lines.length === 0)
          console.log('Nobody is named. Two name somebody in the console, under Staff.');
      }),
    );
  staff
    .command('list')
    .description('who is on the staff')
    .action(() =>
      asOperator(async (ctx) => {
        for (const member of await listStaff(ctx)) {
          const own = member.cases === null ? null : await findCases(ctx, member.cases);
          const limit = own === null ? 'all cases' : [...own.values()].map(({ slug }) => slug).join(',');
          const linked = member.linked ? 'chat linked' : 'no chat linked';
          const reads = member.languages.join(',');
          console.log(
            `${member.id}  ${member.name}  ${member.roles.join(',')}  reads ${reads}  ${limit}  ${linked}`,
          );
        }
      }),
    );
}

function saidScopes(scopes: readonly TokenScope[] | null): string {
  return scopes === null ? 'all that their roles allow' : scopes.join(' ');
}

/** Prints a link for each who has no key here, and who has one is left in peace. */
async function inviteEverybody(ctx: StaffSiteContext): Promise<void> {
  console.log('Give each theirs by hand; it works once, for 3 days.');
  for (const { id, name } of await listStaff(ctx)) {
    const invited = await invite(ctx, id);
    if (invited.ok)
      console.log(`  ${name}: ${ctx.staffSite.origin}/console/invitations/${invited.value.code}`);
    else console.log(`  ${name}: has a key already`);
  }
}

function whatBreaks({ duties }: WouldBreak): string {
  const lost = duties.map((duty) => `  ${dutyText(duty)}`);
  return [
    'Nothing was done, since nobody could do this any more:',
    ...lost,
    'Give the option --despite to do it all the same.',
  ].join('\n');
}

function whyNotLimited(refusal: LimitToCasesRefusal | WouldBreak): string {
  switch (refusal.code) {
    case 'would-break':
      return whatBreaks(refusal);
    case 'role-missing':
      return 'Only an admin limits others.';
    case 'staff-unknown':
      return nobody;
    case 'case-unknown':
      return 'There is no such case.';
    case 'admin-not-limited':
      return 'An admin cannot be limited: they could lift it themselves.';
    case 'deciders-too-few':
      return `Fewer than two people with a linked chat would be left to decide on the facts of: ${refusal.cases.join(', ')}. Let two work on each open case first.`;
  }
}
