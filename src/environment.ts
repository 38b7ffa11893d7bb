import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { type ParsedConfig, parseConfig } from './config.ts';

/** The configuration, from the environment, and below it what a `.env` file in the working folder says. */
export function readEnvironment(): ParsedConfig {
  return parseConfig(environment());
}

/** The token for the API with which a person says at the command line who they are; null when it is not given. */
export function readApiToken(): string | null {
  return environment().BRAY_TOKEN ?? null;
}

function environment(): Readonly<Record<string, string | undefined>> {
  const file = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
  return { ...file, ...credentials(), ...process.env };
}

/**
 * The passphrase of the keys from the folder of credentials that the service manager made for this process alone, so that
 * it stands in no environment: `LoadCredential=keys-passphrase:…` of systemd (systemd.exec(5), "Credentials", read
 * December 2026). One line end behind it is not part of it.
 */
function credentials(): Readonly<Record<string, string>> {
  const folder = process.env.CREDENTIALS_DIRECTORY;
  if (folder === undefined) return {};
  const path = join(folder, 'keys-passphrase');
  return existsSync(path) ? { KEYS_PASSPHRASE: readFileSync(path, 'utf8').replace(/\r?\n$/, '') } : {};
}
