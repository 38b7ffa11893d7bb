import { type RunningStandIn, startTelegramStandIn } from '../../sandbox/telegram/start.ts';
import { type TestDatabase, testDatabase } from '../helpers/database.ts';
import { type ServiceTrial, serviceTrial } from '../service/process.ts';

/** What somebody has who is about to set up the service: a bot on a stand-in, an empty database, and a folder. */
export interface SetUpTrial {
  /** Another one may be put in its place, on the same port. */
  telegram: RunningStandIn;
  readonly bot: { readonly id: number; readonly token: string; readonly username: string };
  readonly database: TestDatabase;
  readonly trial: ServiceTrial;
  close(): Promise<void>;
}

export async function setUpTrial(): Promise<SetUpTrial> {
  const telegram = await startTelegramStandIn();
  const database = await testDatabase();
  const trial = await serviceTrial({ TELEGRAM_API_ROOT: telegram.url, DATABASE_URL: database.url });
  const open: SetUpTrial = {
    telegram,
    bot: telegram.standIn.createBot({ username: 'free_the_donkeys_bot' }),
    database,
    trial,
    async close() {
      await trial.close();
      await database.close();
      await open.telegram.close();
    },
  };
  return open;
}
