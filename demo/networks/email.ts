import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { MailServerStandIn } from '../../sandbox/email/stand-in.ts';
import { type DemoNetwork, plain, type ShownPost } from './network.ts';
import { linked } from './runs.ts';

/** The press list, in English, with one desk on it; shown is what that desk's mail program shows. */
export async function openEmail(): Promise<DemoNetwork> {
  const standIn = await MailServerStandIn.start();
  const address = 'newsdesk@paper.example';
  return {
    name: 'email',
    language: 'en',
    title: 'Bray',
    handle: 'press@bray.example',
    environment: {},
    credentials: {
      server: standIn.url,
      user: 'press',
      password: standIn.password,
      from: 'press@bray.example',
    },
    contacts: [
      {
        address,
        name: 'The newsdesk',
        outlet: 'An invented paper',
        topic: 'Azerbaijan',
        consentedOn: '2009-06-01',
        consent: 'asked to be on the list',
        source: 'invented for the demo',
      },
    ],
    posts: async () => Promise.all(standIn.delivered(address).map(shown)),
    image: () => undefined,
    wrongs: [],
    close: () => standIn.close(),
  };
}

async function shown(raw: string): Promise<ShownPost> {
  const mail = await PostalMime.parse(raw);
  const header = (key: string) => mail.headers.find((one) => one.key === key)?.value ?? '';
  const images = mail.attachments.filter(({ mimeType }) => mimeType.startsWith('image/'));
  return {
    ...plain,
    id: mail.messageId ?? '',
    at: new Date(mail.date ?? 0).toISOString(),
    language: header('content-language') || null,
    headline: mail.subject ?? null,
    text: linked(mail.text ?? ''),
    html: withImages(mail, images),
    details: [
      { name: 'From', value: mail.from?.address ?? '' },
      { name: 'To', value: (mail.to ?? []).map(({ address: to }) => to ?? '').join(', ') },
      { name: 'List-Unsubscribe', value: header('list-unsubscribe') },
      { name: 'List-Unsubscribe-Post', value: header('list-unsubscribe-post') },
    ],
  };
}

/** A mail brings its images along; a page that shows it puts them in their places. */
function withImages({ html = '' }: Email, images: readonly Attachment[]): string {
  return images.reduce((page, { contentId, mimeType, content }) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
    const id = contentId?.replace(/^<|>$/g, '') ?? '';
    return page.replaceAll(`cid:${id}`, `data:${mimeType};base64,${bytes.toString('base64')}`);
  }, html);
}
