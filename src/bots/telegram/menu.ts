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
    .filter(({ listedIn }) => listedIn === place || listedIn === 'everywhere')
    .map(({ name }) => ({ command: name, description: translate(language, `command-${name}`) }));
}

/** Tells Telegram the menus. Answers how many it took: fewer than all when the network or Telegram failed. */
export async function publishMenus(transport: Transport, signal: AbortSignal): Promise<{ missing: number }> {
  let missing = 0;
  for (const menu of menus()) {
    if (signal.aborted) return { missing: missing + 1 };
    const outcome = await transport.call('setMyCommands', { ...menu }, { signal });
    if (outcome.kind !== 'done') missing += 1;
  }
  return { missing };
}
