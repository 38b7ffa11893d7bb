/** Lets a loop sleep until somebody has something for it. A ring while it is awake is not lost. */
export interface Bell {
  ring(): void;
  /** Resolves at the next ring, at once when it rang since the last wait, and after `ms` at the latest. */
  wait(ms: number): Promise<void>;
}

export function createBell(): Bell {
  let rang = false;
  let wakeUp: (() => void) | null = null;
  return {
    ring() {
      rang = true;
      wakeUp?.();
    },
    async wait(ms) {
      if (!rang) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wakeUp = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wakeUp = null;
      }
      rang = false;
    },
  };
}
