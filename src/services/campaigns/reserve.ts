import { and, asc, desc, eq, ne, sql } from 'drizzle-orm';
import { accounts, bots } from '../../db/schema/index.ts';
import { type Language, languages } from '../../domain/language.ts';
import { networkTitles } from '../../domain/network.ts';
import { formatList } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import type { AccountRow } from '../accounts/find.ts';
import type { CoreContext } from '../context.ts';
import { type CampaignRow, findCampaign } from './find.ts';

/** A text that is ready to be handed in as a post: it goes out only once a second person has approved it. */
export interface PreparedNotice {
  readonly language: Language;
  readonly text: string;
}

/** As followers see them: the bot and the channel in reserve, but for `own`, the bot that speaks. */
export function reservePlaces(
  { reserveBot, reserveChannel }: Pick<CampaignRow, 'reserveBot' | 'reserveChannel'>,
  own: string | null,
): string[] {
  const bot = reserveBot?.toLowerCase() === own?.toLowerCase() ? null : reserveBot;
  return [bot, reserveChannel].flatMap((name) => (name === null ? [] : [`@${name}`]));
}

/**
 * What the campaign can say elsewhere when its bot falls silent, in each of its languages; empty while there is nowhere
 * else to point at.
 */
export async function botNotices(ctx: CoreContext): Promise<PreparedNotice[]> {
  const campaign = await findCampaign(ctx);
  const [first] = await ctx.db
    .select({ username: bots.username })
    .from(bots)
    .where(
      and(
        eq(bots.campaignId, ctx.campaignId),
        // Telegram's names have no case, and the reserve's is kept as a person wrote it.
        sql`lower(${bots.username}) <> lower(${campaign.reserveBot ?? ''})`,
      ),
    )
    .orderBy(desc(bots.createdAt))
    .limit(1);
  const places = reservePlaces(campaign, first?.username ?? null);
  if (first === undefined || places.length === 0) return [];
  return inEach(campaign, (language) =>
    translate(language, 'notice-bot', {
      handle: `@${first.username}`,
      places: formatList(language, places),
    }),
  );
}

/** The same for an account that its network has suspended: it points at the other accounts, and at what is in reserve. */
export async function accountNotices(
  ctx: CoreContext,
  suspended: Pick<AccountRow, 'id' | 'network' | 'handle'>,
): Promise<PreparedNotice[]> {
  const campaign = await findCampaign(ctx);
  const others = await ctx.db
    .select({ network: accounts.network, handle: accounts.handle })
    .from(accounts)
    .where(
      and(
        eq(accounts.campaignId, ctx.campaignId),
        eq(accounts.state, 'active'),
        ne(accounts.id, suspended.id),
        // A press list is no place where anybody finds us.
        ne(accounts.network, 'email'),
      ),
    )
    .orderBy(asc(accounts.createdAt));
  const { handle, network } = suspended;
  return inEach(campaign, (language) => {
    const places = [
      ...others.map((one) =>
        translate(language, 'staff-approval-account', {
          handle: one.handle,
          network: networkTitles[one.network],
          parts: 1,
        }),
      ),
      ...reservePlaces(campaign, null),
    ];
    return places.length === 0
      ? null
      : translate(language, 'notice-account', {
          handle,
          network: networkTitles[network],
          places: formatList(language, places),
        });
  });
}

function inEach(campaign: CampaignRow, text: (language: Language) => string | null): PreparedNotice[] {
  return languages
    .filter((language) => campaign.languages.includes(language))
    .flatMap((language) => {
      const said = text(language);
      return said === null ? [] : [{ language, text: said }];
    });
}
