import type { SSEStreamingApi } from 'hono/streaming';
import type { Theatre, TheatreEvent } from '../world/theatre.ts';
import { timeNow } from './time-state.ts';

/** A line without meaning, so often, keeps the connection from being taken for dead. */
const heartbeatMs = 15_000;
/** While it plays the clock moves more often than anybody can read. */
const timeAtMostEveryMs = 100;

/** Tells a page where the time machine stands, at once and on every change, until the page has gone. */
export async function streamTime(theatre: Theatre, stream: SSEStreamingApi): Promise<void> {
  const { promise: gone, resolve: leave } = Promise.withResolvers<void>();
  let writing: Promise<unknown> = Promise.resolve();
  let pending: NodeJS.Timeout | null = null;
  const write = (event: string, data: () => Promise<unknown>) => {
    writing = writing
      .then(async () => stream.writeSSE({ event, data: JSON.stringify(await data()) }))
      // The page has gone, or the scene is being changed: the next event tells what it missed.
      .catch(() => undefined);
  };
  const writeTime = () => {
    pending = null;
    write('time', () => timeNow(theatre));
  };
  const stop = theatre.listen((event: TheatreEvent) => {
    if (event.kind === 'told') write('told', async () => event.told);
    else pending ??= setTimeout(writeTime, timeAtMostEveryMs);
  });
  const heartbeat = setInterval(() => {
    writing = writing.then(() => stream.write(': still here\n\n')).catch(() => undefined);
  }, heartbeatMs);
  stream.onAbort(leave);
  writeTime();
  await gone;
  stop();
  clearInterval(heartbeat);
  if (pending !== null) clearTimeout(pending);
}
