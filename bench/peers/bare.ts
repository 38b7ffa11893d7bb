/*
 * The limit: undici's Pool, and nothing else. Nothing is kept, looked up or opened, and no outcome is looked at.
 */
import { Pool } from 'undici';
import { runPeer, sendInLoop } from './peer.ts';

await runPeer(async (order) => {
  const pool = new Pool(order.apiRoot, { connections: order.concurrency, pipelining: 1 });
  const path = `/bot${order.token}/sendMessage`;
  return () =>
    sendInLoop(order, async ({ chatId, text }) => {
      const { body } = await pool.request({
        method: 'POST',
        path,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ chat_id: chatId, ...text }),
      });
      await body.json();
    });
});
