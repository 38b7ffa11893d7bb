import { type PauseId, parseId } from '../../../domain/ids.ts';
import { mayLift } from '../../../domain/pause.ts';
import { liftPause } from '../../../services/pauses/lift.ts';
import { pausePosts } from '../../../services/pauses/pause.ts';
import { readForm } from '../../form.ts';
import { anyRole } from '../../route.ts';
import { onTo, refuse } from '../answer.ts';
import type { ConsoleRoute } from '../route.ts';

/** The stop switch that stands on every page. */
export const pauseRoutes: readonly ConsoleRoute[] = [
  {
    method: 'post',
    path: '/pauses',
    roles: anyRole,
    handle: async (c) => {
      const result = await pausePosts(c.get('ctx'), { caseId: null });
      return result.ok ? onTo(c, '/console', 'paused') : refuse(c, result.refusal);
    },
  },
  {
    method: 'post',
    path: '/pauses/:pauseId/lifts',
    roles: mayLift,
    handle: async (c) => {
      const pauseId = parseId<PauseId>(c.req.param('pauseId') ?? '');
      if (pauseId === null) return refuse(c, { code: 'pause-unknown' }, 404);
      // Whoever agrees to what lapsed meanwhile asks for nothing new by it.
      const agreeing = (await readForm(c))?.text('agreeing') === 'yes';
      const result = await liftPause(c.get('ctx'), { pauseId, agreeing });
      if (!result.ok) return refuse(c, result.refusal, result.refusal.code === 'request-lapsed' ? 409 : 422);
      return onTo(c, '/console', result.value.effect === 'done' ? 'lifted' : 'lift-asked');
    },
  },
];
