import { html } from 'hono/html';
import type { Html } from './layout.ts';

/** One value of a plot; null: not told, or there is none, and a gap. `written`: what the table says of it. */
export interface Point {
  readonly label: string;
  readonly value: number | null;
  readonly written: string;
}

/** What is drawn of one number over time. */
export interface Plot {
  /** What it shows, for whoever cannot see it. */
  readonly title: string;
  /** In the order of time. */
  readonly points: readonly Point[];
  /** How the value at the top is written. */
  readonly write: (value: number) => string;
  /** The top is never below this: small numbers do not look like large ones. */
  readonly least: number;
  /** Words around the table that says the same. */
  readonly table: { readonly summary: string; readonly label: string; readonly value: string };
}

const WIDTH = 600;
const HEIGHT = 150;

/** A line over time. Time runs from left to right in every language, as the digits of a date do. */
export function linePlot(plot: Plot): Html {
  const top = topOf(plot);
  const step = plot.points.length > 1 ? WIDTH / (plot.points.length - 1) : 0;
  let isDrawing = false;
  const path = plot.points.map(({ value }, place) => {
    if (value === null) {
      isDrawing = false;
      return '';
    }
    const command = isDrawing ? 'L' : 'M';
    isDrawing = true;
    // A lone point is a line of no length, which has round ends.
    return `${command}${round(place * step)} ${round(HEIGHT - (value / top) * HEIGHT)}h0`;
  });
  return figure(plot, top, html`<path d="${path.join('')}" />`);
}

/** Bars side by side. */
export function barPlot(plot: Plot): Html {
  const top = topOf(plot);
  const step = WIDTH / Math.max(plot.points.length, 1);
  const bars = plot.points.map(({ value }, place) => {
    const height = round(((value ?? 0) / top) * HEIGHT);
    return html`<rect x="${round(place * step + 1)}" y="${HEIGHT - height}" width="${round(step - 2)}" height="${height}" />`;
  });
  return figure(plot, top, html`${bars}`);
}

function figure({ title, points, write, table }: Plot, top: number, drawn: Html): Html {
  return html`<figure class="plot">
      <p class="top hint" dir="ltr">${write(top)}</p>
      <svg viewBox="-4 -4 ${WIDTH + 8} ${HEIGHT + 8}" role="img" aria-label="${title}" preserveAspectRatio="none">
        <line x1="0" y1="${HEIGHT}" x2="${WIDTH}" y2="${HEIGHT}" />
        ${drawn}
      </svg>
      <p class="ends hint" dir="ltr"><bdi>${points[0]?.label ?? ''}</bdi><bdi>${points.at(-1)?.label ?? ''}</bdi></p>
      <details>
        <summary>${table.summary}</summary>
        <table>
          <thead><tr><th scope="col">${table.label}</th><th scope="col">${table.value}</th></tr></thead>
          <tbody>${points.map(({ label, written }) => html`<tr><td>${label}</td><td>${written}</td></tr>`)}</tbody>
        </table>
      </details>
    </figure>`;
}

/** The least of 1, 2 and 5 times a power of ten that no value is above. */
function topOf({ points, least }: Plot): number {
  const largest = Math.max(least, ...points.map(({ value }) => value ?? 0));
  const power = 10 ** Math.floor(Math.log10(largest));
  return ([1, 2, 5].find((times) => times * power >= largest) ?? 10) * power;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
