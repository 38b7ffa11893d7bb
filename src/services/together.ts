/**
 * What all of them answer, like `Promise.all`, but only once all have come to their end: inside a transaction nothing may
 * go on asking when it is over. Rejects with the first that was rejected. For statements of one transaction that do not
 * need each other's answers: they go to the database together and are answered together.
 */
export async function together<T extends readonly unknown[] | []>(
  work: T,
): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
