/*
 * A real personal data server of Bluesky with its directory of identities (PLC), on loopback alone, its files in the folder
 * given. The first line that it prints is its address; it ends when its standard input does. Its administrator's password is
 * in BLUESKY_ADMIN. Plain JavaScript: its packages stand in this folder, and are there only for `npm run test:real`.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { PDS } from '@atproto/pds';
import { Database, PlcServer } from '@did-plc/server';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Usage: node bluesky-server.mjs <empty folder>');
const secret = () => randomBytes(32).toString('hex');

const directory = PlcServer.create({ db: Database.mock(), port: 0 });
const { port: directoryPort } = (await directory.start()).address();

const server = await PDS.fromEnv({
  devMode: true,
  port: 0,
  hostname: 'localhost',
  serviceHandleDomains: ['.test'],
  didPlcUrl: `http://127.0.0.1:${directoryPort}`,
  dataDirectory: folder,
  blobstoreDiskLocation: join(folder, 'blobs'),
  blobUploadLimit: 5_000_000,
  inviteRequired: false,
  rateLimitsEnabled: false,
  disableSsrfProtection: true,
  bskyAppViewUrl: undefined,
  crawlers: [],
  trustedOAuthClients: [],
  rateLimitBypassIps: [],
  handleBackupNameservers: [],
  plcRotationKeyK256PrivateKeyHex: secret(),
  jwtSecret: secret(),
  adminPassword: process.env.BLUESKY_ADMIN ?? secret(),
});
const { port } = (await server.start()).address();
console.log(`http://127.0.0.1:${port}`);

process.stdin.on('close', () => process.exit(0)).resume();
