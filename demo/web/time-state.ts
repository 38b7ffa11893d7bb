import { listScenes } from '../script/scenes.ts';
import type { TimeState } from '../time/player.ts';
import type { Theatre } from '../world/theatre.ts';

/** What `GET /time` answers. */
export interface TimeAnswer extends TimeState {
  /** The scene that is played. */
  readonly scene: string;
  readonly scenes: readonly { readonly id: string; readonly title: string; readonly at: string }[];
}

const scenes = listScenes().map(({ id, title, startAt }) => ({ id, title, at: startAt.toString() }));

/** Where the time machine stands; waits while a scene is being built. */
export async function timeNow(theatre: Theatre): Promise<TimeAnswer> {
  const { stage } = await theatre.performance();
  return { ...stage.player.state(), scene: stage.scene.id, scenes };
}
