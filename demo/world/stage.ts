import type { KeyRing } from '../../src/crypto/keys.ts';
import type { CaseId } from '../../src/domain/ids.ts';
import type { Language } from '../../src/domain/language.ts';
import type { Log } from '../../src/services/context.ts';
import type { Scene } from '../script/scenes.ts';
import { Player } from '../time/player.ts';
import { connectAccounts } from './accounts.ts';
import { openCase } from './case.ts';
import { openDeepLink, type ShownChat, tapFollow } from './followers.ts';
import { linkStaffChats, type Staff, takeOnStaff } from './staff.ts';
import { StaffWork } from './staff-work.ts';
import { openWorld, type World } from './world.ts';

export interface StageOptions {
  readonly scene: Scene;
  /** A fresh, migrated database. */
  readonly databaseUrl: string;
  readonly keys: KeyRing;
  readonly log: Log;
  /** One follower for each of these joins at the scene's `joinAt`. */
  readonly followers: readonly Language[];
  /** Told of what goes wrong while it plays by itself. */
  readonly failed: (error: unknown) => void;
}

/** A scene that is ready to be played: a world with a case in it, its staff, its followers and its script. */
export interface Stage {
  readonly scene: Scene;
  readonly world: World;
  readonly staff: Staff;
  readonly caseId: CaseId;
  readonly player: Player;
  readonly followers: readonly ShownChat[];
  end(): Promise<void>;
}

/** Builds a scene up to where the person takes over. */
export async function openStage(options: StageOptions): Promise<Stage> {
  const { scene } = options;
  const world = await openWorld({ ...options, at: scene.opensAt, zone: scene.archive.zone });
  try {
    const staff = await takeOnStaff(world);
    const [caseId, accountIds] = [
      await openCase(world, staff, scene.archive),
      await connectAccounts(world, staff),
    ];
    const player = new Player({
      world,
      work: new StaffWork(world, staff, { caseId, accountIds }),
      moments: scene.moments,
      zone: scene.archive.zone,
      failed: options.failed,
    });
    await player.playUntil(scene.joinAt);
    await linkStaffChats(world, staff);
    const followers = options.followers.map((language) => openDeepLink(world, scene.archive.slug, language));
    await tapFollow(
      world,
      caseId,
      followers.map(({ chatId }) => chatId),
    );
    await player.playUntil(scene.startAt);
    return {
      scene,
      world,
      staff,
      caseId,
      player,
      followers,
      async end() {
        await player.pause();
        await world.end();
      },
    };
  } catch (error) {
    await world.end();
    throw error;
  }
}
