import { badRequest, conflict, Refusal } from '../refusal.ts';
import { asInteger, asList, type JsonObject } from '../values.ts';
import { WebhookDeliverer } from '../webhook.ts';
import { type Answer, type Call, textOf } from './call.ts';

const WEBHOOK_ACTIVE = conflict(
  "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
);
const PUBLIC_PORTS = ['', '443', '80', '88', '8443'];

/** An answer whose JSON is put together from updates that are JSON already. */
export class RawUpdates {
  readonly json: string;

  constructor(updates: readonly { readonly json: string }[]) {
    this.json = `[${updates.map((update) => update.json).join(',')}]`;
  }
}

export async function getUpdates(call: Call): Promise<RawUpdates | Refusal> {
  const { core, bot } = call;
  if (core.webhooks.get(bot.id)?.deliverer) return WEBHOOK_ACTIVE;
  bot.inbox.allow(asList(call.values.allowed_updates)?.map(String));
  const updates = await core.polling.get(bot.id)?.poll({
    offset: asInteger(call.values.offset) ?? 0,
    limit: asInteger(call.values.limit) ?? 100,
    timeoutS: asInteger(call.values.timeout) ?? 0,
    onGone: call.onGone,
  });
  return updates instanceof Refusal ? updates : new RawUpdates(updates ?? []);
}

export function setWebhook(call: Call): Answer {
  const url = textOf(call, 'url') ?? '';
  if (url === '') return deleteWebhook(call);
  const secretToken = textOf(call, 'secret_token');
  const fault = urlFault(call, url) ?? secretFault(secretToken);
  if (fault !== null) return fault;
  const maxConnections = asInteger(call.values.max_connections) ?? 40;
  if (maxConnections < 1 || maxConnections > 100)
    return badRequest('max_connections must be between 1 and 100');
  const { core, bot } = call;
  const state = core.webhooks.get(bot.id);
  if (state === undefined) throw new Error('a bot without webhook state');
  bot.inbox.allow(asList(call.values.allowed_updates)?.map(String));
  if (call.values.drop_pending_updates === true) bot.inbox.dropAll();
  core.polling.get(bot.id)?.endForWebhook();
  state.deliverer?.stop();
  state.lastErrorDate = null;
  state.lastErrorMessage = null;
  state.deliverer = new WebhookDeliverer(
    {
      url,
      secretToken: secretToken === '' ? undefined : secretToken,
      maxConnections,
      hasCertificate: call.values.certificate !== undefined,
      ipAddress: textOf(call, 'ip_address'),
    },
    {
      inbox: bot.inbox,
      secondMs: core.webhookSecondMs,
      onAnswer: (contentType, body) => core.onWebhookAnswer(core, bot, contentType, body),
      onError: (message) => {
        state.lastErrorDate = core.clock.seconds();
        state.lastErrorMessage = message;
      },
    },
  );
  return true;
}

export function deleteWebhook(call: Call): Answer {
  const { core, bot } = call;
  const state = core.webhooks.get(bot.id);
  state?.deliverer?.stop();
  if (state !== undefined) state.deliverer = null;
  if (call.values.drop_pending_updates === true) bot.inbox.dropAll();
  return true;
}

export function getWebhookInfo(call: Call): Answer {
  const { core, bot } = call;
  const state = core.webhooks.get(bot.id);
  const settings = state?.deliverer?.settings;
  const info: JsonObject = {
    url: settings?.url ?? '',
    has_custom_certificate: settings?.hasCertificate ?? false,
    pending_update_count: bot.inbox.size,
  };
  if (settings !== undefined) {
    info.max_connections = settings.maxConnections;
    info.ip_address = settings.ipAddress ?? '127.0.0.1';
  }
  if (state?.lastErrorDate != null) {
    info.last_error_date = state.lastErrorDate;
    info.last_error_message = state.lastErrorMessage;
  }
  if (bot.inbox.allowed !== null) info.allowed_updates = bot.inbox.allowed;
  return info;
}

function urlFault(call: Call, url: string): Refusal | null {
  const parsed = URL.parse(url);
  if (parsed === null || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) {
    return badRequest('invalid webhook URL specified');
  }
  if (call.core.webhookUrls === 'local') return null;
  if (parsed.protocol !== 'https:')
    return badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  return PUBLIC_PORTS.includes(parsed.port)
    ? null
    : badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
}

function secretFault(secret: string | undefined): Refusal | null {
  if (secret === undefined) return null;
  if (secret.length > 256) return badRequest('secret token is too long');
  return /^[A-Za-z0-9_-]*$/.test(secret) ? null : badRequest('secret token contains unallowed characters');
}
