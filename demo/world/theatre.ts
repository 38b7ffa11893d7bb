import type { KeyRing } from '../../src/crypto/keys.ts';
import type { Language } from '../../src/domain/language.ts';
import type { Log } from '../../src/services/context.ts';
import type { SceneId } from '../script/scene-id.ts';
import { readScene } from '../script/scenes.ts';
import { type Told, toldOf } from '../time/player.ts';
import { createSceneDatabase, type SceneDatabase } from './database.ts';
import { openDeepLink, type ShownChat } from './followers.ts';
import { openStage, type Stage } from './stage.ts';

export interface TheatreOptions {
  /** A PostgreSQL server whose role may create databases. */
  readonly serverUrl: string;
  readonly keys: KeyRing;
  readonly log: Log;
  /** Gets a line for each thing that takes long. */
  readonly progress: (line: string) => void;
  /** Told of what goes wrong while it plays by itself. */
  readonly failed: (error: unknown) => void;
}

/** A scene on its stage with all the chats that the page shows. */
export interface Performance {
  readonly stage: Stage;
  readonly chats: readonly ShownChat[];
}

/** What the page hears of: that the time machine moved, or that followers were told. */
export type TheatreEvent = { readonly kind: 'time' } | { readonly kind: 'told'; readonly told: Told };

interface Running {
  readonly stage: Stage;
  readonly database: SceneDatabase;
  readonly chats: ShownChat[];
}

/** Side by side on the page, one of them written from right to left. */
const followers: readonly Language[] = ['az', 'en', 'fa', 'ru'];

/** Where one scene at a time is played, each on a fresh database with fresh chats. */
export class Theatre {
  readonly #options: TheatreOptions;
  readonly #listeners = new Set<(event: TheatreEvent) => void>();
  #running: Promise<Running>;

  /** Begins to build the first scene; `performance` tells when it stands. */
  constructor(options: TheatreOptions, first: SceneId) {
    this.#options = options;
    this.#running = this.#open(first);
  }

  /** The scene that is played; waits while one is being built. Rejects when it could not be. */
  async performance(): Promise<Performance> {
    return this.#running;
  }

  /** Ends what is played and builds another scene, or the same anew. */
  async restart(id: SceneId): Promise<void> {
    const before = this.#running;
    this.#running = closed(before).then(() => this.#open(id));
    await this.#running;
    this.#tell({ kind: 'time' });
  }

  /** A new person opens the deep link to the case. */
  async addChat(language: Language): Promise<ShownChat> {
    const { stage, chats } = await this.#running;
    const chat = openDeepLink(stage.world, stage.scene.archive.slug, language);
    chats.push(chat);
    return chat;
  }

  /** Calls back for everything that the page should know at once; returns how to stop. */
  listen(listener: (event: TheatreEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends what is played, in order. */
  async close(): Promise<void> {
    await closed(this.#running);
  }

  async #open(id: SceneId): Promise<Running> {
    const { serverUrl, progress } = this.#options;
    const database = await createSceneDatabase(serverUrl, progress);
    try {
      const stage = await openStage({
        ...this.#options,
        scene: readScene(id),
        databaseUrl: database.url,
        followers,
      });
      stage.player.onTime(() => this.#tell({ kind: 'time' }));
      stage.player.onPlayed((played) => {
        const told = toldOf(played);
        if (told !== null) this.#tell({ kind: 'told', told });
      });
      return { stage, database, chats: [...stage.followers, ...staffChats(stage)] };
    } catch (error) {
      await database.drop();
      throw error;
    }
  }

  #tell(event: TheatreEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

async function closed(running: Promise<Running>): Promise<void> {
  const settled = await Promise.allSettled([running]);
  for (const outcome of settled) {
    // One that could not be built has cleaned up after itself, and whoever waited for it knows.
    if (outcome.status === 'rejected') continue;
    await outcome.value.stage.end();
    await outcome.value.database.drop();
  }
}

function staffChats({ staff }: Stage): ShownChat[] {
  return [staff.author, staff.approver].flatMap(({ actor, chat }): ShownChat[] =>
    chat === null
      ? []
      : [{ chatId: chat, title: actor.name, language: 'en', direction: 'ltr', kind: 'staff' }],
  );
}
