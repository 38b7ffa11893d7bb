import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import type { SenderKeys } from '../../src/crypto/keys.ts';
import { createOpener, type Opener } from '../../src/crypto/seal.ts';
import type { AccountId, MediaId, PostId } from '../../src/domain/ids.ts';
import type { Credentials, NetworkName } from '../../src/domain/network.ts';
import { connectAccount } from '../../src/services/accounts/connect.ts';
import { addContacts } from '../../src/services/contacts/add.ts';
import type { SigningContext, StaffContext } from '../../src/services/context.ts';
import { addMedia } from '../../src/services/media/add.ts';
import { createPost } from '../../src/services/posts/create.ts';
import { decidePost } from '../../src/services/posts/decide.ts';
import { submitPost } from '../../src/services/posts/submit.ts';
import { revokeStaff } from '../../src/services/staff/revoke.ts';
import { must } from '../../tests/helpers/must.ts';
import type { SubjectAccount } from '../../tests/networks/contract.ts';
import type { Before } from './attacked.ts';
import type { NetworkAccounts } from './network-accounts.ts';

/** An account of a campaign on a network, with its posts, none of which has gone out. */
export interface AttackedAccount {
  readonly network: NetworkName;
  readonly accountId: AccountId;
  /** Another of the campaign's on the same network, and how that is signed in to. */
  readonly other: { readonly accountId: AccountId; readonly credentials: Credentials };
  /** Approved; long, and with an image. */
  readonly approved: PostId;
  /** Approved; may go out for an hour. */
  readonly forAnHour: PostId;
  /** In review. */
  readonly waiting: PostId;
  /** Approved by somebody who has left since. */
  readonly ofRevoked: PostId;
  /** How much stands on both accounts by the network's own ledger. */
  standing(): Promise<number>;
}

/** A campaign with accounts whose database somebody can write to who has read this program and has no key of ours. */
export interface AttackedAccounts {
  /** As the scheduler and the sender work. */
  readonly job: SigningContext;
  readonly author: StaffContext;
  readonly approver: StaffContext;
  readonly opener: Opener;
  /** The epoch of the sender's lease. */
  readonly epoch: number;
  readonly accounts: readonly AttackedAccount[];
}

const EPOCH = 1;
const LONG = `The court sat today. ${'It heard nobody whom the defence had named. '.repeat(14)}It will sit again.`;

/** Puts a campaign into the state in which it is attacked. */
export async function attackedAccounts(
  people: Omit<Before, 'lawyer' | 'coordinator'>,
  keys: { readonly sender: SenderKeys },
  { networks, subjects }: NetworkAccounts,
): Promise<AttackedAccounts> {
  const on = <C extends SigningContext>(ctx: C): C => ({ ...ctx, networks });
  const { caseId } = people;
  const [job, operator] = [on(people.job), on(people.operator)];
  const [author, approver, leaver] = [on(people.author), on(people.approver), on(people.leaver)];
  const mediaId = await image(author);
  const accounts: AttackedAccount[] = [];
  for (const [network, subject] of subjects) {
    const [own, stranger] = [await subject.account(), await subject.account()];
    if (own === null || stranger === null) throw new Error(`no account on ${network}`);
    const connect = async ({ credentials, contact }: SubjectAccount): Promise<AccountId> => {
      const { accountId } = must(await connectAccount(operator, { network, language: 'en', credentials }));
      if (contact !== undefined)
        must(await addContacts(operator, { accountId, contacts: [factsOf(contact)] }));
      return accountId;
    };
    const [accountId, otherId] = [await connect(own), await connect(stranger)];
    const write = async (text: string, more: { mediaId?: MediaId; notAfter?: Temporal.Instant } = {}) => {
      const post = {
        caseId,
        sourceLanguage: 'en',
        text,
        mediaId: more.mediaId ?? null,
        alt: more.mediaId === undefined ? null : 'A square.',
        notBefore: null,
        notAfter: more.notAfter ?? null,
        accountIds: [accountId],
      } as const;
      const { postId } = must(await createPost(author, post));
      const { translationId } = must(await submitPost(author, { postId, language: 'en' }));
      const approve = async (by: StaffContext) =>
        must(await decidePost(by, { translationId, version: 1, decision: 'approved' }));
      return { postId, approve };
    };
    const approved = await write(LONG, { mediaId });
    await approved.approve(approver);
    const forAnHour = await write('For an hour.', { notAfter: job.clock.now().add({ hours: 1 }) });
    await forAnHour.approve(approver);
    const ofRevoked = await write('Somebody who left approved this.');
    await ofRevoked.approve(leaver);
    const waiting = await write('Nobody has read this.');
    accounts.push({
      network,
      accountId,
      other: { accountId: otherId, credentials: stranger.credentials },
      approved: approved.postId,
      forAnHour: forAnHour.postId,
      waiting: waiting.postId,
      ofRevoked: ofRevoked.postId,
      standing: async () => (await own.standing()).length + (await stranger.standing()).length,
    });
  }
  must(await revokeStaff(operator, leaver.actor.id));
  await job.db.execute(sql`
    insert into leases (bot_id, holder, epoch, expires_at) values (${job.botId}, 'bench', ${EPOCH}, now() + interval '1 day')`);
  return { job, author, approver, opener: createOpener(keys.sender.sealing), epoch: EPOCH, accounts };
}

async function image(author: StaffContext): Promise<MediaId> {
  const upload = await sharp({ create: { width: 12, height: 9, channels: 3, background: 'green' } })
    .png()
    .toBuffer();
  return must(await addMedia(author, { upload })).mediaId;
}

function factsOf(address: string) {
  return {
    address,
    name: 'A. B.',
    outlet: 'The Paper',
    topic: 'courts',
    source: 'asked',
    consentedOn: '2009-01-01',
    consent: 'by phone',
  };
}
