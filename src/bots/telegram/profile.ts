import { isDeepStrictEqual } from 'node:util';
import { type Language, languages } from '../../domain/language.ts';
import { translate } from '../../i18n/index.ts';
import type { Transport } from '../../telegram/transport.ts';
import { commands } from './commands/index.ts';

interface Menu {
  readonly commands: readonly { readonly command: string; readonly description: string }[];
  readonly scope: { readonly type: 'all_private_chats' | 'all_group_chats' };
  /** Absent in the menu for languages that we do not have. */
  readonly language_code?: Language;
}

/** The parameters of `setMyCommands`: one menu per place and language, and one for all other languages. */
export function menus(): Menu[] {
  const places = [
    { place: 'private', scope: { type: 'all_private_chats' } },
    { place: 'groups', scope: { type: 'all_group_chats' } },
  ] as const;
  return places.flatMap(({ place, scope }) => [
    { commands: listed(place, 'en'), scope },
    ...languages.map((language) => ({
      commands: listed(place, language),
      scope,
      language_code: language,
    })),
  ]);
}

function listed(place: 'private' | 'groups', language: Language): Menu['commands'] {
  return commands
    .filter((command) => command.listedIn !== 'nowhere')
    .filter(({ listedIn }) => listedIn === place || listedIn === 'everywhere')
    .map(({ name }) => ({ command: name, description: translate(language, `command-${name}`) }));
}

/** One part of the profile: where it stands, what it is to be, and how Telegram is asked and told. */
interface Part {
  readonly get: 'getMyCommands' | 'getMyDescription' | 'getMyShortDescription';
  readonly set: 'setMyCommands' | 'setMyDescription' | 'setMyShortDescription';
  readonly place: Readonly<Record<string, unknown>>;
  /** The parameters that set it; for the descriptions also what asking answers. */
  readonly content: Readonly<Record<string, unknown>>;
  /** What asking answers when nothing has to be done. */
  readonly answer: unknown;
}

/** All that describes the bot in Telegram: its menus, and what stands on its page before anybody starts it. */
function profileParts(campaign: string): Part[] {
  const places = [
    { language: 'en' as const, place: {} },
    ...languages.map((language) => ({ language, place: { language_code: language } })),
  ];
  return [
    ...menus().map(({ commands: content, ...place }) => ({
      get: 'getMyCommands' as const,
      set: 'setMyCommands' as const,
      place,
      content: { commands: content },
      answer: content,
    })),
    ...places.flatMap(({ language, place }) => {
      const description = { description: translate(language, 'bot-description', { campaign }) };
      const short = { short_description: translate(language, 'bot-short-description') };
      return [
        {
          get: 'getMyDescription' as const,
          set: 'setMyDescription' as const,
          place,
          content: description,
          answer: description,
        },
        {
          get: 'getMyShortDescription' as const,
          set: 'setMyShortDescription' as const,
          place,
          content: short,
          answer: short,
        },
      ];
    }),
  ];
}

/**
 * Brings the bot's profile up to date. What already stands is left alone, since Telegram allows few changes of
 * it. False when not all of it could be brought up to date.
 */
export async function publishProfile(
  transport: Transport,
  campaign: string,
  signal: AbortSignal,
): Promise<boolean> {
  let isComplete = true;
  for (const { get, set, place, content, answer } of profileParts(campaign)) {
    if (signal.aborted) return false;
    const present = await transport.call(get, place, { signal });
    if (present.kind === 'done' && isDeepStrictEqual(present.result, answer)) continue;
    const outcome = await transport.call(set, { ...place, ...content }, { signal });
    if (outcome.kind !== 'done') isComplete = false;
  }
  return isComplete;
}
