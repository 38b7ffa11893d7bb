import { and, eq, gte, isNull } from 'drizzle-orm';
import { accountDeliveries } from '../../db/schema/index.ts';

type Row = typeof accountDeliveries.$inferSelect;
type Reader = Pick<Row, 'postId' | 'accountId' | 'contactId'>;

/** What of a post goes the same way: to the account, or to one and the same of its contacts. */
export function toSameReader({ postId, accountId, contactId }: Reader) {
  return and(
    eq(accountDeliveries.postId, postId),
    eq(accountDeliveries.accountId, accountId),
    contactId === null ? isNull(accountDeliveries.contactId) : eq(accountDeliveries.contactId, contactId),
  );
}

/** A part of a thread, and all that follows it there. */
export function fromPartOn(delivery: Reader & Pick<Row, 'part'>) {
  return and(toSameReader(delivery), gte(accountDeliveries.part, delivery.part));
}
