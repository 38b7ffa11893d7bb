import { SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import type { BroadcastId } from '../../domain/ids.ts';
import type { Progress } from '../../domain/progress.ts';
import { Bell } from '../../services/bell.ts';
import { ProgressBoard } from '../../services/broadcasts/board.ts';
import { listDeadLetters } from '../../services/broadcasts/dead-letters.ts';
import { findBroadcast } from '../../services/broadcasts/find.ts';
import { listBroadcasts } from '../../services/broadcasts/progress.ts';
import type { CoreContext } from '../../services/context.ts';
import { idFrom } from '../arguments.ts';
import { Failed } from '../failed.ts';
import { minute, progressText } from '../progress-text.ts';
import { asOperator } from '../storage.ts';

/** To pause, resume or cancel is for staff, whose decisions carry a name: see the admin API. */
export function broadcastCommands(program: Command): void {
  const broadcasts = program.command('broadcasts').description('what goes out to followers');
  broadcasts
    .command('list')
    .description('the newest 20 and how far they have come')
    .action(() =>
      asOperator(async (ctx) => {
        for (const found of await listBroadcasts(ctx, { caseId: null, before: null, limit: 20 })) {
          const { id, createdAt, kind, deliveries } = found;
          const state = found.haltedFor === null ? found.state : `${found.state} (${found.haltedFor})`;
          const { planned, sent, failed, unknown } = deliveries;
          console.log(
            `${id}  ${minute(createdAt)}  ${kind}  ${state}  planned ${planned}, sent ${sent}, failed ${failed}, unknown ${unknown}`,
          );
        }
      }),
    );
  broadcasts
    .command('watch')
    .description('one broadcast until it is over (Ctrl-C: until then); at the end, what was not delivered')
    .argument('<id>', 'as `broadcasts list` shows it', idFrom<BroadcastId>('broadcasts list'))
    .action((broadcastId: BroadcastId) =>
      asOperator(async (ctx) => {
        if ((await findBroadcast(ctx, broadcastId)) === undefined) {
          throw new Failed('There is no broadcast of this id. See: broadcasts list');
        }
        const screen = process.stdout.isTTY ? bar() : lines();
        try {
          await watch(ctx, broadcastId, screen.show);
        } finally {
          screen.end();
        }
        await printDeadLetters(ctx, broadcastId);
      }),
    );
}

/** Where it is shown how far a broadcast has come. */
interface Screen {
  show(progress: Progress): void;
  end(): void;
}

function bar(): Screen {
  const drawn = new SingleBar({
    format: '{bar} {share} {text}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    stream: process.stdout,
    hideCursor: true,
    gracefulExit: false,
  });
  drawn.start(100, 0, { share: '', text: '' });
  return {
    show(progress) {
      const percent = progress.state === 'finished' ? 100 : progress.percent;
      const share = percent === null ? '' : `${percent} %`;
      drawn.update(percent ?? 0, { share, text: progressText(progress) });
    },
    end: () => drawn.stop(),
  };
}

function lines(): Screen {
  let last = '';
  return {
    show(progress) {
      const share = progress.percent === null ? '' : `${progress.percent} %  `;
      const line = share + progressText(progress);
      if (line !== last) console.log(line);
      last = line;
    },
    end: () => undefined,
  };
}

/** Resolves when the broadcast is over or somebody pressed Ctrl-C. */
async function watch(
  ctx: CoreContext,
  broadcastId: BroadcastId,
  show: (progress: Progress) => void,
): Promise<void> {
  const bell = new Bell();
  const heard: { ended: boolean; failure: unknown } = { ended: false, failure: null };
  const end = () => {
    heard.ended = true;
    bell.ring();
  };
  const stop = new ProgressBoard().watch(ctx, broadcastId, {
    told(progress) {
      show(progress);
      if (progress.over) end();
    },
    failed(error) {
      heard.failure = error;
      end();
    },
  });
  process.once('SIGINT', end);
  try {
    // A timer holds the process: the board's own do not.
    while (!heard.ended) await bell.wait(60_000);
  } finally {
    process.off('SIGINT', end);
    stop();
  }
  if (heard.failure !== null) throw heard.failure;
}

async function printDeadLetters(ctx: CoreContext, broadcastId: BroadcastId): Promise<void> {
  const classes = (await listDeadLetters(ctx, broadcastId)) ?? [];
  if (classes.length === 0) return;
  console.log('Not delivered:');
  for (const { state, outcome, language, count, notResent } of classes) {
    const what = [state, outcome === state ? '' : outcome, language ?? '']
      .filter((part) => part !== '')
      .join(' ');
    console.log(`${String(count).padStart(9)}  ${what}  ${notResent ?? 'may be sent once more'}`);
  }
}
