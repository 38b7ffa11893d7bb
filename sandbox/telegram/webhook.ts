import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { QueuedUpdate, UpdateInbox } from './inbox.ts';

/** How the Bot API server behaves towards a webhook (tdlib/telegram-bot-api 10.0). */
const READ_TIMEOUT_MS = 60_000;
const MAX_RETRY_AFTER_S = 3600;
const MAX_DELAY_S = 60;
const MAX_ANSWER_BYTES = 1024 * 1024;

export interface WebhookSettings {
  readonly url: string;
  readonly secretToken: string | undefined;
  readonly maxConnections: number;
  readonly hasCertificate: boolean;
  readonly ipAddress: string | undefined;
}

export interface WebhookOptions {
  readonly inbox: UpdateInbox;
  /** What a second of the delay between two tries lasts, in milliseconds: tests shorten it. */
  readonly secondMs: number;
  /** Executes the method that an answer asks for. */
  readonly onAnswer: (contentType: string, body: Buffer) => void;
  readonly onError: (message: string) => void;
}

interface Lane {
  readonly queue: QueuedUpdate[];
  busy: boolean;
  /** Seconds that the next delay doubles. */
  delay: number;
  failures: number;
}

type Delivered =
  | { readonly kind: 'ok'; readonly contentType: string; readonly body: Buffer }
  | { readonly kind: 'failed'; readonly why: string; readonly retryAfterS: number };

/** Delivers the updates of one bot: several lanes at once, each in order, each tried until it is taken. */
export class WebhookDeliverer {
  readonly settings: WebhookSettings;
  readonly #options: WebhookOptions;
  readonly #lanes = new Map<string, Lane>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #agent: HttpAgent | HttpsAgent;
  readonly #stopListening: () => void;
  #inFlight = 0;
  #stopped = false;

  constructor(settings: WebhookSettings, options: WebhookOptions) {
    this.settings = settings;
    this.#options = options;
    const agentOptions = { keepAlive: true, maxSockets: settings.maxConnections };
    this.#agent = settings.url.startsWith('https:')
      ? new HttpsAgent(agentOptions)
      : new HttpAgent(agentOptions);
    this.#stopListening = options.inbox.onArrival((update) => {
      if (update !== null) this.#enlist(update);
      else for (const replayed of options.inbox.takeReplays()) this.#enlist(replayed);
      this.#pump();
    });
    for (const update of options.inbox.waiting()) this.#enlist(update);
    this.#pump();
  }

  /** Ends all deliveries; what was under way is tried again by the next webhook, as with Telegram. */
  stop(): void {
    this.#stopped = true;
    this.#stopListening();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#agent.destroy();
  }

  #enlist(update: QueuedUpdate): void {
    const lane = this.#lanes.get(update.lane);
    if (lane === undefined)
      this.#lanes.set(update.lane, { queue: [update], busy: false, delay: 1, failures: 0 });
    else lane.queue.push(update);
  }

  #pump(): void {
    if (this.#stopped || this.#options.inbox.held) return;
    for (const [name, lane] of this.#lanes) {
      if (this.#inFlight >= this.settings.maxConnections) return;
      if (!lane.busy) this.#deliver(name, lane);
    }
  }

  #deliver(name: string, lane: Lane): void {
    const update = lane.queue[0];
    if (update === undefined) {
      this.#lanes.delete(name);
      return;
    }
    lane.busy = true;
    this.#inFlight += 1;
    void this.#post(update.json).then((delivered) => {
      this.#inFlight -= 1;
      if (this.#stopped) return;
      if (delivered.kind === 'ok') {
        lane.queue.shift();
        lane.busy = false;
        lane.delay = 1;
        lane.failures = 0;
        this.#options.inbox.confirm(update.id);
        this.#options.onAnswer(delivered.contentType, delivered.body);
      } else {
        this.#options.onError(delivered.why);
        this.#retryLater(lane, delivered.retryAfterS);
      }
      this.#pump();
    });
  }

  /** The first repeat comes at once, the next after 2 s, 4 s … 60 s; Retry-After goes before. */
  #retryLater(lane: Lane, retryAfterS: number): void {
    if (retryAfterS === 0 && lane.failures > 0) lane.delay = Math.min(lane.delay * 2, MAX_DELAY_S);
    const seconds = retryAfterS > 0 ? retryAfterS : lane.failures === 0 ? 0 : lane.delay;
    lane.failures += 1;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      lane.busy = false;
      this.#pump();
    }, seconds * this.#options.secondMs);
    this.#timers.add(timer);
  }

  #post(json: string): Promise<Delivered> {
    const { promise, resolve } = Promise.withResolvers<Delivered>();
    const { url, secretToken } = this.settings;
    const send = url.startsWith('https:') ? httpsRequest : httpRequest;
    const request = send(url, {
      method: 'POST',
      agent: this.#agent,
      timeout: READ_TIMEOUT_MS,
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(json),
        ...(secretToken === undefined ? {} : { 'X-Telegram-Bot-Api-Secret-Token': secretToken }),
      },
    });
    request.on('timeout', () => request.destroy(new Error('Read timeout expired')));
    request.on('error', (error) => resolve({ kind: 'failed', why: wordsFor(error), retryAfterS: 0 }));
    request.on('response', (response) => readAnswer(response, resolve));
    request.end(json);
    return promise;
  }
}

function readAnswer(response: IncomingMessage, resolve: (delivered: Delivered) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= MAX_ANSWER_BYTES) chunks.push(chunk);
  });
  response.on('error', (error) => resolve({ kind: 'failed', why: wordsFor(error), retryAfterS: 0 }));
  response.on('end', () => {
    const status = response.statusCode ?? 0;
    if (status >= 200 && status <= 299) {
      resolve({
        kind: 'ok',
        contentType: response.headers['content-type'] ?? '',
        body: Buffer.concat(chunks),
      });
      return;
    }
    const retryAfter = Number(response.headers['retry-after'] ?? 0);
    resolve({
      kind: 'failed',
      why: `Wrong response from the webhook: ${status} ${response.statusMessage ?? ''}`,
      retryAfterS: Number.isFinite(retryAfter) ? Math.min(Math.max(retryAfter, 0), MAX_RETRY_AFTER_S) : 0,
    });
  });
}

function wordsFor(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ECONNREFUSED') return 'Connection refused';
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'Webhook connection closed';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return 'Failed to resolve host: Name or service not known';
  return error.message;
}
