import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { createApi } from '../../src/api/app.ts';
import type { ApiDeps } from '../../src/api/deps.ts';
import { createMetrics } from '../../src/api/metrics.ts';
import { createPartnerSecrets } from '../../src/crypto/partner-secrets.ts';
import { safeError } from '../../src/log.ts';
import { issueToken } from '../../src/services/staff/issue-token.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../helpers/campaign.ts';

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body where it is JSON, for comparing; null where it is not. */
  readonly json: unknown;
  /** The same, for a test that says what it expects to be there. */
  read<T>(): T;
}

/** A staff member's way in: paths are below `/api/admin`. */
export interface Client extends Record<'get' | 'post' | 'put' | 'patch' | 'delete', Call> {
  readonly token: string;
}
type Call = (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

export type ApiWorld = Awaited<ReturnType<typeof apiWorld>>;

/** A campaign whose API listens on a port of its own. End it with `close()`. */
export async function apiWorld(
  options: Parameters<typeof testCampaign>[0] & {
    readonly deps?: (campaign: TestCampaign) => Partial<ApiDeps>;
  } = {},
) {
  const campaign = await testCampaign(options);
  const { clock, campaignId, botId, ctx } = campaign;
  const base = {
    db: campaign.as('web').db,
    clock,
    log: ctx.log,
    campaignId,
    botId,
    seal: ctx.seal,
    pinned: ctx.pinned,
    networks: ctx.networks,
    signingKey: campaign.keys.web.approvalSigning,
  };
  const app = createApi({
    context: () => base,
    log: ctx.log,
    safeError,
    admin: true,
    partnerSecrets: createPartnerSecrets(campaign.keys.web.partnerSecrets!),
    probes: {},
    metrics: createMetrics(base),
    ...options.deps?.(campaign),
  });
  const listening = Promise.withResolvers<AddressInfo>();
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, listening.resolve);
  const { port } = await listening.promise;
  const url = `http://127.0.0.1:${port}`;

  async function request(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(url + path, init);
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? JSON.parse(text) : null,
      read: () => JSON.parse(text),
    };
  }

  return {
    ...campaign,
    databaseUrl: campaign.url,
    app,
    url,
    port,
    request,
    async client(member: TestStaff, made: Parameters<typeof issueToken>[2] = {}): Promise<Client> {
      const token = await issueToken(campaign.operator, member.id, made);
      const call = (method: string) => (path: string, body?: unknown, headers?: Record<string, string>) =>
        request(`/api/admin${path}`, {
          method,
          headers: {
            Authorization: `Bearer ${token}`,
            ...headers,
            ...(body !== undefined && { 'Content-Type': 'application/json' }),
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
      /** Changes what stands there, as who has just read it. */
      const change =
        (method: string) =>
        async (path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> => {
          const read = await request(
            `/api/admin${path.replace(/\/(?:photo|embargo|schedule|warning)$/, '')}`,
            {
              headers: { Authorization: `Bearer ${token}` },
            },
          );
          const tag = read.headers.get('etag');
          const condition: Record<string, string> =
            tag === null ? { 'If-None-Match': '*' } : { 'If-Match': tag };
          return call(method)(path, body, headers ?? condition);
        };
      return {
        token,
        get: call('GET'),
        post: call('POST'),
        put: change('PUT'),
        patch: change('PATCH'),
        delete: call('DELETE'),
      };
    },
    async close() {
      await new Promise<void>((ended) => {
        server.close(() => ended());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await campaign.close();
    },
  };
}
