import { sql } from 'drizzle-orm';
import { tiers } from '../../domain/tier.ts';

/** Which of the subscribers `s` is told first, as constants; see `domain/tier.ts`. */
export const tierOf = sql`
  case when s.kind = 'channel' then ${sql.raw(String(tiers.channel))}
    when s.standing <> 'follower' then ${sql.raw(String(tiers.mustAct))}
    when s.tell_first then ${sql.raw(String(tiers.tellFirst))}
    else ${sql.raw(String(tiers.rest))} end`;
