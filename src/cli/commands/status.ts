import type { Command } from 'commander';
import { beatAge } from '../../services/beats/age.ts';
import { readStatus, type Status } from '../../services/campaigns/status.ts';
import { asOperator } from '../storage.ts';

const labels = {
  cases: 'cases',
  subscribersRounded: 'subscribers (rounded to 10)',
  hearingsAhead: 'hearings ahead',
  waitingForApproval: 'waiting for a second person',
  deliveriesPlanned: 'deliveries on their way',
  deliveriesUnknown: 'deliveries whose fate is unknown',
  callsPlanned: 'replies and notices on their way',
  updatesOpen: 'messages of followers to be handled',
} as const satisfies Record<keyof Status, string>;

export function statusCommand(program: Command): void {
  program
    .command('status')
    .description('how things stand, in numbers')
    .action(() =>
      asOperator(async (ctx) => {
        const status = await readStatus(ctx);
        for (const [key, label] of Object.entries(labels) as [keyof Status, string][]) {
          console.log(`${String(status[key]).padStart(8)}  ${label}`);
        }
        const age = await beatAge(ctx, 'scheduler');
        console.log(
          `${(age === null ? 'never' : `${Math.round(age)} s`).padStart(8)}  since the scheduler's last beat`,
        );
      }),
    );
}
