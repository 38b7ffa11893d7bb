import { findingBy } from '../../src/crypto/finding.ts';
import type { KeySection, RingWith } from '../../src/crypto/keys.ts';
import { createSealer } from '../../src/crypto/seal.ts';
import type { Clock } from '../../src/domain/clock.ts';
import type { BotId, CampaignId } from '../../src/domain/ids.ts';
import { createLog } from '../../src/log.ts';
import { openNetworks } from '../../src/networks/index.ts';
import type { Database } from '../../src/services/context.ts';
import type { InboxContext } from '../../src/services/updates/inbox.ts';

/** The bot role's context, with real keys. */
export function botContext(parts: {
  readonly db: Database;
  readonly clock: Clock;
  readonly keys: RingWith<KeySection>;
  readonly campaignId: CampaignId;
  readonly botId: BotId;
  readonly logged: string[];
}): InboxContext {
  const { db, clock, keys, campaignId, botId, logged } = parts;
  return {
    db,
    clock,
    log: createLog('debug', { write: (line) => logged.push(line) }),
    actor: { kind: 'subscriber' },
    campaignId,
    botId,
    networks: openNetworks().networks,
    seal: createSealer(keys.public.sealing, clock).seal,
    pinned: keys.public,
    signingKey: keys.bot.approvalSigning,
    ...findingBy(keys.bot, botId),
  };
}
