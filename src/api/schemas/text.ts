import { z } from '@hono/zod-openapi';
import { isLanguage, type Language } from '../../domain/language.ts';
import type { Localised } from '../../domain/localised.ts';
import { ALT_MAX } from '../../domain/media.ts';
import { faultOfPlainText } from '../../domain/text/characters.ts';

/** One line or several of plain text that a person typed: NFC, trimmed, with something to be seen in it. */
export const plainText = (max: number) =>
  z
    .string('is not a text')
    .max(max, `is too long: at most ${max} characters`)
    .superRefine((text, ctx) => {
      const message = faultOfPlainText(text);
      if (message !== null) ctx.addIssue({ code: 'custom', message });
    })
    .transform((text) => text.normalize('NFC').trim());

/** What an image shows, in plain words. */
export const alt = plainText(ALT_MAX);

/** Text that its own verb checks and names the faults of, such as a post's. Only what no database takes is refused. */
export const markdown = z
  .string('is not a text')
  .max(100_000, 'is too long: at most 100000 characters')
  .openapi({
    description: 'Markdown: paragraphs, bold, italic, links, lists, hashtags and mentions.',
    example: 'The appeal was **heard** today.',
  });

const byLanguage = z.strictObject({
  az: z.string().optional(),
  en: z.string().optional(),
  ru: z.string().optional(),
  tr: z.string().optional(),
  fa: z.string().optional(),
  fr: z.string().optional(),
  de: z.string().optional(),
} satisfies Record<Language, z.ZodType>);

/** A fact as we give it: in the languages in which it was written. */
export const localised = byLanguage.openapi('Localised', {
  description: 'By language; a reader gets their own, else what they also read.',
  example: { en: 'Baku Court of Appeal', az: 'Bakı Apellyasiya Məhkəməsi' },
});

/** A fact as it is sent to us. */
export type LocalisedInput = string | Localised;

/** A fact in several languages, or a plain text in the language that the request names. */
export const localisedInput = (max: number) => {
  const text = plainText(max);
  return z
    .unknown()
    .transform((given, ctx): LocalisedInput => {
      if (typeof given === 'string') return readText(text, given, [], ctx);
      const byLanguage = asObject.safeParse(given);
      if (!byLanguage.success) {
        ctx.addIssue({
          code: 'custom',
          message: 'is neither a text nor texts by language, such as {"en": "…"}',
        });
        return z.NEVER;
      }
      const fitted: [string, string][] = [];
      for (const [name, value] of Object.entries(byLanguage.data)) {
        if (isLanguage(name)) fitted.push([name, readText(text, value, [name], ctx)]);
        else ctx.addIssue({ code: 'custom', message: 'is not one of our languages', path: [name] });
      }
      return Object.fromEntries(fitted);
    })
    .openapi({
      oneOf: [{ type: 'string', maxLength: max }, { $ref: '#/components/schemas/Localised' }],
      example: { en: 'Baku Court of Appeal' },
    });
};

const asObject = z.record(z.string(), z.unknown());

/** The text as its schema leaves it; what the schema finds is said of the part at `path`. */
function readText(text: z.ZodType<string>, value: unknown, path: string[], ctx: z.RefinementCtx): string {
  const parsed = text.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const { message } of parsed.error.issues) ctx.addIssue({ code: 'custom', message, path });
  return z.NEVER;
}

/** A plain text is taken as one in `language`. */
export function toLocalised(given: LocalisedInput, language: Language): Localised {
  return typeof given === 'string' ? { [language]: given } : given;
}
