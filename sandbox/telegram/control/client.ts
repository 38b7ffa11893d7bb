import type { OperationInput, OperationName, OperationResult } from './operations.ts';

/** What a result is once it has been JSON: nothing is null. */
type AsJson<T> = T extends void ? null : T;

/** Drives a stand-in in another process by its control API. */
export class StandInClient {
  readonly #url: string;

  /** `url`: where the stand-in listens, such as `http://127.0.0.1:8081`. */
  constructor(url: string) {
    this.#url = url.replace(/\/$/, '');
  }

  /** Carries out one operation; throws with the stand-in's reason when it is refused. */
  async run<Name extends OperationName>(
    name: Name,
    input: OperationInput<Name>,
  ): Promise<AsJson<OperationResult<Name>>> {
    const response = await fetch(`${this.#url}/control/${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(input),
    });
    const answer: { ok: true; result: AsJson<OperationResult<Name>> } | { ok: false; error: string } =
      await response.json();
    if (!answer.ok) throw new Error(`the stand-in refused ${name}: ${answer.error}`);
    return answer.result;
  }
}
