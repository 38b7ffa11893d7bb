/** Wakes whoever waits, at once; rung while nobody waits, it wakes the next one who does. */
export class Bell {
  #rung = false;
  #wake: (() => void) | undefined;

  /** Wakes whoever waits, or lets the next wait end at once. */
  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  /** Resolves when it is rung, or `ms` milliseconds later. One may wait at a time. */
  async wait(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wake = resolve;
    if (this.#rung) resolve();
    const timer = setTimeout(resolve, ms);
    await promise;
    clearTimeout(timer);
    this.#wake = undefined;
    this.#rung = false;
  }
}
