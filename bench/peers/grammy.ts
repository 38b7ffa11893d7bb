/*
 * grammY with its auto-retry, in a loop. It keeps no state: what was sent is known to nobody once the process is
 * gone.
 */
import { autoRetry } from '@grammyjs/auto-retry';
import { Api } from 'grammy';
import { runPeer, sendInLoop } from './peer.ts';

await runPeer(async (order) => {
  // Its own client keeps its connections open.
  const api = new Api(order.token, { apiRoot: order.apiRoot });
  api.config.use(autoRetry());
  return () =>
    sendInLoop(order, ({ chatId, text: { text, ...other } }) => api.sendMessage(chatId, text, other));
});
