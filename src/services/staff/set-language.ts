import { eq } from 'drizzle-orm';
import { staff } from '../../db/schema/index.ts';
import type { StaffId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { audit } from '../audit.ts';
import { type Context, inTransaction } from '../context.ts';

/** The language in which the bot speaks to a staff member from now on. */
export async function setStaffLanguage(
  ctx: Context,
  input: { readonly staffId: StaffId; readonly language: Language },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.db.update(staff).set({ language: input.language }).where(eq(staff.id, input.staffId));
    await audit(tx, {
      verb: 'staff/set-language',
      subject: { type: 'staff', id: input.staffId },
      details: { language: input.language },
    });
  });
}
