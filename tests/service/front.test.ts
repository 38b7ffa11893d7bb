import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Front, openFront } from '../../src/front.ts';

let front: Front;
beforeAll(async () => {
  front = await openFront({ host: '127.0.0.1', port: 0 }, { headMs: 150, requestMs: 300, everyMs: 30 });
  front.serve(async (request) => new Response(`${(await request.text()).length}`));
});
afterAll(() => front.stop());

/**
 * Sends the beginning, then a byte every 20 ms; answers what came until the other side ended it. A byte that leaves after
 * that end is answered with a reset, which takes with it what was not read yet.
 */
async function drip(beginning: string, byte: string): Promise<string> {
  const socket: Socket = connect(front.address.port, '127.0.0.1');
  const ended = once(socket, 'close');
  let came = '';
  socket.setEncoding('latin1').on('data', (chunk) => {
    came += chunk;
  });
  socket.on('error', () => undefined);
  socket.write(beginning);
  const dripping = setInterval(() => socket.write(byte), 20);
  await ended;
  clearInterval(dripping);
  return came;
}

test.each([
  ['nothing but a line now and then', 'GET / HTTP/1.1\r\nHost: x\r\n', 'X: y\r\n'],
  ['a head that does not end', 'GET / HTTP/1.1\r\nHost: x\r\nX: ', 'y'],
  ['a body that does not end', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n', 'y'],
  [
    'chunks that do not end',
    'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n',
    '1\r\ny\r\n',
  ],
])('who sends %s is let go of, and others are answered meanwhile', async (_, beginning, byte) => {
  const letGo = drip(beginning, byte);
  const answer = await fetch(`http://127.0.0.1:${front.address.port}/`, { method: 'POST', body: 'four' });
  expect(await answer.text()).toBe('4');
  expect(await letGo).toMatch(/^(HTTP\/1\.1 408 |$)/);
});
