import type { TelegramStandIn } from '../../sandbox/telegram/stand-in.ts';
import type { Language } from '../../src/domain/language.ts';
import { translate } from '../../src/i18n/index.ts';
import { withoutIsolation } from '../../src/i18n/isolate.ts';
import { eventually } from './process.ts';

/** Somebody with a phone, in their private chat with the only bot. */
export function person(standIn: TelegramStandIn, language: Language) {
  const { id } = standIn.createUser({ languageCode: language });
  const received = () =>
    standIn
      .messages({ chat: id })
      .filter((message) => (message.from as { is_bot?: boolean }).is_bot === true)
      .map((message) => ({
        id: Number(message.message_id),
        text: withoutIsolation(String(message.text)),
        buttons: buttonsOf(message.reply_markup),
      }));
  return {
    id,
    language,
    received,
    starts: (payload?: string) => standIn.userStarts({ user: id, ...(payload !== undefined && { payload }) }),
    /** Waits for a message from the bot that contains a text. */
    gets: (text: string) => eventually(() => received().find((one) => one.text.includes(text))),
    /** Waits for a button with this label, and taps it. */
    async taps(label: 'button-agree' | 'button-follow' | 'button-approve' | 'button-reject'): Promise<void> {
      const wanted = withoutIsolation(translate(language, label));
      const found = await eventually(() =>
        received()
          .flatMap((message) => message.buttons.map((button) => ({ message, ...button })))
          .find((button) => button.label === wanted),
      );
      standIn.userTaps({ user: id, messageId: found.message.id, button: { data: found.data } });
    },
  };
}

export type Person = ReturnType<typeof person>;

function buttonsOf(markup: unknown): { label: string; data: string }[] {
  const rows =
    (markup as { inline_keyboard?: { text: string; callback_data?: string }[][] } | undefined)
      ?.inline_keyboard ?? [];
  return rows.flat().map((button) => ({ label: button.text, data: button.callback_data ?? '' }));
}

/** The admin API of a running service, with a staff member's token. */
export function adminApi(origin: string, token: string) {
  return async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${origin}/api/admin${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? null : JSON.parse(text)) as T;
  };
}

export type AdminApi = ReturnType<typeof adminApi>;

/** Opens a case, to which a second person agrees in the bot. */
export async function openCase(
  api: AdminApi,
  slug: string,
  second: Person,
): Promise<{ id: string; slug: string }> {
  const { id } = await api<{ id: string }>('POST', '/cases', {
    slug,
    name: { en: 'The donkey bloggers', az: 'Eşşək blogerlər' },
    summary: 'Two bloggers on trial for a video.',
    language: 'en',
    country: 'AZ',
    zone: 'Asia/Baku',
    persons: [{ name: 'Emin Milli' }],
  });
  await second.taps('button-agree');
  await second.gets(translate(second.language, 'staff-approved'));
  return { id, slug };
}

/** The main job, once: somebody follows the case, a post is written, a second person approves it, it arrives. */
export async function firstMessage(
  api: AdminApi,
  people: { readonly follower: Person; readonly approver: Person },
  { slug = 'donkey-bloggers', text = 'Məhkəmə bu gün oldu.' } = {},
): Promise<void> {
  const { follower, approver } = people;
  const { id: caseId } = await openCase(api, slug, approver);
  follower.starts(slug);
  await follower.taps('button-follow');
  await follower.gets(withoutIsolation(translate(follower.language, 'case-already-followed')));
  const { id } = await api<{ id: string }>('POST', '/posts', { caseId, sourceLanguage: 'az', text });
  await api('POST', `/posts/${id}/translations/az/submissions`);
  await approver.taps('button-approve');
  await follower.gets(text);
}
