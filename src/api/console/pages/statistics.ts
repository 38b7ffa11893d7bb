import { html } from 'hono/html';
import { type CaseId, parseId } from '../../../domain/ids.ts';
import { isLanguage, nativeName } from '../../../domain/language.ts';
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
import { type Reader, readerOf } from '../reader.ts';
import type { ConsoleRoute } from '../route.ts';

const DAYS = 90;
/** Of how many days the table tells. */
const ROWS = 14;

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
      const languageOf = (code: string) => (isLanguage(code) ? nativeName(code) : code);
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

function write({ language }: Reader): (value: number | null) => string {
  return (value) =>
    value === null ? translate(language, 'console-statistics-few') : formatNumber(language, value);
}

function dayIn({ language }: Reader, day: string): string {
  return formatDay(language, Temporal.PlainDate.from(day));
}

function followers(reader: Reader, all: readonly Statistic[]): Html {
  const title = translate(reader.language, 'console-statistics-followers');
  const points = of(all, 'followers').map(({ day, value }): Point => ({ label: dayIn(reader, day), value }));
  return section(reader, title, points, () =>
    linePlot({
      title,
      points,
      write: write(reader),
      table: {
        summary: translate(reader.language, 'console-statistics-table'),
        label: translate(reader.language, 'console-field-when'),
        value: title,
      },
    }),
  );
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
    const about = String(hour).padStart(2, '0');
    return { label: formatNumber(language, hour), value: values.get(about) ?? null };
  });
  const title = translate(language, 'console-statistics-hours', { day: dayIn(reader, day) });
  return section(reader, title, points, () =>
    barPlot({
      title,
      points,
      write: write(reader),
      table: {
        summary: translate(language, 'console-statistics-table'),
        label: translate(language, 'console-statistics-hour'),
        value: title,
      },
    }),
  );
}

function lateness({ language, ...reader }: Reader, all: readonly Statistic[]): Html {
  const most = new Map(of(all, 'alert-99-within').map(({ day, value }) => [day, value]));
  const seconds = (ms: number | null | undefined) =>
    ms === null || ms === undefined ? '' : formatSeconds(language, ms / 1000);
  const rows = of(all, 'alert-half-within')
    .toReversed()
    .slice(0, ROWS)
    .map(
      ({ day, value }) =>
        html`<tr><td>${dayIn({ language, ...reader }, day)}</td><td>${seconds(value)}</td><td>${seconds(most.get(day))}</td></tr>`,
    );
  return html`<section>
      <h2>${translate(language, 'console-statistics-alerts')}</h2>
      <p class="hint">${translate(language, 'console-statistics-alerts-hint')}</p>
      ${
        rows.length === 0
          ? html`<p>${translate(language, 'console-none')}</p>`
          : html`<table>
        <thead><tr>
          <th scope="col">${translate(language, 'console-field-when')}</th>
          <th scope="col">${translate(language, 'console-statistics-half')}</th>
          <th scope="col">${translate(language, 'console-statistics-most')}</th>
        </tr></thead>
        <tbody>${rows}</tbody>
      </table>`
      }
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
