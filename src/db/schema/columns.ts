import { customType, uuid } from 'drizzle-orm/pg-core';
import type { Id } from '../../domain/ids.ts';

/** A primary or foreign key that carries the brand of what it names. */
export const id = <T extends Id<string>>(name: string) => uuid(name).$type<T>();

/** A point in time, to the microsecond, as `Temporal.Instant`. */
export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  toDriver: (value) => value.toString({ smallestUnit: 'microsecond' }),
  fromDriver: (value) => Temporal.Instant.from(isoFromPostgres(value)),
});

/** Bytes: a sealed value, a hash or an index. */
export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
  fromDriver: (value) => value,
});

/** PostgreSQL writes `2009-11-11 06:30:00+00`; ISO 8601 wants a `T` and minutes in the offset. */
function isoFromPostgres(value: string): string {
  return value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
}
