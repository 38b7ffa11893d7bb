import { describe, expect, it } from 'vitest';
import type { RenderedMessage } from '../../src/domain/message.ts';
import { sendMessageParams } from '../../src/telegram/content.ts';

const bare: RenderedMessage = { text: 'The hearing is on Wednesday.', entities: [], buttons: [] };

describe('the parameters of a message', () => {
  it('switch the preview of links off unless it is wanted', () => {
    expect(sendMessageParams(5, bare)).toEqual({
      chat_id: 5,
      text: bare.text,
      link_preview_options: { is_disabled: true },
    });
    expect(sendMessageParams(5, bare, { linkPreview: true }).link_preview_options).toEqual({
      is_disabled: false,
    });
  });

  it('carry entities and buttons as the Bot API names them', () => {
    const message: RenderedMessage = {
      ...bare,
      entities: [{ type: 'bold', offset: 4, length: 7 }],
      buttons: [[{ text: 'Stop this case', data: 'u:1' }], [{ text: 'Source', url: 'https://example.org' }]],
    };
    expect(sendMessageParams(5, message)).toMatchObject({
      entities: [{ type: 'bold', offset: 4, length: 7 }],
      reply_markup: {
        inline_keyboard: [
          [{ text: 'Stop this case', callback_data: 'u:1' }],
          [{ text: 'Source', url: 'https://example.org' }],
        ],
      },
    });
  });

  it('protect, silence and pay only when told to', () => {
    expect(sendMessageParams(5, bare, { protect: true, silent: true, paid: true })).toMatchObject({
      protect_content: true,
      disable_notification: true,
      allow_paid_broadcast: true,
    });
    expect(sendMessageParams(5, bare, { protect: false, silent: false, paid: false })).toEqual(
      sendMessageParams(5, bare),
    );
  });
});
