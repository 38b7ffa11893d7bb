import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { z } from 'zod';
import type { StaffSite } from '../domain/staff-site.ts';

/*
 * Passkeys by WebAuthn, Level 3. Everywhere the authenticator has to verify its user (by a finger, a face, a PIN): a
 * stolen device alone signs nothing.
 */

export type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON };

/** Read when the first key is spoken of: its 250 modules were a sixth of what every start cost the processor. */
const webauthn = () => import('@simplewebauthn/server');

/** What a browser is told when a key is to be made. */
export async function registrationOptions(
  site: StaffSite,
  key: {
    readonly challenge: Uint8Array;
    /** Opaque: authenticators show the name and keep this. */
    readonly userId: string;
    readonly userName: string;
    readonly campaign: string;
    /** Credential ids that the person has: one authenticator makes no second key of theirs. */
    readonly known: readonly string[];
  },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await webauthn();
  return generateRegistrationOptions({
    rpName: key.campaign,
    rpID: site.rpId,
    userID: plainBytes(Buffer.from(key.userId, 'utf8')),
    userName: key.userName,
    userDisplayName: key.userName,
    challenge: plainBytes(key.challenge),
    attestationType: 'none',
    excludeCredentials: key.known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** What a browser is told when a key is to sign; `allowed`: only these, any that it has for the domain when empty. */
export async function assertionOptions(
  site: StaffSite,
  challenge: Uint8Array,
  allowed: readonly string[] = [],
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await webauthn();
  return generateAuthenticationOptions({
    rpID: site.rpId,
    challenge: plainBytes(challenge),
    userVerification: 'required',
    ...(allowed.length > 0 && { allowCredentials: allowed.map((id) => ({ id })) }),
  });
}

/** A key that was made. */
export interface NewKey {
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly backedUp: boolean;
}

/** Reads a browser's answer to `registrationOptions`; null for what is no good answer to this challenge. */
export async function readRegistration(
  site: StaffSite,
  challenge: Uint8Array,
  answer: string,
): Promise<NewKey | null> {
  const response = parsed(registrationAnswer, answer);
  if (response === null) return null;
  const { verifyRegistrationResponse } = await webauthn();
  const verified = await orNull(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: base64url(challenge),
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
    }),
  );
  if (verified?.registrationInfo === undefined) return null;
  const { credential, credentialBackedUp } = verified.registrationInfo;
  return {
    credentialId: credential.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    backedUp: credentialBackedUp,
  };
}

/** What a key has signed, as it can be kept and verified again. All in base64url. */
export type Assertion = {
  readonly credentialId: string;
  readonly authenticatorData: string;
  readonly clientData: string;
  readonly signature: string;
};

/** Reads a browser's answer to `assertionOptions`, without believing it; null for what has not the form of one. */
export function readAssertion(answer: string): Assertion | null {
  const response = parsed(assertionAnswer, answer);
  if (response === null) return null;
  const { authenticatorData, clientDataJSON, signature } = response.response;
  return { credentialId: response.id, authenticatorData, clientData: clientDataJSON, signature };
}

/**
 * Whether a key has signed exactly this challenge, at this site, with its user verified. Answers the key's new
 * counter; null when it has not, or when the counter has not risen above the known one.
 */
export async function verifyAssertion(
  site: StaffSite,
  challenge: Uint8Array,
  assertion: Assertion,
  key: { readonly publicKey: Uint8Array; readonly counter: number },
): Promise<{ readonly counter: number; readonly backedUp: boolean } | null> {
  const { credentialId: id, authenticatorData, clientData, signature } = assertion;
  const response: AuthenticationResponseJSON = {
    id,
    rawId: id,
    type: 'public-key',
    response: { authenticatorData, clientDataJSON: clientData, signature },
    clientExtensionResults: {},
  };
  const { verifyAuthenticationResponse } = await webauthn();
  const verified = await orNull(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: base64url(challenge),
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      credential: { id, publicKey: plainBytes(key.publicKey), counter: key.counter },
    }),
  );
  if (verified?.verified !== true) return null;
  const { newCounter, credentialBackedUp } = verified.authenticationInfo;
  return { counter: newCounter, backedUp: credentialBackedUp };
}

const text = z
  .string()
  .regex(/^[A-Za-z0-9_-]+={0,2}$/)
  .max(16_384);

const registrationAnswer: z.ZodType<RegistrationResponseJSON> = z.object({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: text, attestationObject: text }),
  clientExtensionResults: z.object({}).loose(),
});

const assertionAnswer = z.object({
  id: text,
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text }),
});

function parsed<T>(schema: z.ZodType<T>, answer: string): T | null {
  try {
    const read = schema.safeParse(JSON.parse(answer));
    return read.success ? read.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * The library throws an Error for every answer that does not fit, each with words and none with a class: to us they are
 * all one refusal, since whoever sent it is not told which part gave it away.
 */
async function orNull<T>(verify: () => Promise<T>): Promise<T | null> {
  try {
    return await verify();
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

/** A copy on memory of its own: the library's types take no other. */
function plainBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
