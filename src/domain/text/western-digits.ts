/** A text with the digits of Arabic and of Persian, which begin at U+0660 and U+06F0, as ours; as long as before. */
export function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}
