import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { languages } from '../../src/domain/language.ts';
import { findCampaign } from '../../src/services/campaigns/find.ts';
import { sceneIds } from '../script/scene-id.ts';
import type { Theatre } from '../world/theatre.ts';
import { passToControl } from './control-proxy.ts';
import { serveNetworks } from './networks.ts';
import { timeNow } from './time-state.ts';
import { streamTime } from './time-stream.ts';

const pageFolder = new URL('../page/', import.meta.url);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** What the page loads comes from here, and nobody frames it: what a message carries stays text. */
const policy = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Plain names only, so that nothing outside the page's folder is ever read. */
const pageFile = /^(?:[\w-]+\/){0,3}[\w-]+(?:\.[\w-]+)*$/;

const playInput = z.strictObject({ speed: z.number().positive().max(10_000_000) });
const restartInput = z.strictObject({ scene: z.enum(sceneIds) });
const chatInput = z.strictObject({ language: z.enum(languages) });

/** The demo's own pages and time machine, with the stand-in's control API below `/control/`. */
export function createDemoApp(theatre: Theatre): Hono {
  const app = new Hono();
  app.onError((error, c) => {
    if (error instanceof z.ZodError) return c.json({ error: z.prettifyError(error) }, 400);
    if (error instanceof SyntaxError) return c.json({ error: 'The body is not JSON.' }, 400);
    return c.json({ error: error.message }, 500);
  });

  app.get('/', () => sendPageFile('index.html'));
  app.get('/networks', () => sendPageFile('networks.html'));
  serveNetworks(app, theatre);
  app.get('/page/*', (c) => sendPageFile(c.req.path.slice('/page/'.length)));
  app.all('/control/*', async (c) => {
    const { stage } = await theatre.performance();
    return passToControl(stage.world.telegram.url, c.req.raw);
  });

  app.get('/time', async (c) => c.json(await timeNow(theatre)));
  app.get('/time/stream', (c) => streamSSE(c, (stream) => streamTime(theatre, stream)));
  app.post('/time/step', async (c) => {
    const { stage } = await theatre.performance();
    await stage.player.step();
    return c.json(await timeNow(theatre));
  });
  app.post('/time/play', async (c) => {
    const { speed } = playInput.parse(await c.req.json());
    const { stage } = await theatre.performance();
    stage.player.play(speed);
    return c.json(await timeNow(theatre));
  });
  app.post('/time/pause', async (c) => {
    const { stage } = await theatre.performance();
    await stage.player.pause();
    return c.json(await timeNow(theatre));
  });
  app.post('/time/restart', async (c) => {
    const { scene } = restartInput.parse(await c.req.json());
    await theatre.restart(scene);
    return c.json(await timeNow(theatre));
  });

  app.get('/demo', async (c) => {
    const { stage, chats } = await theatre.performance();
    const { bot, service } = stage.world;
    const { address } = service;
    const { inlineAllowed } = await findCampaign(stage.world.operator);
    return c.json({
      botUsername: bot.username,
      botId: bot.id,
      slug: stage.scene.archive.slug,
      inlineAllowed,
      ...(address !== null && { adminUrl: `http://127.0.0.1:${address.port}/docs` }),
      chats,
    });
  });
  app.post('/demo/chats', async (c) => {
    const { language } = chatInput.parse(await c.req.json());
    return c.json(await theatre.addChat(language), 201);
  });
  return app;
}

async function sendPageFile(name: string): Promise<Response> {
  const type = types[extname(name)];
  if (type === undefined || !pageFile.test(name)) return notThere();
  try {
    const bytes = await readFile(new URL(name, pageFolder));
    // Somebody who works on the page wants to see what they changed.
    return new Response(new Uint8Array(bytes), {
      headers: { 'Content-Type': type, 'Cache-Control': 'no-cache', 'Content-Security-Policy': policy },
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return notThere();
    throw error;
  }
}

function notThere(): Response {
  return new Response('Not found', { status: 404, headers: { 'Content-Type': 'text/plain' } });
}
