import fc from 'fast-check';

/** Words in twelve scripts and some that are hard on offsets: joined emoji, combining marks, isolates. */
const words = [
  'hearing',
  'məhkəmə',
  'iclası',
  'суд',
  'заседание',
  'دادگاه',
  'می\u200cشود',
  'محكمة',
  'בית',
  'המשפט',
  '裁判',
  '法廷',
  '법정',
  'अदालत',
  'क्षत्रिय',
  'আদালত',
  'நீதிமன்றம்',
  'ศาล',
  'δικαστήριο',
  'դատարան',
  'სასამართლო',
  'e\u0301te\u0301',
  'Z\u0351\u036b\u0343a',
  '👨‍👩‍👧‍👦',
  '🇦🇿',
  '👍🏽',
  '𝒳𝒴',
  '𐍈',
  '\u2068Emin\u2069',
  '10:30',
  'a',
] as const;

export const word = fc.constantFrom(...words);

/** Words with single spaces between them: what CommonMark and Telegram leave as it is. */
export const phrase = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .map((list) => list.join(' ').normalize('NFC'));

/** True when an offset does not fall inside a surrogate pair. */
export function onCodePoint(text: string, offset: number): boolean {
  return !(/[\ud800-\udbff]/.test(text.charAt(offset - 1)) && /[\udc00-\udfff]/.test(text.charAt(offset)));
}
