import type { PlannedFault } from './faults.ts';
import { type FaultyServer, type StandInAnswer, type StandInRequest, startFaultyServer } from './server.ts';

/** A stand-in over real HTTP: a server whose way there and back can be spoilt. What it answers is its own. */
export abstract class HttpStandIn {
  /** Requests that no client should make. */
  readonly faults: string[] = [];
  #server: FaultyServer | undefined;

  /** Carries a request out and says how it is answered; at most once for each. */
  abstract answer(request: StandInRequest): StandInAnswer | Promise<StandInAnswer>;

  /** Begins to serve; `port` 0: any that is free. */
  protected async listen(port: number): Promise<void> {
    this.#server = await startFaultyServer((request) => this.answer(request), { port });
  }

  get url(): string {
    return this.#serving.url;
  }

  /** Requests that match meet the fault, each planned one so many times. */
  fail(plan: PlannedFault): void {
    this.#serving.fail(plan);
  }

  /** No fault is to come any more. */
  heal(): void {
    this.#serving.heal();
  }

  close(): Promise<void> {
    return this.#serving.close();
  }

  get #serving(): FaultyServer {
    if (this.#server === undefined) throw new Error('the stand-in does not serve yet');
    return this.#server;
  }
}
