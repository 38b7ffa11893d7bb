/** For how long a request that carries an idempotency key is answered as it was the first time. */
export const answerKeptFor = Temporal.Duration.from({ hours: 24 });

/**
 * How long a request may take before it is taken for dead, since its process ended meanwhile. One that lives on all the
 * same, and comes to its end later, finds that it has lost its place and undoes what it did.
 */
export const requestLivesFor = Temporal.Duration.from({ minutes: 1 });

/** What is kept of an answer over HTTP. */
export interface KeptAnswer {
  readonly status: number;
  readonly location: string | null;
  readonly contentType: string | null;
  readonly body: string;
}
