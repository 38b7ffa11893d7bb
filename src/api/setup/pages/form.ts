import { html } from 'hono/html';
import type { FieldFault, Form } from '../../form.ts';
import type { Shown } from '../deps.ts';
import type { Html } from '../html.ts';

/** A form as it was last sent, and what was wrong with it. */
export interface Filled {
  readonly form: Form;
  readonly faults: readonly FieldFault[];
}

/** A form that is sent to one of our paths. Our own texts say what is missing, in the reader's language. */
export function formTo({ base }: Shown, path: string, fields: Html | string, button: string): Html {
  return html`<form method="post" action="${base}/${path}" novalidate>
        ${fields}
        <button type="submit">${button}</button>
      </form>`;
}

/** A button that does one thing, less prominent than the step's own. */
export function sideButton({ base }: Shown, path: string, button: string): Html {
  return html`<form method="post" action="${base}/${path}" class="side">
        <button type="submit" class="quiet">${button}</button>
      </form>`;
}
