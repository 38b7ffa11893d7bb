import { existsSync, readFileSync } from 'node:fs';
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
  return { ...file, ...process.env };
}
