import { type CallbackData, encodeCallbackData } from '../../src/domain/callback-data.ts';
import type { OfferedLeadTime } from '../../src/domain/reminder-choice.ts';
import { changeCampaign } from '../../src/services/campaigns/change.ts';
import { type Lead, usualLeads } from '../script/moment.ts';
import { done } from '../world/expect-done.ts';
import { openDeepLink, tap, tapFollow } from '../world/followers.ts';
import type { Stage } from '../world/stage.ts';
import type { Part } from './cast.ts';

/** Plays one part in the stand-in: follows, hides, blocks, comes back and leaves as a person would. */
export class PartActor {
  readonly part: Part;
  readonly #stage: Stage;
  #chat: number | null = null;
  #owner: number | null = null;

  constructor(stage: Stage, part: Part) {
    this.#stage = stage;
    this.part = part;
  }

  /** The chat's id, once it follows. */
  get chat(): number | null {
    return this.#chat;
  }

  /** Does what the part does before the moment at this position, if anything. */
  async before(position: number): Promise<void> {
    const { part } = this;
    if (position === part.follows) await this.#follow();
    if (position === part.blocked?.from) this.#standIn.userBlocks({ user: this.#known });
    if (position === part.blocked?.to) await this.#comeBack();
    if (position === part.unfollows) await this.#unfollow();
  }

  get #standIn() {
    return this.#stage.world.telegram.standIn;
  }

  get #known(): number {
    if (this.#chat === null) throw new Error('A part acts before it has a chat.');
    return this.#chat;
  }

  async #follow(): Promise<void> {
    if (this.part.kind !== 'private') return this.#followTogether(this.part.kind);
    const { world, scene, caseId } = this.#stage;
    const { chatId } = openDeepLink(world, scene.archive.slug, this.part.language);
    this.#chat = chatId;
    if (this.part.discreet) {
      await world.settle();
      this.#standIn.userSends({ user: chatId, text: '/discreet' });
      await world.settle();
      tap(world, chatId, encodeCallbackData({ action: 'discreet', on: true }));
    }
    await tapFollow(world, caseId, [chatId]);
    await this.#chooseReminders(chatId);
  }

  /** By the buttons under /alerts: what is wanted beyond the usual, and what of that is not. */
  async #chooseReminders(chat: number): Promise<void> {
    const { world } = this.#stage;
    const { leads } = this.part;
    const choices: CallbackData[] = [
      ...(leads.length === 0 ? [{ action: 'remind', choice: 'changes' } as const] : []),
      ...leads.filter((lead) => !usualLeads.includes(lead)).map((lead) => toggle(lead, true)),
      ...usualLeads
        .filter((lead) => leads.length > 0 && !leads.includes(lead))
        .map((lead) => toggle(lead, false)),
    ];
    if (choices.length === 0) return;
    this.#standIn.userSends({ user: chat, text: '/alerts' });
    for (const choice of choices) {
      await world.settle();
      tap(world, chat, encodeCallbackData(choice));
    }
    await world.settle();
  }

  async #followTogether(kind: 'group' | 'channel'): Promise<void> {
    const { world, staff, scene } = this.#stage;
    done('allow groups', await changeCampaign(world.as(staff.author.actor), { groupsAllowed: true }));
    const { id: owner } = this.#standIn.createUser({ languageCode: this.part.language });
    this.#owner = owner;
    const { id } =
      kind === 'group' ? this.#standIn.createGroup({ owner }) : this.#standIn.createChannel({ owner });
    this.#chat = id;
    this.#standIn.setMember({
      chat: id,
      user: world.bot.id,
      status: 'administrator',
      rights: { can_post_messages: true, can_delete_messages: true },
    });
    await world.settle();
    this.#say(`/follow ${scene.archive.slug}`);
    await world.settle();
  }

  async #unfollow(): Promise<void> {
    this.#say(`/unfollow ${this.#stage.scene.archive.slug}`);
    await this.#stage.world.settle();
  }

  #say(command: string): void {
    const chat = this.#known;
    const addressed = command.replace(/^\/\w+/, (word) => `${word}@${this.#stage.world.bot.username}`);
    switch (this.part.kind) {
      case 'private':
        this.#standIn.userSends({ user: chat, text: command });
        break;
      case 'group':
        this.#standIn.userSends({ user: this.#owner ?? 0, text: addressed, chat });
        break;
      case 'channel':
        this.#standIn.channelPosts({ chat, text: addressed });
        break;
    }
  }

  async #comeBack(): Promise<void> {
    this.#standIn.userUnblocks({ user: this.#known });
    this.#standIn.userStarts({ user: this.#known });
    await this.#stage.world.settle();
  }
}

function toggle(lead: Lead, on: boolean): CallbackData {
  return { action: 'leadTime', leadTime: leadTimes[lead], on };
}

const leadTimes: Readonly<Record<Lead, OfferedLeadTime>> = {
  'week-before': '7d',
  'day-before': '1d',
  'three-hours-before': '3h',
  morning: 'morning',
};
