import { hashToken, newLinkCode } from '../../crypto/token.ts';
import { staff, staffLinks } from '../../db/schema/index.ts';
import { newId, type StaffId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { type Name, type NameFault, parseName } from '../../domain/name.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { newUuid } from '../../domain/uuid.ts';
import type { Role } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction } from '../context.ts';

/** Who is taken on. */
export interface AddStaff {
  readonly name: string;
  readonly roles: readonly Role[];
  /** The languages they declare to read: only texts in these may they approve. */
  readonly reads: readonly Language[];
  /** The language in which the bot speaks to them. */
  readonly language: Language;
}

export type AddStaffRefusal =
  | { readonly code: 'name-unusable'; readonly fault: NameFault; readonly remedy: string }
  | { readonly code: 'roles-missing' }
  | { readonly code: 'languages-missing' };

/** Whether `addStaff` would take a person; pure. */
export function checkStaff(input: AddStaff): Result<{ readonly name: Name }, AddStaffRefusal> {
  const name = parseName(input.name);
  if (!name.ok) return refused({ code: 'name-unusable', fault: name.fault, remedy: name.remedy });
  if (input.roles.length === 0) return refused({ code: 'roles-missing' });
  if (input.reads.length === 0) return refused({ code: 'languages-missing' });
  return done({ name: name.name });
}

/** Takes a person onto the staff. They can do nothing until they hold a token or have linked their chat. */
export async function addStaff(
  ctx: CoreContext,
  input: AddStaff,
): Promise<Result<{ readonly staffId: StaffId }, AddStaffRefusal>> {
  const checked = checkStaff(input);
  if (!checked.ok) return checked;
  return inTransaction(ctx, async (tx) => {
    const staffId = newId<StaffId>();
    await tx.db.insert(staff).values({
      id: staffId,
      campaignId: tx.campaignId,
      name: checked.value.name,
      roles: [...new Set(input.roles)],
      languages: [...new Set(input.reads)],
      language: input.language,
      createdAt: tx.clock.now(),
    });
    await audit(tx, {
      verb: 'staff/add',
      subject: { type: 'staff', id: staffId },
      details: { roles: input.roles.join(' ') },
    });
    return done({ staffId });
  });
}

/** For a code that is handed over. */
const linkLasts = Temporal.Duration.from({ hours: 72 });

/**
 * Makes a one-time code that links the chat in which it is used to a staff member:
 * `t.me/<bot>?start=staff_<code>`. Answered once and stored only as a hash.
 */
export async function createStaffLink(
  ctx: CoreContext,
  staffId: StaffId,
  lasts: Temporal.Duration = linkLasts,
): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const code = newLinkCode();
    await tx.db.insert(staffLinks).values({
      id: newUuid(),
      staffId,
      hash: hashToken(code),
      expiresAt: tx.clock.now().add(lasts),
    });
    await audit(tx, { verb: 'staff/create-link', subject: { type: 'staff', id: staffId } });
    return code;
  });
}
