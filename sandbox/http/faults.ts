/**
 * What can go wrong between a client and a service, on the way there and back. `before`: the request was not carried out;
 * `after`: it was, and only the answer is spoilt.
 */
export const HTTP_FAULTS = [
  'time-out before',
  'time-out after',
  'reset before',
  'reset after',
  'reset mid-body',
  '5xx before',
  '5xx after',
  '429 with header',
  '429 without header',
  'truncated JSON',
  'HTML before',
  'HTML after',
  'redirect',
  'slow',
] as const;
export type HttpFault = (typeof HTTP_FAULTS)[number];

/** Whether a request that meets this fault is carried out all the same. */
export function isCarriedOut(fault: HttpFault): boolean {
  return [
    'time-out after',
    'reset after',
    'reset mid-body',
    '5xx after',
    'truncated JSON',
    'HTML after',
    'slow',
  ].includes(fault);
}

/** Which requests meet a fault, and how many of them. */
export interface PlannedFault {
  readonly method: string;
  readonly path: RegExp;
  readonly fault: HttpFault;
  /** How many of them; 1 by default. */
  readonly times?: number;
  /** Only those of which this is so. */
  readonly when?: (request: FaultyRequest) => boolean;
}

/** What a fault can go by. */
export interface FaultyRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** The faults that are still to come, in the order in which they were planned. */
export class FaultPlan {
  readonly #planned: { readonly plan: PlannedFault; left: number }[] = [];

  add(plan: PlannedFault): void {
    this.#planned.push({ plan, left: plan.times ?? 1 });
  }

  clear(): void {
    this.#planned.length = 0;
  }

  take(method: string, path: string, request: FaultyRequest): HttpFault | null {
    const found = this.#planned.find(
      ({ plan, left }) =>
        left > 0 &&
        plan.method === method &&
        plan.path.test(path) &&
        (plan.when === undefined || plan.when(request)),
    );
    if (found === undefined) return null;
    found.left -= 1;
    return found.plan.fault;
  }
}
