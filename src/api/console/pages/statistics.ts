import { html } from 'hono/html';
import { type CaseId, parseId } from '../../../domain/ids.ts';
import { isLanguage } from '../../../domain/language.ts';
import { localise } from '../../../domain/localised.ts';
import type { Statistic, StatisticKind } from '../../../domain/statistics.ts';
import { formatDay, formatNumber, formatSeconds } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import { findCases } from '../../../services/cases/find.ts';
import { readStatistics } from '../../../services/statistics/read.ts';
import { anyRole } from '../../route.ts';
import { show } from '../answer.ts';
import type { Html } from '../html/layout.ts';
import { barPlot, linePlot, type Point } from '../html/plot.ts';
import { languageName, type Reader, readerOf } from '../reader.ts';
import type { ConsoleRoute } from '../route.ts';

const DAYS = 90;

/** The campaign in numbers that tell of nobody: who follows, what arrived, how late alerts were. */
export const statisticRoutes: readonly ConsoleRoute[] = [
  {
    method: 'get',
    path: '/statistics',
    roles: anyRole,
    handle: async (c) => {
      const reader = await readerOf(c);
      const { ctx, language } = reader;
      const all = await readStatistics(ctx, { days: DAYS });
      const ids = of(all, 'case-followers').flatMap(({ about }) => parseId<CaseId>(about) ?? []);
      const cases = await findCases(ctx, new Set(ids));
      const names = new Map<string, string>(
        [...cases].map(([id, one]) => [id, localise(one.name, language)]),
      );
      const languageOf = (code: string) => (isLanguage(code) ? languageName(language, code) : code);
      return show(c, {
        title: translate(language, 'console-statistics-title'),
        body: html`<p class="hint">${translate(language, 'console-statistics-hint')}</p>
      ${followers(reader, all)}
      ${latest(reader, all, 'case-followers', 'console-statistics-cases', (id) => names.get(id) ?? id)}
      ${latest(reader, all, 'language-followers', 'console-statistics-languages', languageOf)}
      ${hours(reader, all)}
      ${lateness(reader, all)}`,
      });
    },
  },
];

function of(all: readonly Statistic[], kind: StatisticKind): Statistic[] {
  return all.filter((one) => one.kind === kind);
}

/** The least of which a plot of people or messages is told: fewer than so many are not. */
const FEWEST = 20;

function write({ language }: Reader): (value: number | null) => string {
  return (value) =>
    value === null ? translate(language, 'console-statistics-few') : formatNumber(language, value);
}

function dayIn({ language }: Reader, day: Temporal.PlainDate | string): string {
  return formatDay(language, Temporal.PlainDate.from(day));
}

/** A point for every day from the first to the last of which something is known: one without is a gap, as wide as a day. */
function daily(
  reader: Reader,
  counted: readonly Statistic[],
  read: (value: number | null) => Pick<Point, 'value' | 'written'>,
): Point[] {
  const [first, last] = [counted[0]?.day, counted.at(-1)?.day];
  if (first === undefined || last === undefined) return [];
  const values = new Map(counted.map(({ day, value }) => [day, value]));
  const days = Temporal.PlainDate.from(first).until(last, { largestUnit: 'day' }).days;
  return Array.from({ length: days + 1 }, (_, i): Point => {
    const day = Temporal.PlainDate.from(first).add({ days: i });
    const value = values.get(day.toString());
    return { label: dayIn(reader, day), ...(value === undefined ? none : read(value)) };
  });
}

const none = { value: null, written: '–' } as const;

function byDay(reader: Reader, title: string) {
  const { language } = reader;
  return {
    summary: translate(language, 'console-statistics-table'),
    label: translate(language, 'console-field-when'),
    value: title,
  };
}

function followers(reader: Reader, all: readonly Statistic[]): Html {
  const title = translate(reader.language, 'console-statistics-followers');
  const points = daily(reader, of(all, 'followers'), (value) => ({ value, written: write(reader)(value) }));
  const plot = { title, points, write: write(reader), least: FEWEST, table: byDay(reader, title) };
  return section(reader, title, points, () => linePlot(plot));
}

function hours(reader: Reader, all: readonly Statistic[]): Html {
  const { language } = reader;
  const counted = of(all, 'hour-messages');
  const day = counted.at(-1)?.day;
  if (day === undefined) return html``;
  const values = new Map(
    counted.flatMap((one) => (one.day === day ? [[one.about, one.value] as const] : [])),
  );
  const points = Array.from({ length: 24 }, (_, hour): Point => {
    const value = values.get(String(hour).padStart(2, '0')) ?? null;
    return { label: formatNumber(language, hour), value, written: write(reader)(value) };
  });
  const title = translate(language, 'console-statistics-hours', { day: dayIn(reader, day) });
  const table = { ...byDay(reader, title), label: translate(language, 'console-statistics-hour') };
  return section(reader, title, points, () =>
    barPlot({ title, points, write: write(reader), least: FEWEST, table }),
  );
}

/** Within how many seconds of its time an alert had reached half of its first readers, and within how many nearly all. */
function lateness(reader: Reader, all: readonly Statistic[]): Html {
  const { language } = reader;
  const seconds = (value: number) => formatSeconds(language, value);
  const plotOf = (
    kind: Extract<StatisticKind, 'alert-half-within' | 'alert-99-within'>,
    key: 'console-statistics-half' | 'console-statistics-most',
  ) => {
    const title = translate(language, key);
    const points = daily(reader, of(all, kind), (ms) =>
      ms === null ? none : { value: ms / 1000, written: seconds(ms / 1000) },
    );
    const plot = { title, points, write: seconds, least: 1, table: byDay(reader, title) };
    return points.length === 0 ? '' : html`<h3>${title}</h3>${linePlot(plot)}`;
  };
  const plots = [
    plotOf('alert-half-within', 'console-statistics-half'),
    plotOf('alert-99-within', 'console-statistics-most'),
  ].filter((plot) => plot !== '');
  return html`<section>
      <h2>${translate(language, 'console-statistics-alerts')}</h2>
      <p class="hint">${translate(language, 'console-statistics-alerts-hint')}</p>
      ${plots.length === 0 ? html`<p>${translate(language, 'console-none')}</p>` : plots}
    </section>`;
}

/** The last day's numbers of one kind, the largest first. */
function latest(
  reader: Reader,
  all: readonly Statistic[],
  kind: StatisticKind,
  key: 'console-statistics-cases' | 'console-statistics-languages',
  name: (about: string) => string,
): Html {
  const counted = of(all, kind);
  const day = counted.at(-1)?.day;
  const rows = counted
    .filter((one) => one.day === day)
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
    .map(({ about, value }) => html`<li><bdi>${name(about)}</bdi>: ${write(reader)(value)}</li>`);
  if (rows.length === 0) return html``;
  return html`<section><h2>${translate(reader.language, key)}</h2><ul>${rows}</ul></section>`;
}

function section(reader: Reader, title: string, points: readonly Point[], plot: () => Html): Html {
  return html`<section><h2>${title}</h2>${
    points.length === 0 ? html`<p>${translate(reader.language, 'console-none')}</p>` : plot()
  }</section>`;
}
