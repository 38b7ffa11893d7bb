import {
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { partnerSecretsKey } from './partner-secrets.ts';
import type { SealingPrivateKey, SealingPublicKey } from './seal.ts';
import { type SigningKey, signingKey, type VerifyingKey, verifyingHalf } from './signing.ts';

/*
 * Keys are KeyObjects: logged, inspected or put into JSON by mistake, they show nothing.
 *
 * They lie in sections, one for each role that holds secrets; a key file carries all of them or only some.
 */

/** What every role may have: with it one can seal and verify, but neither open, find nor sign. */
export type PublicKeys = {
  /** To which everything new is sealed. */
  readonly sealing: SealingPublicKey;
  /** Verifies what the bot role signs: staff decisions taken by button. */
  readonly approvals: VerifyingKey;
  /** Verifies what the web role signs: staff decisions over the API. Null in a key file from before there was one. */
  readonly web: VerifyingKey | null;
  /** Verifies what the scheduler role signs: the head of the audit chain, and each message that it renders. */
  readonly scheduler: VerifyingKey;
};

/** For the part that receives updates: it finds a chat's row but cannot list the chats. */
export type BotKeys = {
  readonly index: KeyObject;
  readonly inbox: KeyObject;
  readonly approvalSigning: SigningKey;
  /**
   * The index and inbox keys before these, the newest first: what was found by them is still found. They go with the
   * private sealing keys of their time.
   */
  readonly former: readonly FormerBotKeys[];
};

/** Those of the bot role's keys that are rotated. */
export type FormerBotKeys = Pick<BotKeys, 'index' | 'inbox'>;

/**
 * For the part that answers the API: with them it signs what staff decide there, and opens partners' secrets. Null in a
 * key file from before the latter had a key of their own.
 */
export type WebKeys = { readonly approvalSigning: SigningKey; readonly partnerSecrets: KeyObject | null };

/** For the sender alone: it opens every sealed chat id. One key per epoch, so that old rows still open. */
export type SenderKeys = { readonly sealing: readonly SealingPrivateKey[] };

/** For the jobs that order the audit chain and render what goes out. */
export type SchedulerKeys = { readonly signing: SigningKey };

/** The keys in a file: the public ones, and each role's section or null where it was left out. */
export type KeyRing = {
  readonly public: PublicKeys;
  readonly web: WebKeys | null;
  readonly bot: BotKeys | null;
  readonly sender: SenderKeys | null;
  readonly scheduler: SchedulerKeys | null;
};

/** The part of a key file that one role of the service needs beside the public keys. */
export type KeySection = 'web' | 'bot' | 'sender' | 'scheduler';

/** All of them; a whole key file holds each. */
export const keySections = ['web', 'bot', 'sender', 'scheduler'] as const satisfies readonly KeySection[];

/** A ring that is known to hold certain sections. */
export type RingWith<S extends KeySection> = Pick<KeyRing, 'public'> & {
  readonly [K in KeySection]: K extends S ? NonNullable<KeyRing[K]> : null;
};

/** A new set of keys, all sections in it. */
export function generateKeys(): RingWith<KeySection> {
  const sealing = generateKeyPairSync('x25519');
  const approvalSigning = newSigningKey();
  const schedulerSigning = newSigningKey();
  const webSigning = newSigningKey();
  return {
    public: {
      sealing: { epoch: 1, key: sealing.publicKey },
      approvals: verifyingHalf(approvalSigning),
      web: verifyingHalf(webSigning),
      scheduler: verifyingHalf(schedulerSigning),
    },
    web: { approvalSigning: webSigning, partnerSecrets: createSecretKey(randomBytes(32)) },
    bot: {
      ...newFindingKeys(),
      approvalSigning,
      former: [],
    },
    sender: { sealing: [{ epoch: 1, key: sealing.privateKey }] },
    scheduler: { signing: schedulerSigning },
  };
}

/**
 * The same keys with a new sealing key in the next epoch, and with new index and inbox keys: an index key alone tells of a
 * chat whether it is in an old backup, and tries all there are within the hour. The old ones stay, so that what was sealed
 * to them still opens, and what was found by them is still found. Throws a RangeError after epoch 65,535.
 */
export function rotateKeys<R extends KeyRing & { readonly sender: SenderKeys; readonly bot: BotKeys }>(
  ring: R,
): R {
  const epoch = Math.max(...ring.sender.sealing.map((key) => key.epoch)) + 1;
  if (epoch > 0xffff) throw new RangeError('the last key epoch is used up');
  const pair = generateKeyPairSync('x25519');
  const { index, inbox, former } = ring.bot;
  return {
    ...ring,
    public: { ...ring.public, sealing: { epoch, key: pair.publicKey } },
    bot: { ...ring.bot, ...newFindingKeys(), former: [{ index, inbox }, ...former] },
    sender: { sealing: [...ring.sender.sealing, { epoch, key: pair.privateKey }] },
  };
}

/** The same keys without those before the last rotation: what was sealed to them opens, and is found, never again. */
export function forgetOldKeys<R extends KeyRing>(ring: R): R {
  const sealing = ring.sender?.sealing.filter(({ epoch }) => epoch === ring.public.sealing.epoch);
  return {
    ...ring,
    ...(ring.bot !== null && { bot: { ...ring.bot, former: [] } }),
    ...(sealing !== undefined && { sender: { sealing } }),
  };
}

/** Whether a file of an earlier version lacks keys of the web role. */
export function lacksKeys(ring: KeyRing): boolean {
  return ring.public.web === null || ring.web?.partnerSecrets === null;
}

/**
 * The same keys, and those that a file of an earlier version lacks; null where they cannot be made of what is in it: what
 * opens partners' secrets was derived from the bot's inbox key.
 */
export function completeKeys(ring: KeyRing): KeyRing | null {
  if (ring.web === null && ring.public.web !== null) return ring;
  if (ring.bot === null) return null;
  const approvalSigning = ring.web?.approvalSigning ?? newSigningKey();
  const partnerSecrets = ring.web?.partnerSecrets ?? partnerSecretsKey(ring.bot.inbox);
  return {
    ...ring,
    public: { ...ring.public, web: verifyingHalf(approvalSigning) },
    web: { approvalSigning, partnerSecrets },
  };
}

/**
 * Only the sections that a process's roles need, so that it forgets the others. `missing` names the sections
 * that the ring does not hold.
 */
export function takeSections<S extends KeySection>(
  ring: KeyRing,
  sections: readonly S[],
):
  | { readonly ok: true; readonly ring: RingWith<S> }
  | { readonly ok: false; readonly missing: readonly KeySection[] } {
  const missing = sections.filter((section) => ring[section] === null);
  if (missing.length > 0) return { ok: false, missing };
  const wanted: readonly KeySection[] = sections;
  const taken = {
    public: ring.public,
    web: wanted.includes('web') ? ring.web : null,
    bot: wanted.includes('bot') ? ring.bot : null,
    sender: wanted.includes('sender') ? ring.sender : null,
    scheduler: wanted.includes('scheduler') ? ring.scheduler : null,
  };
  return { ok: true, ring: taken as RingWith<S> };
}

/**
 * True when the private keys of a ring belong to its public ones; a file put together by hand from two others
 * would seal what nobody can open.
 */
export function fitsTogether(ring: KeyRing): boolean {
  const current = ring.sender?.sealing.find(({ epoch }) => epoch === ring.public.sealing.epoch);
  const sealingFits =
    ring.sender === null ||
    (current !== undefined && createPublicKey(current.key).equals(ring.public.sealing.key));
  const approvalsFit = ring.bot === null || ring.bot.approvalSigning.id === ring.public.approvals.id;
  const webFits = ring.web === null || ring.web.approvalSigning.id === ring.public.web?.id;
  const schedulerFits = ring.scheduler === null || ring.scheduler.signing.id === ring.public.scheduler.id;
  return sealingFits && approvalsFit && webFits && schedulerFits;
}

/**
 * By which keys this process checks what others signed. They come from its key file and never from the database, so
 * that whoever writes there convinces nobody.
 */
export type PinnedKeys = Pick<PublicKeys, 'approvals' | 'web' | 'scheduler'>;

function newSigningKey(): SigningKey {
  return signingKey(generateKeyPairSync('ed25519').privateKey);
}

function newFindingKeys(): FormerBotKeys {
  return { index: createSecretKey(randomBytes(32)), inbox: createSecretKey(randomBytes(32)) };
}
