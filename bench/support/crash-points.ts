import { subscribe } from 'node:diagnostics_channel';
import { FAIL_POINT_CHANNEL, type FailPoint, failPoints } from '../../src/services/fail-point.ts';

/**
 * Points inside the network, where none of our code runs: undici tells them on diagnostics channels of its own
 * (undici 8.12, docs/api/DiagnosticsChannel.md, read in November 2026).
 */
const networkPoints = {
  /** A connection to Telegram stands; nothing was said on it. */
  'send.connected': 'undici:client:connected',
  /** The last byte of a message was handed to the kernel; its answer is awaited. */
  'send.bytes-out': 'undici:request:bodySent',
  /** The head of the answer is there, and nobody has read it. */
  'send.answer-begun': 'undici:request:headers',
} as const;

type NetworkPoint = keyof typeof networkPoints;
export type CrashPoint = FailPoint | NetworkPoint;

export const crashPoints: readonly CrashPoint[] = [
  ...failPoints,
  'send.connected',
  'send.bytes-out',
  'send.answer-begun',
];

/** Calls back in the very moment in which a point is reached. Of requests, only messages count. */
export function onCrashPoint(reached: (point: CrashPoint) => void): void {
  subscribe(FAIL_POINT_CHANNEL, (point) => reached(point as FailPoint));
  for (const point of ['send.connected', 'send.bytes-out', 'send.answer-begun'] as const) {
    subscribe(networkPoints[point], (told) => {
      if (point === 'send.connected' || isMessage(told)) reached(point);
    });
  }
}

function isMessage(told: unknown): boolean {
  const { request } = told as { readonly request?: { readonly path?: string } };
  return request?.path?.endsWith('/sendMessage') === true;
}
