import { callState, takesOver } from '../domain/succession.ts';
import type { CoreContext } from '../services/context.ts';
import { nameIn, staffNames } from '../services/staff/names.ts';
import { lapsesAt, standingSuccessions, wordsOf } from '../services/successions/find.ts';
import { minuteOf } from './minute.ts';

/** Whom two have named to take over, by whose words it stands, and how far it has come: a line for each. */
export async function successorLines(ctx: CoreContext): Promise<string[]> {
  const names = await staffNames(ctx);
  const lines: string[] = [];
  for (const row of await standingSuccessions(ctx)) {
    const { gone } = await wordsOf(ctx, row);
    const named = (staffId: Parameters<typeof nameIn>[1]) =>
      gone.some((lost) => lost.staffId === staffId)
        ? `${nameIn(names, staffId)} (no longer there for it)`
        : nameIn(names, staffId);
    const by =
      row.agreedBy === null ? named(row.namedBy) : `${named(row.namedBy)} and ${named(row.agreedBy)}`;
    lines.push(`${nameIn(names, row.staffId)} as ${row.roles.join(', ')}, named by ${by}`);
    const until = lapsesAt(row);
    if (row.agreedAt === null)
      lines.push('  waits for a second person, who agrees in the console or over the API');
    else if (row.calledAt !== null && callState(row.calledAt, ctx.clock.now()) !== 'none')
      lines.push(`  was asked to take over: from ${minuteOf(takesOver(row.calledAt).from)} on`);
    else if (until !== null)
      lines.push(`  lapses at ${minuteOf(until)} unless others confirm it in the console or over the API`);
    else if (gone.length > 0)
      lines.push('  will lapse a week after everybody was told, unless others confirm it');
  }
  return lines;
}
