import type { Page } from 'playwright-core';
import { type Language, languages } from '../../src/domain/language.ts';
import { type ArgsOf, type MessageKey, translate } from '../../src/i18n/index.ts';
import { withoutIsolation } from '../../src/i18n/isolate.ts';

export const passphrase = 'eşşək konfransda skripka çalır';

/** A text of ours as a browser shows it. */
export function say<K extends MessageKey>(language: Language, key: K, ...args: ArgsOf<K>): string {
  return withoutIsolation(translate(language, key, ...args));
}

/** What stands in a page for a text. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

/** A coordinator before the set-up page: finds things by what is written, in their language. */
export function coordinator(page: Page, language: Language) {
  const text = <K extends MessageKey>(key: K, ...args: ArgsOf<K>) => translate(language, key, ...args);
  const button = (key: MessageKey & `setup-${string}`) =>
    page.getByRole('button', { name: text(key as 'setup-next'), exact: true });

  return {
    page,
    button,
    async heading(key: MessageKey & `${'setup' | 'unlock'}-${string}`): Promise<void> {
      await page.getByRole('heading', { level: 1, name: text(key as 'setup-title'), exact: true }).waitFor();
    },
    async fill(key: MessageKey & `setup-${string}-label`, value: string): Promise<void> {
      await page.getByLabel(text(key as 'setup-zone-label'), { exact: true }).fill(value);
    },
    /** Ticks exactly these languages of a group. */
    async tick(key: MessageKey & `setup-${string}-label`, wanted: readonly Language[]): Promise<void> {
      const group = page.getByRole('group', { name: text(key as 'setup-zone-label') });
      for (const one of languages) {
        await group.locator(`input[value="${one}"]`).setChecked(wanted.includes(one));
      }
    },
    /** The start parameter of the link into Telegram that the page shows. */
    async startParameter(): Promise<string> {
      const link = await page.locator('#link').innerText();
      return new URL(link).searchParams.get('start') ?? '';
    },
  };
}
