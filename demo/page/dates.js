/** As the bot itself writes: day before month, and the Gregorian calendar, by which the court goes. */
const LOCALES = /** @type {Readonly<Record<string, string>>} */ ({
  az: 'az',
  en: 'en-GB',
  ru: 'ru',
  tr: 'tr',
  fa: 'fa-u-ca-gregory',
  fr: 'fr',
  de: 'de',
});

/** Chromium ships without Azerbaijani months ("2009 M11 11"; seen in version 153). */
const AZERBAIJANI_MONTHS = [
  'yanvar',
  'fevral',
  'mart',
  'aprel',
  'may',
  'iyun',
  'iyul',
  'avqust',
  'sentyabr',
  'oktyabr',
  'noyabr',
  'dekabr',
];

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * Making a format costs a thousand times what using one costs.
 *
 * @param {string} language @param {string} zone @param {Intl.DateTimeFormatOptions} options
 */
function formatOf(language, zone, options) {
  const key = `${language} ${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(LOCALES[language] ?? language, { ...options, timeZone: zone });
  formats.set(key, format);
  return format;
}

/**
 * "03:16", in the reader's digits.
 *
 * @param {string} language @param {string} zone @param {Date} at
 */
export function clockTime(language, zone, at) {
  return formatOf(language, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/**
 * "11 November 2009".
 *
 * @param {string} language @param {string} zone @param {Date} at
 */
export function dayInWords(language, zone, at) {
  if (language === 'az') {
    const { day, month, year } = dayParts(zone, at);
    return `${day} ${AZERBAIJANI_MONTHS[month - 1]} ${year}`;
  }
  return formatOf(language, zone, { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
}

/** "Wednesday, 11 November 2009", in English. @param {string} zone @param {Date} at */
export function longDay(zone, at) {
  return `${formatOf('en', zone, { weekday: 'long' }).format(at)}, ${dayInWords('en', zone, at)}`;
}

/** "11 Nov". @param {string} zone @param {Date} at */
export function shortDay(zone, at) {
  return formatOf('en', zone, { day: 'numeric', month: 'short' }).format(at);
}

/** "11 Nov 2009". @param {string} zone @param {Date} at */
export function shortDayWithYear(zone, at) {
  return formatOf('en', zone, { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
}

/** "UTC+4". @param {string} zone @param {Date} at */
export function offsetOf(zone, at) {
  const parts = formatOf('en', zone, { timeZoneName: 'shortOffset' }).formatToParts(at);
  return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? '').replace('GMT', 'UTC');
}

/** "Baku", of "Asia/Baku". @param {string} zone */
export const cityOf = (zone) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** Hour of the day, 0 to 23. @param {string} zone @param {Date} at */
export const hourIn = (zone, at) => Math.floor(minutesIn(zone, at) / 60);

/** Minutes since midnight. @param {string} zone @param {Date} at */
export function minutesIn(zone, at) {
  const [hours = 0, minutes = 0] = clockTime('en', zone, at).split(':').map(Number);
  return hours * 60 + minutes;
}

/** @param {string} zone @param {Date} at */
function dayParts(zone, at) {
  const parts = formatOf('en', zone, { day: 'numeric', month: 'numeric', year: 'numeric' }).formatToParts(at);
  /** @param {string} wanted */
  const number = (wanted) => Number(parts.find(({ type }) => type === wanted)?.value);
  return { day: number('day'), month: number('month'), year: number('year') };
}
