import type { Duty } from '../domain/drill.ts';
import type { Language } from '../domain/language.ts';
import { translate } from '../i18n/index.ts';

/** Something that a campaign must be able to do, in words. Of what is held outside the service nothing is told here. */
function dutyText(language: Language, duty: Duty): string | null {
  switch (duty.kind) {
    case 'custody':
      return null;
    case 'post':
    case 'release':
      return told(duty.kind, translate(language, 'language-name', { language: duty.language }));
    case 'facts':
      return told(duty.kind, duty.slug);
    case 'replace-keys':
      return told(duty.kind, duty.name);
    default:
      return told(duty.kind, '');
  }
  function told(kind: Exclude<Duty['kind'], 'custody'>, what: string): string {
    return translate(language, 'console-duty', { duty: kind, what });
  }
}

/** Each of several, in the order in which they are given. */
export function dutyTexts(language: Language, duties: readonly Duty[]): string[] {
  return duties.flatMap((duty) => dutyText(language, duty) ?? []);
}
