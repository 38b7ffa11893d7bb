import type { SetUpMachine, Shown } from '../deps.ts';
import type { Step } from '../flow.ts';
import type { Page } from '../html.ts';
import { botPage } from './bot.ts';
import { campaignPage } from './campaign.ts';
import { donePage, finishPage } from './finish.ts';
import type { Filled } from './form.ts';
import { passphrasePage } from './passphrase.ts';
import { secondPage } from './second.ts';
import { startPage } from './start.ts';
import { testPage } from './test.ts';
import { unlockPage } from './unlock.ts';

/** The page of a step, with the form as it was last sent. */
export function pageOf(shown: Shown, step: Step, zones: SetUpMachine['zones'], filled: Filled): Page {
  switch (step.name) {
    case 'unlock':
      return unlockPage(shown, filled);
    case 'bot':
      return botPage(shown, filled);
    case 'campaign':
      return campaignPage(shown, step, zones, filled);
    case 'passphrase':
      return passphrasePage(shown, filled);
    case 'start':
      return startPage(shown, filled);
    case 'test':
      return testPage(shown, step.stage);
    case 'second':
      return secondPage(shown, step.stage, filled);
    case 'finish':
      return finishPage(shown, step);
    case 'done':
      return donePage(shown, step, null);
  }
}

/** Whether the step waits for something that happens elsewhere, so that the page asks again by itself. */
export function waitsElsewhere(step: Step): boolean {
  if (step.name === 'test') return step.stage.is === 'waiting' || step.stage.is === 'on-its-way';
  return step.name === 'second' && step.stage.is === 'waiting';
}
