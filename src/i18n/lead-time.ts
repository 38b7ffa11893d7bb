import type { Language } from '../domain/language.ts';
import { parseLeadTime } from '../domain/lead-time.ts';
import { translate } from './index.ts';

/** A lead time by its code, in words: "7 days", "3 hours", "the morning of the day". */
export function leadTimeName(language: Language, code: string): string {
  const leadTime = parseLeadTime(code);
  switch (leadTime?.kind) {
    case 'days':
      return translate(language, 'unit-days', { count: leadTime.days });
    case 'hours':
      return translate(language, 'unit-hours', { count: leadTime.hours });
    case 'morning':
      return translate(language, 'lead-time-morning');
    case undefined:
      return code;
  }
}
