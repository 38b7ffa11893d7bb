import { html } from 'hono/html';
import { translate } from '../../../i18n/index.ts';
import type { Shown } from '../deps.ts';
import type { TestStage } from '../flow.ts';
import type { Html, Page } from '../html.ts';
import { formTo, sideButton } from './form.ts';
import { ownLink } from './telegram-link.ts';

/** Lets the coordinator link their chat, and shows what has become of the message that follows. */
export function testPage(shown: Shown, stage: TestStage): Page {
  return { title: translate(shown.language, 'setup-test-title'), step: 4, body: body(shown, stage) };
}

function body(shown: Shown, stage: TestStage): Html {
  const { language } = shown;
  switch (stage.is) {
    case 'waiting':
      return html`<p>${translate(language, 'setup-test-how')}</p>
      ${ownLink(shown, stage.link)}
      <p class="waiting" role="status">${translate(language, 'setup-test-waiting')}</p>`;
    case 'on-its-way':
      return html`<p class="waiting" role="status">${translate(language, 'setup-test-on-its-way')}</p>`;
    case 'held':
      return html`<p class="fault" role="status">${translate(language, 'setup-test-failed')}</p>
      ${formTo(shown, 'test-again', '', translate(language, 'setup-test-again'))}`;
    case 'over':
      return html`<p class="good" role="status">${translate(language, 'setup-test-sent')}</p>
      ${formTo(shown, 'test', '', translate(language, 'setup-next'))}
      ${sideButton(shown, 'test-again', translate(language, 'setup-test-again'))}`;
  }
}
