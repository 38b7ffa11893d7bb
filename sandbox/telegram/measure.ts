/**
 * Measures how many `sendMessage` (JSON, keep-alive) the stand-in answers on one core: it runs in a process of its
 * own and tells how much processor time it used, so that the figure holds on a machine that others use too.
 *
 * Usage: `node sandbox/telegram/measure.ts [messages] [full|compact]`
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Pool } from 'undici';
import { StandInClient } from './control/client.ts';

const CHATS = 5000;
const CONNECTIONS = 32;
const IN_FLIGHT = 64;
const messages = Number(process.argv[2] ?? 100_000);
const ledger = process.argv[3] ?? 'full';

const main = new URL('./main.ts', import.meta.url).pathname;
const child = spawn(process.execPath, [main, '--rates', 'off', '--ledger', ledger, '--tag', '#(\\w+)'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [line] = await once(createInterface({ input: child.stdout }), 'line');
const { url }: { url: string } = JSON.parse(String(line));
const control = new StandInClient(url);
const bot = await control.run('create-bot', {});
const { firstId } = await control.run('create-users', {
  count: CHATS,
  bot: bot.id,
  languages: ['az', 'en', 'ru'],
});
const pool = new Pool(url, { connections: CONNECTIONS });
const path = `/bot${bot.token}/sendMessage`;

async function send(count: number): Promise<number> {
  let next = 0;
  let refused = 0;
  const worker = async () => {
    while (next < count) {
      const index = next++;
      const body = JSON.stringify({
        chat_id: firstId + (index % CHATS),
        text: `Hearing moved: 11 November 2009, 10:30 instead of 15:00, Sabail district court. Update ${index} tag${Math.floor(index / CHATS)}`,
        entities: [{ type: 'bold', offset: 0, length: 14 }],
        link_preview_options: { is_disabled: true },
        reply_markup: { inline_keyboard: [[{ text: 'Stop', callback_data: 'stop:1' }]] },
      });
      const answer = await pool.request({
        path,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      if (answer.statusCode !== 200) refused += 1;
      await answer.body.dump();
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return refused;
}

await send(Math.min(20_000, messages));
const before = await control.run('process', {});
const started = performance.now();
const refused = await send(messages);
const seconds = (performance.now() - started) / 1000;
const after = await control.run('process', {});
const cpuSeconds = after.cpuSeconds - before.cpuSeconds;
process.stdout.write(
  [
    `${messages} sendMessage to ${CHATS} chats, ledger ${ledger}, ${refused} refused`,
    `${Math.round(messages / seconds)}/s by the clock, with the client on the other core`,
    `${Math.round(messages / cpuSeconds)}/s per second of one core of the stand-in`,
    `${Math.round(after.residentBytes / 1048576)} MB resident`,
    '',
  ].join('\n'),
);
await pool.close();
child.kill('SIGKILL');
