import { createHash } from 'node:crypto';
import type { PlannedFault } from './faults.ts';
import { traceIn } from './image-traces.ts';
import {
  ELSEWHERE,
  type FaultyServer,
  type StandInAnswer,
  type StandInRequest,
  startFaultyServer,
} from './server.ts';

/** A stand-in over real HTTP: a server whose way there and back can be spoilt. What it answers is its own. */
export abstract class HttpStandIn {
  /** Requests that no client should make. */
  readonly wrongs: string[] = [];
  readonly #images = new Map<string, Buffer>();
  #server: FaultyServer | undefined;

  /** Carries a request out and says how it is answered; at most once for each. */
  abstract answer(request: StandInRequest): StandInAnswer | Promise<StandInAnswer>;

  /** Begins to serve; `port` 0: any that is free. */
  protected async listen(port: number): Promise<void> {
    this.#server = await startFaultyServer((request) => this.#carryOut(request), { port });
  }

  /** Where faults redirect to: nobody who uses us follows. */
  #carryOut(request: StandInRequest): StandInAnswer | Promise<StandInAnswer> {
    if (request.url.pathname !== ELSEWHERE) return this.answer(request);
    this.wrongs.push('a redirect was followed');
    return { status: 404, body: null };
  }

  /** An image that was uploaded, by its SHA-256: for whoever shows what readers would see. */
  image(sha256: string): Buffer | undefined {
    return this.#images.get(sha256);
  }

  /** Keeps the bytes of an upload; answers their SHA-256. */
  protected keepImage(bytes: Buffer): string {
    const trace = traceIn(bytes);
    if (trace !== null) this.wrongs.push(`an image tells more than its pixels: ${trace}`);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    // A copy: the upload is a view of the whole request.
    this.#images.set(sha256, Buffer.from(bytes));
    return sha256;
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
