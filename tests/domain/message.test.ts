import { expect, test } from 'vitest';
import { type RenderedMessage, sendMessageParams } from '../../src/domain/message.ts';

const bare: RenderedMessage = { text: 'The hearing is on Wednesday.', entities: [], buttons: [] };

test('a message lets no site see that it was read: link previews are off', () => {
  expect(sendMessageParams(bare)).toEqual({
    text: bare.text,
    entities: [],
    link_preview_options: { is_disabled: true },
  });
});

test('a message carries entities and buttons as the Bot API names them', () => {
  const message: RenderedMessage = {
    ...bare,
    entities: [{ type: 'bold', offset: 4, length: 7 }],
    buttons: [[{ text: 'Stop this case', data: 'u:1' }], [{ text: 'Source', url: 'https://example.org' }]],
  };
  expect(sendMessageParams(message)).toMatchObject({
    entities: [{ type: 'bold', offset: 4, length: 7 }],
    reply_markup: {
      inline_keyboard: [
        [{ text: 'Stop this case', callback_data: 'u:1' }],
        [{ text: 'Source', url: 'https://example.org' }],
      ],
    },
  });
});
