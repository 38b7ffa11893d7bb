/*
 * Preloaded into the program that the bootstrap runs: when the bootstrap is gone (its end of the pipe closes,
 * however it ended), the program ends as if by SIGTERM, that is in order.
 */
import { Socket } from 'node:net';

const PIPE = 3;

// Programs that this one forks inherit the preload, but not the pipe.
if (process.env.BRAY_FOLLOW === String(process.ppid)) {
  const pipe = new Socket({ fd: PIPE, readable: true, writable: false });
  pipe.on('close', () => process.kill(process.pid, 'SIGTERM')).on('error', () => undefined);
  pipe.resume();
  pipe.unref();
}
delete process.env.BRAY_FOLLOW;
