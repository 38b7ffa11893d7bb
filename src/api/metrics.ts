import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { type Measurements, takeMeasurements } from '../services/measurements/read.ts';
import type { BaseContext } from './deps.ts';

/** Measurements are taken anew after this long, in milliseconds, however often `/metrics` is asked … */
const fresh = 15_000;
/** … and after so many times as long as taking them took: where a day has millions of deliveries, counting is work. */
const freshFactor = 20;

/**
 * What `/metrics` shows, in the Prometheus text format: this process's own figures, and what the database tells
 * of all processes. Nothing of it names a person, a chat, a case or a text.
 */
export function createMetrics(ctx: Pick<BaseContext, 'db' | 'clock' | 'campaignId' | 'botId'>): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'bray_' });
  let taken: { until: number; readonly measurements: Promise<Measurements> } | null = null;

  const measure = async (): Promise<Measurements> => {
    if (taken !== null && ctx.clock.monotonic() <= taken.until) return taken.measurements;
    const began = ctx.clock.monotonic();
    // Whoever asks meanwhile waits for the same.
    const taking = { until: Number.POSITIVE_INFINITY, measurements: takeMeasurements(ctx) };
    taken = taking;
    try {
      const measurements = await taking.measurements;
      const ended = ctx.clock.monotonic();
      taking.until = ended + Math.max(fresh, freshFactor * (ended - began));
      return measurements;
    } catch (error) {
      taken = null;
      throw error;
    }
  };

  const gauge = <Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    read: (measurements: Measurements) => readonly { labels: Record<Label, string>; value: number }[],
  ) => {
    const made = new Gauge<Label>({
      name,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        const measurements = await measure();
        made.reset();
        for (const { labels, value } of read(measurements)) made.set(labels, value);
      },
    });
  };

  gauge(
    'bray_deliveries',
    'Deliveries of the broadcasts that began in the last 24 hours, by state and outcome class.',
    ['state', 'outcome'],
    ({ deliveries }) =>
      deliveries.map(({ state, outcome, count }) => ({ labels: { state, outcome }, value: count })),
  );
  gauge(
    'bray_calls',
    'Bot API calls outside broadcasts that wait or are attempted.',
    ['purpose', 'state'],
    ({ calls }) => calls.map(({ purpose, state, count }) => ({ labels: { purpose, state }, value: count })),
  );
  gauge('bray_updates', 'Updates of the last week by what became of them.', ['state'], ({ updates }) =>
    updates.map(({ state, count }) => ({ labels: { state }, value: count })),
  );
  gauge('bray_alerts', 'Alerts by kind and state.', ['kind', 'state'], ({ alerts }) =>
    alerts.map(({ kind, state, count }) => ({ labels: { kind, state }, value: count })),
  );
  gauge('bray_lag_seconds', 'How long the oldest of what is due has been waiting.', ['what'], ({ lag }) =>
    Object.entries(lag).map(([what, value]) => ({ labels: { what }, value })),
  );
  gauge('bray_beat_age_seconds', "Time since a role's last sign of life.", ['role'], ({ beats }) =>
    beats.map(({ role, age }) => ({ labels: { role }, value: age })),
  );
  return registry;
}
