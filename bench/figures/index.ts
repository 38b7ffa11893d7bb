import type { Measurement } from '../support/bench.ts';
import { drain } from './drain.ts';
import { growth } from './growth.ts';
import { memory } from './memory.ts';
import { paced } from './paced.ts';
import { plan } from './plan.ts';
import { planning } from './planning.ts';
import { publish } from './publish.ts';
import { punctual } from './punctual.ts';
import { takeover } from './takeover.ts';
import { urgent } from './urgent.ts';

/** All that `npm run bench` measures, in the order in which it does. */
export const measurements: readonly Measurement[] = [
  drain,
  paced,
  urgent,
  punctual,
  publish,
  plan,
  planning,
  memory,
  takeover,
  growth,
];
