import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { type ParsedConfig, parseConfig } from './config.ts';

/** The environment, and below it what a `.env` file in the working folder says. */
export function readEnvironment(): ParsedConfig {
  const file = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
  return parseConfig({ ...file, ...process.env });
}
