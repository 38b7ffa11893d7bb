import type { Hono } from 'hono';
import { emptyForm } from '../form.ts';
import { actions, finish, isAction } from './actions.ts';
import type { SetUpMachine } from './deps.ts';
import { findStep, newMemory } from './flow.ts';
import { donePage } from './pages/finish.ts';
import { pageOf, waitsElsewhere } from './pages/index.ts';
import { createShell, type ShellOptions, type View } from './shell.ts';

export interface SetUpOptions extends Pick<ShellOptions, 'gate' | 'log' | 'safeError'> {
  readonly machine: SetUpMachine;
  /** Called once, when there is nothing left to set up. */
  readonly onFinished: () => void;
}

/** In seconds. */
const askAgainAfter = 3;

/** The set-up page: leads a coordinator who never saw a terminal from nothing to a service at work. */
export function createSetUp(options: SetUpOptions): Hono {
  const { machine, onFinished } = options;
  const memory = newMemory();
  return createShell({
    ...options,

    async show(shown): Promise<View> {
      const step = await findStep(machine, memory);
      const page = pageOf(shown, step, machine.zones, { form: emptyForm, faults: [] });
      return { page, ...(waitsElsewhere(step) && { again: askAgainAfter }) };
    },

    async act(name, form, shown) {
      const step = await findStep(machine, memory);
      if (name === 'finish') {
        const token = await finish({ machine, step });
        if (token === null) return 'done';
        onFinished();
        const after = await findStep(machine, memory);
        return after.name === 'done' ? { page: donePage(shown, after, token) } : 'done';
      }
      if (!isAction(name)) return null;
      const faults = await actions[name]({ machine, memory, language: shown.language, step, form });
      const after = await findStep(machine, memory);
      if (after.name === 'done' && step.name !== 'done') onFinished();
      if (faults.length === 0) return 'done';
      // What was typed belongs to the form it was typed into.
      const typed = after.name === step.name ? form : emptyForm;
      return { page: pageOf(shown, after, machine.zones, { form: typed, faults }), status: 422 };
    },
  });
}
