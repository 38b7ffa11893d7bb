import { answerBotApi } from './bot-api.ts';
import { answerControl } from './control/http.ts';
import type { CoreOptions } from './core.ts';
import { type HttpRequest, type Reply, startHttpServer } from './http/server.ts';
import { TelegramStandIn } from './stand-in.ts';

export interface StandInOptions extends CoreOptions {
  /** 127.0.0.1 unless given. */
  readonly host?: string;
  /** 0 (any free one) unless given. */
  readonly port?: number;
}

export interface RunningStandIn {
  /** The API root that a bot is given, without a slash at its end. */
  readonly url: string;
  readonly port: number;
  readonly standIn: TelegramStandIn;
  /** Ends deliveries and connections. */
  close(): Promise<void>;
}

/**
 * Starts a Telegram that stands in for the real one: the Bot API at `/bot<token>/<method>`, its files at
 * `/file/bot<token>/<file_id>`, the control API at `/control/`. Rejects when the address cannot be had.
 */
export async function startTelegramStandIn(options: StandInOptions = {}): Promise<RunningStandIn> {
  const standIn = new TelegramStandIn(options);
  const server = await startHttpServer({
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    accept: () => standIn.core.faults.forConnection() === null,
    handle: (request, reply) => route(standIn, request, reply),
  });
  standIn.attachNetwork(server);
  return {
    url: `http://${server.host.includes(':') ? `[${server.host}]` : server.host}:${server.port}`,
    port: server.port,
    standIn,
    close() {
      standIn.close();
      return server.close();
    },
  };
}

function route(standIn: TelegramStandIn, request: HttpRequest, reply: Reply): void {
  const { target } = request;
  if (target.startsWith('/bot')) answerBotApi(standIn.core, request, reply);
  else if (target.startsWith('/control/')) answerControl(standIn, request, reply);
  else if (target.startsWith('/file/bot')) sendFile(standIn, target, reply);
  else reply.send(404, 'application/json', '{"ok":false,"error_code":404,"description":"Not Found"}');
}

function sendFile(standIn: TelegramStandIn, target: string, reply: Reply): void {
  const [token = '', id = ''] = target.slice('/file/bot'.length).split('/');
  const bot = standIn.core.botsByToken.get(token);
  const file = bot === undefined ? undefined : standIn.core.files.find(bot.id, id);
  if (file === undefined)
    reply.send(404, 'application/json', '{"ok":false,"error_code":404,"description":"Not Found"}');
  else reply.send(200, file.contentType, file.bytes);
}
