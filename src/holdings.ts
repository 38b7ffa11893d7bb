import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CannotStart } from './cannot-start.ts';
import { type Config, Secret } from './config.ts';
import { type KeyFileFault, readKeyFile, type WriteFault, writeKeyFile } from './crypto/key-file.ts';
import { gatherShares, type ShareFault, type ShareGathering } from './crypto/key-shares.ts';
import { isLongEnough } from './crypto/key-wrapping.ts';
import { generateKeys, type KeyRing } from './crypto/keys.ts';
import { readSecretFile, type SecretFileFault, writeSecretFile } from './crypto/secret-file.ts';

/** Where a bot token was taken from. */
export type TokenOrigin = 'environment' | 'secret-file' | 'page';

/** What this machine holds for the service: its keys, and the bot's token. */
export interface Holdings {
  /** `locked`: by a passphrase; `sealed`: until enough shares were given. */
  keys(): 'missing' | 'locked' | 'sealed' | 'open';
  ring(): KeyRing | null;
  token(): { readonly secret: Secret; readonly origin: TokenOrigin } | null;
  /** Opens the key file, and with it the stored token. Throws `CannotStart` when a file is damaged. */
  unlock(passphrase: string): Promise<'open' | 'wrong'>;
  /** Takes one share of sealed keys, and opens them with the last that it needs. Throws `CannotStart` as `unlock` does. */
  give(share: string): Promise<ShareGiven>;
  /** Makes new keys, locks them with a passphrase, and stores the token that was taken with them. */
  create(passphrase: string): Promise<'created' | WriteFault>;
  /** Keeps a token from the page; on disk as soon as there are keys to seal it with. */
  take(token: Secret): Promise<void>;
  /** Forgets the token, until the next start where it comes from a file or the environment. */
  drop(): void;
}

/** `forged`: they were enough, and did not give the key; all must be given anew. */
export type ShareGiven =
  | { readonly outcome: ShareFault | 'other-set' | 'given-already' | 'forged' | 'enough' }
  | { readonly outcome: 'taken'; readonly given: number; readonly need: number };

/** Where the token is kept that the set-up page took. */
export function secretFileOf({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return join(dataFolder, 'secrets.json');
}

/**
 * Reads what this machine holds. Throws `CannotStart` when a file is there and cannot be used; that it is missing,
 * locked or sealed, is no fault.
 */
export async function openHoldings(
  config: Pick<Config, 'dataFolder' | 'keys' | 'telegram'>,
): Promise<Holdings> {
  const { file } = config.keys;
  const secretFile = secretFileOf(config);
  const given = config.telegram.token;
  let ring: KeyRing | null = null;
  let state: ReturnType<Holdings['keys']> = 'missing';
  let gathering: ShareGathering | null = null;
  let token: ReturnType<Holdings['token']> = given === null ? null : { secret: given, origin: 'environment' };

  const read = await readKeyFile(file);
  if (read.ok) await hold(read.keys);
  else if (read.fault === 'needs-passphrase') state = 'locked';
  else if (read.fault === 'needs-shares') {
    state = 'sealed';
    gathering = gatherShares(read.set);
  } else if (read.fault !== 'missing') throw unusable(file, read);

  async function hold(keys: KeyRing): Promise<void> {
    ring = keys;
    state = 'open';
    if (token?.origin === 'page') await store(token.secret);
    if (token !== null || keys.bot === null) return;
    const stored = await readSecretFile(secretFile, keys.bot);
    if (stored.ok) {
      token = { secret: new Secret(stored.secrets.botToken), origin: 'secret-file' };
      if (stored.former) await store(token.secret);
    } else if (stored.fault !== 'missing') throw new CannotStart(secretRemedy(secretFile, stored.fault));
  }

  async function store(secret: Secret): Promise<void> {
    if (ring === null) return;
    if (ring.bot === null) throw new CannotStart(noBotKeys(file));
    await mkdir(dirname(secretFile), { recursive: true, mode: 0o700 });
    const fault = await writeSecretFile(secretFile, { botToken: secret.reveal() }, ring.bot);
    if (fault !== null) throw new CannotStart(`${secretFile} cannot be written: ${fault}.`);
  }

  return {
    keys: () => state,
    ring: () => ring,
    token: () => token,

    async unlock(passphrase) {
      const opened = await readKeyFile(file, { passphrase });
      if (opened.ok) {
        await hold(opened.keys);
        return 'open';
      }
      if (opened.fault === 'wrong-passphrase') return 'wrong';
      throw unusable(file, opened);
    },

    async give(share) {
      if (gathering === null) return { outcome: 'enough' };
      const given = await gathering.give(share);
      if (given.outcome !== 'enough') return given;
      const opened = await readKeyFile(file, { shared: given.lock });
      if (!opened.ok) {
        if (opened.fault === 'wrong-shares') return { outcome: 'forged' };
        throw unusable(file, opened);
      }
      gathering = null;
      await hold(opened.keys);
      return { outcome: 'enough' };
    },

    async create(passphrase) {
      if (!isLongEnough(passphrase)) return 'passphrase-too-short';
      const made = await makeKeyFile(file, passphrase);
      if (made.fault !== null) return made.fault;
      await hold(made.keys);
      return 'created';
    },

    async take(secret) {
      await store(secret);
      token = { secret, origin: 'page' };
    },

    drop() {
      token = null;
    },
  };
}

async function makeKeyFile(
  file: string,
  passphrase: string,
): Promise<{ readonly fault: null; readonly keys: KeyRing } | { readonly fault: WriteFault }> {
  const folder = dirname(file);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (isNotWritable(error)) return { fault: 'not-writable' };
    throw error;
  }
  const keys = generateKeys();
  const written = await writeKeyFile(file, keys, { passphrase });
  return written.ok ? { fault: null, keys } : { fault: written.fault };
}

function isNotWritable(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(String(error.code))
  );
}

function unusable(file: string, { fault, remedy }: { fault: KeyFileFault; remedy: string }): CannotStart {
  return new CannotStart(`The key file ${file} (KEYS_FILE) cannot be used: ${fault}. ${remedy}`);
}

function noBotKeys(file: string): string {
  return `The key file ${file} lacks the keys of the bot role, so no token can be stored. Give it in TELEGRAM_BOT_TOKEN.`;
}

function secretRemedy(file: string, fault: Exclude<SecretFileFault, 'missing'>): string {
  const remedies = {
    'not-readable': 'Make the file belong to the user who runs this.',
    'too-open-permissions': 'Others on this machine can read it: `chmod 600` it.',
    'not-a-file': 'Move away what lies there.',
    'not-a-secret-file': 'It is damaged. Move it away; the set-up page then asks for the token again.',
    'other-keys':
      'It was sealed under other keys, or changed. If the right key file is in place, move it away; the set-up page then asks for the token again.',
  } as const;
  return `The bot token in ${file} cannot be read: ${fault}. ${remedies[fault]}`;
}
