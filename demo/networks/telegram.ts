import { z } from 'zod';
import { type DemoNetwork, plain, type ShownPost, type Surroundings } from './network.ts';
import { cutAt, type Run } from './runs.ts';

const entity = z.object({
  type: z.string(),
  offset: z.int(),
  length: z.int(),
  url: z.string().optional(),
});
const message = z.object({
  message_id: z.int(),
  date: z.int(),
  text: z.string().optional(),
  caption: z.string().optional(),
  entities: z.array(entity).default([]),
  caption_entities: z.array(entity).default([]),
  photo: z.array(z.object({ file_id: z.string() })).default([]),
  reply_to_message: z.object({ message_id: z.int() }).optional(),
});

const looks: Readonly<Record<string, Run['look']>> = {
  bold: 'bold',
  italic: 'italic',
  code: 'code',
  text_link: 'link',
  url: 'link',
  hashtag: 'hashtag',
  mention: 'mention',
};

/** A Telegram channel in Persian, in which the campaign's bot may post. */
export async function openChannel({ telegram, botId }: Surroundings): Promise<DemoNetwork> {
  const { standIn } = telegram;
  const title = 'Bray';
  const username = 'bray_demo_fa';
  const { id: owner } = standIn.createUser({ firstName: 'Bray', languageCode: 'fa' });
  // Whoever makes the bot an administrator is told by it what came of that.
  standIn.userStarts({ user: owner });
  const { id: chat } = standIn.createChannel({ title, username, owner });
  standIn.setMember({
    chat,
    user: botId,
    status: 'administrator',
    rights: { can_post_messages: true, can_delete_messages: true },
  });
  return {
    name: 'telegram',
    language: 'fa',
    title,
    handle: '@bray_demo_fa',
    environment: {},
    credentials: { channel: `@${username}` },
    contacts: [],
    posts: async () => standIn.messages({ chat }).flatMap(shown),
    image(fileId) {
      const file = standIn.core.files.list().find(({ id }) => id === fileId);
      return file?.bytes;
    },
    wrongs: [],
    // It ends with Telegram.
    close: async () => undefined,
  };
}

/** Nothing of what Telegram says by itself, such as that a member has come. */
function shown(stored: unknown): ShownPost[] {
  const read = message.safeParse(stored);
  if (!read.success) return [];
  const { message_id, date, text, caption, entities, caption_entities, photo, reply_to_message } = read.data;
  const words = text ?? caption;
  if (words === undefined && photo.length === 0) return [];
  const largest = photo.at(-1);
  return [
    {
      ...plain,
      id: String(message_id),
      at: Temporal.Instant.fromEpochMilliseconds(date * 1000).toString(),
      answers: reply_to_message === undefined ? null : String(reply_to_message.message_id),
      text: runsOf(words ?? '', text === undefined ? caption_entities : entities),
      images: largest === undefined ? [] : [{ id: largest.file_id, alt: null }],
    },
  ];
}

/** Entities count in UTF-16 units. */
function runsOf(text: string, entities: readonly z.infer<typeof entity>[]): Run[] {
  const stretches = entities.map(({ type, offset, length, url }) => {
    const href = url ?? (type === 'url' ? text.slice(offset, offset + length) : undefined);
    return {
      start: offset,
      end: offset + length,
      look: looks[type] ?? 'plain',
      ...(href !== undefined && { href }),
    };
  });
  return cutAt(stretches, text.length, (from, to) => text.slice(from, to));
}
