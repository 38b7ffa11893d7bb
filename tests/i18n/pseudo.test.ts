import { expect, it } from 'vitest';
import { translate } from '../../src/i18n/index.ts';
import { withoutIsolation } from '../../src/i18n/isolate.ts';
import { pseudo } from '../../src/i18n/pseudo.ts';
import { renderAll } from './catalogue-samples.ts';

it('accents and lengthens the words and marks both ends', () => {
  const text = pseudo('Next hearing');
  expect(text).toMatch(/^\[Ńéxţ héáŕíńğ~+\]$/);
  expect(text.length).toBeGreaterThan('Next hearing'.length * 1.3);
});

it('leaves what is typed, tapped or comes from outside as it is', () => {
  const text = pseudo(translate('en', 'start-welcome', { campaign: 'Free the donkey' }));
  expect(text).toContain('\u2068Free the donkey\u2069');
  expect(text).toContain('/cases');
  expect(pseudo('Ask @BotFather at https://t.me/BotFather')).toMatch(
    /@BotFather .*https:\/\/t\.me\/BotFather~/,
  );
});

it('leaves no English word of a catalogue recognisable', () => {
  for (const { key, text } of renderAll('en')) {
    const rest = withoutIsolation(pseudo(text)).replace(/[/@]\w+/g, '');
    expect(rest, key).not.toMatch(/\b(?:the|case|hearing|message|court)\b/i);
  }
});
