import { describe, expect, test } from 'vitest';
import type { StaffActor } from '../../src/domain/actor.ts';
import {
  type ActionRequest,
  actionsFrom,
  judgeAction,
  peopleFor,
  requestLasts,
  rolesFor,
} from '../../src/domain/broadcast-action.ts';
import { newId, type StaffId } from '../../src/domain/ids.ts';
import {
  type BroadcastAction,
  type BroadcastKind,
  type BroadcastState,
  broadcastActions,
  broadcastKinds,
  broadcastStates,
  type Role,
  roles,
} from '../../src/domain/words.ts';

const now = Temporal.Instant.from('2009-11-10T12:00:00Z');
const person = (...held: Role[]): StaffActor => ({
  kind: 'staff',
  id: newId<StaffId>(),
  name: 'Somebody',
  roles: held,
  languages: ['en'],
  cases: null,
  via: 'api',
});
const first = person('approver');
const second = person('approver');

function judge(
  kind: BroadcastKind,
  state: BroadcastState,
  action: BroadcastAction,
  asked: ActionRequest | null = null,
  actor: StaffActor = second,
) {
  return judgeAction({ kind, state, asked }, action, actor, now);
}
const askedFor = (action: BroadcastAction, ago: Temporal.DurationLike = { seconds: 1 }): ActionRequest => ({
  action,
  by: first.id,
  at: now.subtract(ago),
});

describe('what an action on a broadcast takes', () => {
  test('is one person to stop a post and two to start it again; for an alert it is the other way round', () => {
    expect(broadcastActions.map((action) => peopleFor('post', action))).toEqual([1, 2, 1]);
    expect(broadcastActions.map((action) => peopleFor('alert', action))).toEqual([2, 1, 2]);
  });

  test('is a role that decides; to start a post again it is an approver', () => {
    for (const kind of broadcastKinds) {
      for (const action of broadcastActions) {
        const may = roles.filter((role) => {
          const verdict = judge(kind, action === 'resume' ? 'paused' : 'running', action, null, person(role));
          return verdict.do !== 'refuse';
        });
        const wanted =
          kind === 'post' && action === 'resume' ? ['approver'] : ['approver', 'coordinator', 'lawyer'];
        expect(may.toSorted()).toEqual(wanted);
        expect(rolesFor(kind, action).toSorted()).toEqual(wanted);
      }
    }
  });

  test('is a state from which there is a way: what is over stays over', () => {
    const table = Object.fromEntries(
      broadcastStates.map((state) => [
        state,
        broadcastActions.map((action) => {
          const verdict = judge('post', state, action, askedFor(action));
          return verdict.do === 'move' ? verdict.to : verdict.do;
        }),
      ]),
    );
    expect(table).toEqual({
      running: ['paused', 'nothing', 'cancelled'],
      paused: ['nothing', 'running', 'cancelled'],
      halted: ['refuse', 'running', 'cancelled'],
      cancelled: ['refuse', 'refuse', 'nothing'],
      finished: ['refuse', 'refuse', 'refuse'],
    });
    expect(judge('post', 'finished', 'pause')).toEqual({ do: 'refuse', code: 'action-impossible' });
    expect(actionsFrom('running')).toEqual(['pause', 'cancel']);
    expect(actionsFrom('halted')).toEqual(['resume', 'cancel']);
    expect(actionsFrom('cancelled')).toEqual([]);
  });

  test('is, for two, another person than who asked, for the same, within half an hour', () => {
    const asks = { do: 'ask', again: false };
    expect(judge('alert', 'running', 'pause')).toEqual(asks);
    const agreed = judge('alert', 'running', 'pause', askedFor('pause'));
    expect(agreed).toEqual({ do: 'move', to: 'paused', agreedWith: first.id });
    expect(judge('alert', 'running', 'pause', askedFor('pause'), first)).toEqual({ do: 'ask', again: true });
    expect(judge('alert', 'running', 'cancel', askedFor('pause'))).toEqual(asks);
    const late = askedFor('pause', requestLasts);
    expect(judge('alert', 'running', 'pause', late)).toEqual(asks);
    expect(judge('alert', 'running', 'pause', late, first)).toEqual(asks);
    const justInTime = { ...late, at: late.at.add({ milliseconds: 1 }) };
    expect(judge('alert', 'running', 'pause', justInTime).do).toBe('move');
  });

  test('is one person alone where one suffices, whatever was asked before', () => {
    expect(judge('alert', 'paused', 'resume', askedFor('cancel'), first)).toEqual({
      do: 'move',
      to: 'running',
      agreedWith: null,
    });
  });
});
