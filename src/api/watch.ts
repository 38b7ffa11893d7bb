import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { PartnerActor } from '../domain/actor.ts';
import { type PartnerId, parseId } from '../domain/ids.ts';
import { readReport } from '../domain/report.ts';
import { decodeUtf8 } from '../domain/text/utf8.ts';
import { tokenBuckets } from '../domain/token-bucket.ts';
import { findCampaign } from '../services/campaigns/find.ts';
import { actingAs, type Context } from '../services/context.ts';
import { authenticatePartner } from '../services/partners/authenticate.ts';
import { noteRefusal } from '../services/partners/note-refusal.ts';
import { reportHearing } from '../services/partners/report.ts';
import type { ApiDeps } from './deps.ts';
import { refuse } from './problem.ts';

/** In bytes: one hearing takes some hundred. */
const REPORT_MAX = 65_536;

/** Sixty at once, then one a second: a court's site does not change faster. */
const allowance = { burst: 60, everyMs: 1_000 } as const;

/**
 * Where partners' monitors report hearings, signed by Standard Webhooks; docs/watch.md is written for them. The
 * signature is checked over the bytes as they came, before anything reads them. Only who has signed is told what is
 * wrong with a report, and only what is on disk is answered with 200.
 */
export function createWatch(deps: Pick<ApiDeps, 'context' | 'partnerSecrets' | 'log'>): Hono {
  const watch = new Hono();
  const bucketOf = tokenBuckets<PartnerId>(allowance);

  watch.use(
    '*',
    bodyLimit({
      maxSize: REPORT_MAX,
      onError: (c) => {
        // The rest of the body is not read, so the connection cannot carry another request.
        c.header('Connection', 'close');
        return refuse(c, { code: 'body-too-large', limit: REPORT_MAX });
      },
    }),
  );

  watch.post('/:partnerId', async (c) => {
    const base = deps.context();
    if (base === null) return refuse(c, { code: 'not-set-up' });
    if (deps.partnerSecrets === null) return refuse(c, { code: 'watch-elsewhere' });
    const partnerId = parseId<PartnerId>(c.req.param('partnerId'));
    if (partnerId === null) return refuse(c, { code: 'report-unsigned' });
    const body = new Uint8Array(await c.req.arrayBuffer());
    const asking: Context = { ...base, actor: { kind: 'job', name: 'watch' } };
    const known = await authenticatePartner(
      { ...asking, partnerSecrets: deps.partnerSecrets },
      { partnerId, header: (name) => c.req.header(name), body },
    );
    if (!known.ok) return refuse(c, known.refusal);
    const nowMs = base.clock.monotonic();
    const wait = bucketOf(partnerId, nowMs).take(nowMs);
    if (wait > 0) {
      c.header('Retry-After', String(Math.ceil(wait / 1000)));
      return refuse(c, { code: 'reports-too-many' });
    }
    const taken = await take(asking, known.value, body);
    if (taken.ok) return c.json(taken.value, 200);
    await noteRefusal(asking, partnerId, taken.refusal.code);
    const errors = 'faults' in taken.refusal ? { errors: taken.refusal.faults } : {};
    return refuse(c, taken.refusal, errors);
  });

  return watch;
}

async function take(
  ctx: Context,
  { partner, reportId }: { readonly partner: PartnerActor; readonly reportId: string },
  body: Uint8Array,
) {
  const json = parse(body);
  if (json === undefined) return { ok: false, refusal: { code: 'body-not-json' } } as const;
  const [plain = 'en'] = (await findCampaign(ctx)).languages;
  const read = readReport(json, plain);
  if (!read.ok) return { ok: false, refusal: { code: 'report-refused', faults: read.faults } } as const;
  return reportHearing(actingAs(ctx, partner), { reportId, body, said: read.said });
}

/** Undefined for what is no UTF-8 or no JSON. */
function parse(body: Uint8Array): unknown {
  const text = decodeUtf8(body);
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
