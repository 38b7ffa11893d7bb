import { resolve } from 'node:path';
import { z } from 'zod';
import { DEFAULT_GRAPH_VERSION, GRAPH_ROOT } from './domain/graph-version.ts';
import { parseStaffSite, type StaffSite } from './domain/staff-site.ts';
import { isThisMachine } from './domain/this-machine.ts';

/** What a process can do; one does all of it unless `ROLES` says otherwise. */
export const serviceRoles = ['web', 'bot', 'scheduler', 'sender'] as const;
export type ServiceRole = (typeof serviceRoles)[number];

/** Everything that the environment decides. Read once, before anything starts. */
export interface Config {
  readonly database: DatabaseConfig;
  readonly dataFolder: string;
  readonly roles: ReadonlySet<ServiceRole>;
  readonly web: WebConfig;
  readonly telegram: TelegramConfig;
  /** Meta's Graph API: where it is, and the version that is spoken, as `v26.0`. */
  readonly facebook: { readonly root: string; readonly version: string };
  /** Where X's API is. */
  readonly xServer: string;
  readonly keys: { readonly file: string; readonly passphrase: Secret | null };
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
}

/** Where the data is. No address at all: an embedded PostgreSQL in the data folder. */
export interface DatabaseConfig {
  /** A PostgreSQL server (15 or newer), for whatever has no address of its own below. */
  readonly url: string | null;
  /** The addresses at which a role of the service, or who migrates, signs in as somebody of its own. */
  readonly own: Readonly<Partial<Record<ServiceRole | 'migrate', string>>>;
}

/** Where the web role listens, and under which addresses it is found. */
export interface WebConfig {
  readonly host: string;
  readonly port: number;
  /** Where others find this service, without a slash at its end: through a TLS proxy, usually. Null when not told. */
  readonly publicUrl: string | null;
  /** The same where a follower's phone can open it: an address on this machine is for the stand-in only. */
  readonly followersUrl: string | null;
  /** Where staff sign in with passkeys; null: nowhere, and they decide by Telegram button or over the API. */
  readonly staffSite: StaffSite | null;
}

/** How the bot speaks with Telegram. */
export interface TelegramConfig {
  /** Null until a coordinator has pasted it into the set-up page. */
  readonly token: Secret | null;
  readonly apiRoot: string;
  readonly intake:
    | { readonly mode: 'polling' }
    | { readonly mode: 'webhook'; readonly publicUrl: string; readonly secret: Secret };
  /** Messages per second, all chats together; 0 switches the limit off (for the sandbox only). */
  readonly rate: number;
}

/** A value that cannot slip into a log or an error: it prints as `[secret]`, and only `reveal` gives it away. */
export class Secret {
  readonly #value: string;
  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself, for where it is used and nowhere else. */
  reveal(): string {
    return this.#value;
  }
  toString(): string {
    return '[secret]';
  }
  toJSON(): string {
    return '[secret]';
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[secret]';
  }
}

/** What is wrong with one variable, with what to write instead; never its value. */
export interface ConfigFault {
  readonly name: string;
  readonly fault: string;
}

/** The configuration, or all that is wrong with it. */
export type ParsedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly ConfigFault[] };

const tokenShape = /^\d{3,20}:[A-Za-z0-9_-]{20,100}$/;

const token = z
  .string()
  .regex(tokenShape, 'is not a bot token: copy it whole from BotFather, e.g. 123456:ABC-DEF…')
  .transform((value) => new Secret(value));

/** A bot token that somebody typed or pasted; null for what cannot be one. */
export function parseToken(text: string): Secret | null {
  return tokenShape.test(text) ? new Secret(text) : null;
}

const webUrl = (schemes: RegExp, example: string) =>
  z.url({ protocol: schemes, error: `is not an address; write it like ${example}` });

/** Plain http is for a Telegram that stands in on this machine: what it delivers crosses no network. */
function isHttpsOrLocal(address: string): boolean {
  if (!URL.canParse(address)) return true;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || isThisMachine(hostname);
}

/** A number as people write it: not '0x50', '1e3' or a blank, which JavaScript would read as one. */
const decimal = (fault: string) =>
  z
    .string()
    .regex(/^-?\d{1,9}(?:\.\d{1,9})?$/, fault)
    .transform(Number);

const port = decimal('is not a number; choose a port from 0 (any that is free) to 65535').pipe(
  z
    .int('is not a whole number; choose a port from 0 to 65535')
    .min(0, 'is below 0; choose a port from 0 to 65535')
    .max(65535, 'is above 65535; choose a port from 0 to 65535'),
);

const roles = z
  .string()
  .default(serviceRoles.join(','))
  .transform((value) => value.split(',').map((role) => role.trim()))
  .pipe(
    z
      .array(z.enum(serviceRoles, `names a role that does not exist; choose from ${serviceRoles.join(', ')}`))
      .min(1),
  )
  .transform((list) => new Set(list));

const staffSite = z.string().transform((value, ctx): StaffSite => {
  const site = parseStaffSite(value);
  if (site !== null) return site;
  ctx.addIssue({
    code: 'custom',
    message:
      'is not the address of a staff site: write https and a domain of its own, like https://staff.bray.example.org (http is for localhost only; passkeys work at no address in numbers)',
  });
  return z.NEVER;
});

/** Where a network's API is, unless it is said otherwise. */
const apiRoot = (usual: string) =>
  webUrl(/^https?$/, usual)
    .refine(
      isHttpsOrLocal,
      'begins with http: write an https address (http is for a stand-in on this machine)',
    )
    .default(usual);

const databaseUrl = webUrl(/^postgres(ql)?$/, 'postgres://user:password@host:5432/bray').optional();

const schema = z.object({
  DATABASE_URL: databaseUrl,
  DATABASE_URL_WEB: databaseUrl,
  DATABASE_URL_BOT: databaseUrl,
  DATABASE_URL_SCHEDULER: databaseUrl,
  DATABASE_URL_SENDER: databaseUrl,
  DATABASE_URL_MIGRATE: databaseUrl,
  DATA_FOLDER: z.string().default('data'),
  ROLES: roles,
  HOST: z.string().default('127.0.0.1'),
  PORT: port.prefault('8080'),
  TELEGRAM_BOT_TOKEN: token.optional(),
  TELEGRAM_API_ROOT: webUrl(/^https?$/, 'https://api.telegram.org').default('https://api.telegram.org'),
  TELEGRAM_MODE: z
    .enum(['polling', 'webhook'], 'is neither polling (works anywhere) nor webhook (needs PUBLIC_URL)')
    .default('polling'),
  PUBLIC_URL: webUrl(/^https?$/, 'https://bray.example.org (Telegram delivers to https only)')
    .refine(isHttpsOrLocal, 'begins with http: write an https address (Telegram delivers to https only)')
    .optional(),
  STAFF_ORIGIN: staffSite.optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(
      /^[A-Za-z0-9_-]{32,256}$/,
      'needs 32 to 256 of the characters A–Z a–z 0–9 _ - (Telegram allows no others)',
    )
    .transform((value) => new Secret(value))
    .optional(),
  TELEGRAM_RATE: decimal('is not a number of messages per second; the free limit is 30')
    .pipe(
      z
        .number()
        .min(0, 'is negative; the free limit is 30 messages per second')
        .max(1000, 'is above 1000, the most that Telegram sells'),
    )
    .prefault('30'),
  FACEBOOK_GRAPH_ROOT: apiRoot(GRAPH_ROOT),
  FACEBOOK_GRAPH_VERSION: z
    .string()
    .regex(/^v\d{1,3}\.\d$/, `is not a version of the Graph API; write it like ${DEFAULT_GRAPH_VERSION}`)
    .default(DEFAULT_GRAPH_VERSION),
  X_API_ROOT: apiRoot('https://api.x.com'),
  KEYS_FILE: z.string().optional(),
  KEYS_PASSPHRASE: z.string().min(1).optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], 'is not one of debug, info, warn, error')
    .default('info'),
});

/** What `TELEGRAM_MODE=webhook` needs beside itself, by why. */
const webhookNeeds = {
  PUBLIC_URL: 'is missing: TELEGRAM_MODE=webhook needs the https address at which Telegram reaches us',
  TELEGRAM_WEBHOOK_SECRET: 'is missing: TELEGRAM_MODE=webhook needs it, so that only Telegram is believed',
  TELEGRAM_BOT_TOKEN: 'is missing: TELEGRAM_MODE=webhook needs the token from BotFather',
} as const;

/** The names that `parseConfig` reads, for `.env.example` and its test. */
export const configNames = Object.keys(schema.shape);

/**
 * Reads the configuration from an environment. Pure; names every fault at once, each with its remedy and
 * never with the value, which may be a secret. A blank value counts as not given.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): ParsedConfig {
  const given = Object.fromEntries(
    configNames.flatMap((name) => (env[name]?.trim() ? [[name, env[name]]] : [])),
  );
  const parsed = schema.safeParse(given);
  const faults = [...findFaults(parsed), ...findMissing(given), ...findMissingAddresses(given)];
  if (!parsed.success || faults.length > 0) return { ok: false, faults };
  const read = parsed.data;
  const dataFolder = resolve(read.DATA_FOLDER);
  const publicUrl = read.PUBLIC_URL?.replace(/\/+$/, '') ?? null;
  return {
    ok: true,
    config: {
      database: { url: read.DATABASE_URL ?? null, own: ownAddresses(read) },
      dataFolder,
      roles: read.ROLES,
      web: {
        host: read.HOST,
        port: read.PORT,
        publicUrl,
        followersUrl: publicUrl?.startsWith('https:') ? publicUrl : null,
        staffSite: read.STAFF_ORIGIN ?? null,
      },
      telegram: {
        token: read.TELEGRAM_BOT_TOKEN ?? null,
        apiRoot: read.TELEGRAM_API_ROOT.replace(/\/+$/, ''),
        intake:
          publicUrl !== null && read.TELEGRAM_WEBHOOK_SECRET !== undefined && read.TELEGRAM_MODE === 'webhook'
            ? { mode: 'webhook', publicUrl, secret: read.TELEGRAM_WEBHOOK_SECRET }
            : { mode: 'polling' },
        rate: read.TELEGRAM_RATE,
      },
      facebook: {
        root: read.FACEBOOK_GRAPH_ROOT.replace(/\/+$/, ''),
        version: read.FACEBOOK_GRAPH_VERSION,
      },
      xServer: read.X_API_ROOT.replace(/\/+$/, ''),
      keys: {
        file: resolve(read.KEYS_FILE ?? `${dataFolder}/keys.json`),
        passphrase: read.KEYS_PASSPHRASE === undefined ? null : new Secret(read.KEYS_PASSPHRASE),
      },
      logLevel: read.LOG_LEVEL,
    },
  };
}

/** One fault a name, however many parts of its value are wrong. */
function findFaults(parsed: z.ZodSafeParseResult<unknown>): ConfigFault[] {
  const faults: ConfigFault[] = [];
  for (const { path, message } of parsed.error?.issues ?? []) {
    const name = String(path[0]);
    if (!faults.some((known) => known.name === name)) faults.push({ name, fault: message });
  }
  return faults;
}

/** Asked of what was given and not of what could be read, so that no fault hides another. */
function findMissing(given: Readonly<Record<string, string | undefined>>): ConfigFault[] {
  if (given.TELEGRAM_MODE !== 'webhook') return [];
  return Object.entries(webhookNeeds)
    .filter(([name]) => given[name] === undefined)
    .map(([name, fault]) => ({ name, fault }));
}

/** The variable that holds a role's own address. */
export const addressNames = {
  web: 'DATABASE_URL_WEB',
  bot: 'DATABASE_URL_BOT',
  scheduler: 'DATABASE_URL_SCHEDULER',
  sender: 'DATABASE_URL_SENDER',
  migrate: 'DATABASE_URL_MIGRATE',
} as const satisfies Record<ServiceRole | 'migrate', string>;

type AddressName = (typeof addressNames)[keyof typeof addressNames];

function ownAddresses(
  read: Readonly<Partial<Record<AddressName, string | undefined>>>,
): DatabaseConfig['own'] {
  const own: Partial<Record<ServiceRole | 'migrate', string>> = {};
  for (const role of [...serviceRoles, 'migrate'] as const) {
    const address = read[addressNames[role]];
    if (address !== undefined) own[role] = address;
  }
  return own;
}

/** With an address for one role and none for another, the other would work on a database of its own. */
function findMissingAddresses(given: Readonly<Record<string, string | undefined>>): ConfigFault[] {
  const anyOwn = Object.values(addressNames).some((name) => given[name] !== undefined);
  const asked = roles.safeParse(given.ROLES);
  if (given.DATABASE_URL !== undefined || !anyOwn || !asked.success) return [];
  return [...asked.data]
    .map((role) => addressNames[role])
    .filter((name) => given[name] === undefined)
    .map((name) => ({
      name,
      fault: 'is missing: give it, or DATABASE_URL for all that have none of their own',
    }));
}
