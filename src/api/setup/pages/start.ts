import { translate } from '../../../i18n/index.ts';
import type { Shown } from '../deps.ts';
import type { Page } from '../html.ts';
import { type Filled, formTo } from './form.ts';

/** Everything is there and the service does not run: it is started here, again where it failed before. */
export function startPage(shown: Shown, { faults }: Filled): Page {
  const { language } = shown;
  const button = translate(language, faults.length > 0 ? 'setup-try-again' : 'setup-next');
  return {
    title: translate(language, 'setup-title'),
    step: null,
    faults,
    body: formTo(shown, 'start', '', button),
  };
}
