import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/*
 * An authenticator in software: makes keys and signs with them as WebAuthn, Level 3 lays it out, and does wrong on
 * request. What a real browser does with a real one is tried in tests/api/console/journey.test.ts.
 */

export interface SoftKey {
  readonly credentialId: string;
  /** The browser's answer to a challenge, as it is posted. */
  sign(challenge: string, lies?: Lies): string;
}

/** What an answer may tell wrongly. */
export interface Lies {
  readonly origin?: string;
  readonly rpId?: string;
  readonly type?: string;
  /** Whether the user was verified, and not only present. */
  readonly verified?: boolean;
  readonly counter?: number;
  readonly crossOrigin?: boolean;
}

const b64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest();

export function softAuthenticator(site: { readonly origin: string; readonly rpId: string }) {
  return {
    /** Makes a key for a challenge; `answer` is what the browser posts. */
    make(challenge: string, lies: Lies = {}): { readonly answer: string; readonly key: SoftKey } {
      const id = randomBytes(32);
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const cose = isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
          [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
        ]),
      );
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, 32]), id, Buffer.from(cose)]);
      const authData = Buffer.concat([head(site, 0x40, lies), attested]);
      const attestation = isoCBOR.encode(
        new Map<string, string | Uint8Array | Map<string, string>>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', new Uint8Array(authData)],
        ]),
      );
      const answer = JSON.stringify({
        id: b64(id),
        rawId: b64(id),
        type: 'public-key',
        response: {
          clientDataJSON: b64(clientData('webauthn.create', challenge, site, lies)),
          attestationObject: b64(attestation),
        },
        clientExtensionResults: {},
      });
      return { answer, key: softKey(b64(id), privateKey, site) };
    },
  };
}

function softKey(
  credentialId: string,
  privateKey: KeyObject,
  site: { readonly origin: string; readonly rpId: string },
): SoftKey {
  let counter = 0;
  return {
    credentialId,
    sign(challenge, lies = {}) {
      counter += 1;
      const authData = head(site, 0, { counter, ...lies });
      const client = clientData('webauthn.get', challenge, site, lies);
      const signature = sign('sha256', Buffer.concat([authData, sha256(client)]), privateKey);
      return JSON.stringify({
        id: credentialId,
        rawId: credentialId,
        type: 'public-key',
        response: {
          clientDataJSON: b64(client),
          authenticatorData: b64(authData),
          signature: b64(signature),
        },
        clientExtensionResults: {},
      });
    },
  };
}

/** RP id hash, flags (user present, user verified), counter. */
function head(site: { readonly rpId: string }, flags: number, lies: Lies): Buffer {
  const counter = Buffer.alloc(4);
  counter.writeUInt32BE(lies.counter ?? 0);
  const verified = lies.verified === false ? 0 : 0x04;
  return Buffer.concat([sha256(lies.rpId ?? site.rpId), Buffer.from([flags | 0x01 | verified]), counter]);
}

function clientData(type: string, challenge: string, site: { readonly origin: string }, lies: Lies): Buffer {
  return Buffer.from(
    JSON.stringify({
      type: lies.type ?? type,
      challenge,
      origin: lies.origin ?? site.origin,
      crossOrigin: lies.crossOrigin ?? false,
    }),
  );
}
