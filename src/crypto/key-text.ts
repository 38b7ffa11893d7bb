import { createPrivateKey, createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { KeyRing } from './keys.ts';
import { signingKey, type VerifyingKey, verifyingKey } from './signing.ts';

/** 32 bytes in base64url: every key of ours is that long. */
const bytes = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const epoch = z.int().min(1).max(0xffff);
/** Private keys are kept with their public halves, as JWK has them. */
const pair = z.strictObject({ private: bytes, public: bytes });

const ringText = z.strictObject({
  public: z.strictObject({
    sealing: z.strictObject({ epoch, key: bytes }),
    approvals: bytes,
    /** Missing from files of the first version, as is its section below. */
    web: bytes.nullable().default(null),
    /** Of the scheduler. The names here are those of the first version, whose files are still read. */
    audit: bytes,
  }),
  web: z
    .strictObject({ approvalSigning: pair, partnerSecrets: bytes.nullable().default(null) })
    .nullable()
    .default(null),
  bot: z
    .strictObject({
      index: bytes,
      inbox: bytes,
      approvalSigning: pair,
      /** Missing from files of the first version. */
      former: z
        .array(z.strictObject({ index: bytes, inbox: bytes }))
        .max(1000)
        .default([]),
    })
    .nullable(),
  sender: z
    .strictObject({
      sealing: z
        .array(z.strictObject({ epoch, key: pair }))
        .min(1)
        .max(1000),
    })
    .nullable(),
  scheduler: z.strictObject({ auditSigning: pair }).nullable(),
});

/** A key ring as JSON: secrets in the clear. */
export type RingText = z.infer<typeof ringText>;

/** A ring's keys as text, to be written where `ringFromText` reads them. */
export function ringToText(ring: KeyRing): RingText {
  return {
    public: {
      sealing: { epoch: ring.public.sealing.epoch, key: publicText(ring.public.sealing.key) },
      approvals: publicText(ring.public.approvals.key),
      web: ring.public.web && publicText(ring.public.web.key),
      audit: publicText(ring.public.scheduler.key),
    },
    web: ring.web && {
      approvalSigning: pairText(ring.web.approvalSigning.key),
      partnerSecrets: ring.web.partnerSecrets && secretText(ring.web.partnerSecrets),
    },
    bot: ring.bot && {
      index: secretText(ring.bot.index),
      inbox: secretText(ring.bot.inbox),
      approvalSigning: pairText(ring.bot.approvalSigning.key),
      former: ring.bot.former.map(({ index, inbox }) => ({
        index: secretText(index),
        inbox: secretText(inbox),
      })),
    },
    sender: ring.sender && {
      sealing: ring.sender.sealing.map((one) => ({ epoch: one.epoch, key: pairText(one.key) })),
    },
    scheduler: ring.scheduler && { auditSigning: pairText(ring.scheduler.signing.key) },
  };
}

/** The keys of a ring's JSON; null for anything that `ringToText` does not make. */
export function ringFromText(text: unknown): KeyRing | null {
  const parsed = ringText.safeParse(text);
  if (!parsed.success) return null;
  const { public: open, web, bot, sender, scheduler } = parsed.data;
  return {
    public: {
      sealing: { epoch: open.sealing.epoch, key: publicKey('X25519', open.sealing.key) },
      approvals: verifyingKey(publicKey('Ed25519', open.approvals)),
      web: open.web === null ? null : verifyingKey(publicKey('Ed25519', open.web)),
      scheduler: verifyingKey(publicKey('Ed25519', open.audit)),
    },
    web: web && {
      approvalSigning: signingKey(privateKey('Ed25519', web.approvalSigning)),
      partnerSecrets: web.partnerSecrets === null ? null : createSecretKey(web.partnerSecrets, 'base64url'),
    },
    bot: bot && {
      index: createSecretKey(bot.index, 'base64url'),
      inbox: createSecretKey(bot.inbox, 'base64url'),
      approvalSigning: signingKey(privateKey('Ed25519', bot.approvalSigning)),
      former: bot.former.map(({ index, inbox }) => ({
        index: createSecretKey(index, 'base64url'),
        inbox: createSecretKey(inbox, 'base64url'),
      })),
    },
    sender: sender && {
      sealing: sender.sealing.map((one) => ({ epoch: one.epoch, key: privateKey('X25519', one.key) })),
    },
    scheduler: scheduler && { signing: signingKey(privateKey('Ed25519', scheduler.auditSigning)) },
  };
}

type Curve = 'X25519' | 'Ed25519';

function publicKey(crv: Curve, x: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv, x }, format: 'jwk' });
}

function privateKey(crv: Curve, key: { readonly private: string; readonly public: string }): KeyObject {
  return createPrivateKey({ key: { kty: 'OKP', crv, d: key.private, x: key.public }, format: 'jwk' });
}

/** A public key as text: 43 characters. */
export function verifyingKeyText(key: VerifyingKey): string {
  return publicText(key.key);
}

/** Null for anything that `verifyingKeyText` does not make. */
export function verifyingKeyFromText(text: string): VerifyingKey | null {
  return bytes.safeParse(text).success ? verifyingKey(publicKey('Ed25519', text)) : null;
}

function publicText(key: KeyObject): string {
  return needed(key.export({ format: 'jwk' }).x);
}

function pairText(key: KeyObject): { private: string; public: string } {
  const { d, x } = key.export({ format: 'jwk' });
  return { private: needed(d), public: needed(x) };
}

function secretText(key: KeyObject): string {
  return needed(key.export({ format: 'jwk' }).k);
}

function needed(part: string | undefined): string {
  if (part === undefined) throw new TypeError('a key of another kind than expected');
  return part;
}
