import type { CaseFile } from '../../src/domain/case-file.ts';
import type { CaseId } from '../../src/domain/ids.ts';
import { agreeToCase } from '../../src/services/cases/agree.ts';
import { createCase } from '../../src/services/cases/create.ts';
import { importCase } from '../../src/services/cases/import.ts';
import { done } from './expect-done.ts';
import type { Staff } from './staff.ts';
import type { World } from './world.ts';

/** Brings a case into the campaign: with its past from the archive, or newly opened by the author and agreed to by the approver. */
export async function openCase(world: World, staff: Staff, archive: CaseFile): Promise<CaseId> {
  const past = archive.events.length + archive.hearings.length + archive.statements.length;
  if (past > 0) return done('import the case', await importCase(world.operator, archive)).caseId;
  const { slug, name, summary, country, zone, fictional, persons } = archive;
  const opened = await createCase(world.as(staff.author.actor), {
    slug,
    name,
    summary,
    country,
    zone,
    fictional,
    persons,
  });
  const { caseId } = done('open the case', opened);
  done('agree to the case', await agreeToCase(world.as(staff.approver.actor), { caseId }));
  return caseId;
}
