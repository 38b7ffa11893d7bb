/*
 * telegraf in a loop. It keeps no state: what was sent is known to nobody once the process is gone.
 */
import { runPeer, sendInLoop } from './peer.ts';
import { telegrafSend } from './with-telegraf.ts';

await runPeer(async (order) => {
  const send = telegrafSend(order);
  return () => sendInLoop(order, send);
});
