import type { Language } from '../domain/language.ts';
import { intlLocale } from './locale.ts';

/**
 * How readers call the city of a time zone, for the zones that our campaigns meet most: `Intl` has no names of
 * cities. No native reader has checked them yet.
 */
const cities: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'Africa/Cairo': row('Qahirə', 'Cairo', 'Каир', 'Kahire', 'قاهره', 'Le Caire', 'Kairo'),
  'America/New_York': row('Nyu-York', 'New York', 'Нью-Йорк', 'New York', 'نیویورک', 'New York', 'New York'),
  'Asia/Almaty': row('Almatı', 'Almaty', 'Алматы', 'Almatı', 'آلماتی', 'Almaty', 'Almaty'),
  'Asia/Ashgabat': row('Aşqabad', 'Ashgabat', 'Ашхабад', 'Aşkabat', 'عشق‌آباد', 'Achgabat', 'Aschgabat'),
  'Asia/Baghdad': row('Bağdad', 'Baghdad', 'Багдад', 'Bağdat', 'بغداد', 'Bagdad', 'Bagdad'),
  'Asia/Baku': row('Bakı', 'Baku', 'Баку', 'Bakü', 'باکو', 'Bakou', 'Baku'),
  'Asia/Bishkek': row('Bişkek', 'Bishkek', 'Бишкек', 'Bişkek', 'بیشکک', 'Bichkek', 'Bischkek'),
  'Asia/Damascus': row('Dəməşq', 'Damascus', 'Дамаск', 'Şam', 'دمشق', 'Damas', 'Damaskus'),
  'Asia/Dushanbe': row('Düşənbə', 'Dushanbe', 'Душанбе', 'Duşanbe', 'دوشنبه', 'Douchanbé', 'Duschanbe'),
  'Asia/Kabul': row('Kabil', 'Kabul', 'Кабул', 'Kabil', 'کابل', 'Kaboul', 'Kabul'),
  'Asia/Tashkent': row('Daşkənd', 'Tashkent', 'Ташкент', 'Taşkent', 'تاشکند', 'Tachkent', 'Taschkent'),
  'Asia/Tbilisi': row('Tbilisi', 'Tbilisi', 'Тбилиси', 'Tiflis', 'تفلیس', 'Tbilissi', 'Tiflis'),
  'Asia/Tehran': row('Tehran', 'Tehran', 'Тегеран', 'Tahran', 'تهران', 'Téhéran', 'Teheran'),
  'Asia/Yerevan': row('Yerevan', 'Yerevan', 'Ереван', 'Erivan', 'ایروان', 'Erevan', 'Eriwan'),
  'Europe/Berlin': row('Berlin', 'Berlin', 'Берлин', 'Berlin', 'برلین', 'Berlin', 'Berlin'),
  'Europe/Brussels': row('Brüssel', 'Brussels', 'Брюссель', 'Brüksel', 'بروکسل', 'Bruxelles', 'Brüssel'),
  'Europe/Istanbul': row('İstanbul', 'Istanbul', 'Стамбул', 'İstanbul', 'استانبول', 'Istanbul', 'Istanbul'),
  'Europe/Kyiv': row('Kiyev', 'Kyiv', 'Киев', 'Kiev', 'کی‌یف', 'Kyiv', 'Kiew'),
  'Europe/London': row('London', 'London', 'Лондон', 'Londra', 'لندن', 'Londres', 'London'),
  'Europe/Minsk': row('Minsk', 'Minsk', 'Минск', 'Minsk', 'مینسک', 'Minsk', 'Minsk'),
  'Europe/Moscow': row('Moskva', 'Moscow', 'Москва', 'Moskova', 'مسکو', 'Moscou', 'Moskau'),
  'Europe/Paris': row('Paris', 'Paris', 'Париж', 'Paris', 'پاریس', 'Paris', 'Paris'),
  'Europe/Vienna': row('Vyana', 'Vienna', 'Вена', 'Viyana', 'وین', 'Vienne', 'Wien'),
  'Europe/Warsaw': row('Varşava', 'Warsaw', 'Варшава', 'Varşova', 'ورشو', 'Varsovie', 'Warschau'),
  'Europe/Zurich': row('Sürix', 'Zurich', 'Цюрих', 'Zürih', 'زوریخ', 'Zurich', 'Zürich'),
};

function row(
  az: string,
  en: string,
  ru: string,
  tr: string,
  fa: string,
  fr: string,
  de: string,
): Record<Language, string> {
  return { az, en, ru, tr, fa, fr, de };
}

/** Languages whose readers cannot be expected to read a name in Latin letters. */
const otherScripts: ReadonlySet<Language> = new Set(['ru', 'fa']);

/**
 * The place whose clock a zone follows, as the reader calls it: the city where we know its name; else, for
 * readers of Latin letters, the city in the zone's id (`Asia/Qyzylorda` -> "Qyzylorda"), for others the
 * country. A zone of no place (`UTC`) keeps its id.
 */
export function cityName(language: Language, zone: string): string {
  const known = cities[zone]?.[language];
  if (known !== undefined) return known;
  const country = otherScripts.has(language) ? countryOf(zone) : undefined;
  const countryName = country && countryNames(language).of(country);
  return countryName ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

const countryNamesIn = new Map<Language, Intl.DisplayNames>();

/** Made once for each language: to make one costs a thousand times more than to use it. */
function countryNames(language: Language): Intl.DisplayNames {
  const known = countryNamesIn.get(language);
  if (known !== undefined) return known;
  const made = new Intl.DisplayNames(intlLocale(language), { type: 'region', fallback: 'none' });
  countryNamesIn.set(language, made);
  return made;
}

let zoneCountries: Map<string, string> | undefined;

/** The ISO 3166 code of a zone's country; undefined for zones of no country and for old names of zones. */
function countryOf(zone: string): string | undefined {
  zoneCountries ??= new Map(
    allRegionCodes().flatMap((region) => {
      const zones: string[] = new Intl.Locale('und', { region }).getTimeZones() ?? [];
      return zones.map((one): [string, string] => [one, region]);
    }),
  );
  return zoneCountries.get(zone);
}

function allRegionCodes(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((first) => letters.map((second) => first + second));
}
