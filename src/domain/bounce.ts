import PostalMime from 'postal-mime';
import { type MailFault, mailFault } from './mail-fault.ts';

/*
 * What a mail server sends back when it could not deliver after all (RFC 3464): a `multipart/report` with what happened
 * (`message/delivery-status`) and the mail that it is about, whole or its head alone (RFC 3462, `text/rfc822-headers`).
 */

/** What became of one mail, as its server reports. */
export interface Bounce {
  /** Of the mail that came back, with its brackets. */
  readonly messageId: string;
  /** RFC 3463: `5.1.1`. */
  readonly status: string;
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
}

export type BounceFault =
  /** A mail of somebody, a vacation note: nothing of it is a report. */
  | 'no-report'
  /** It does not say which mail it is about, or what happened. */
  | 'report-incomplete';

const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;

/** Reads a mail that came back, byte for byte as it came. Of several recipients the first counts: our mails have one. */
export async function readBounce(raw: Uint8Array): Promise<Bounce | BounceFault> {
  const { attachments } = await PostalMime.parse(raw, {
    forceRfc822Attachments: true,
    attachmentEncoding: 'utf8',
  });
  const partOf = (...types: readonly string[]) => {
    const content = attachments.find(({ mimeType }) => types.includes(mimeType.toLowerCase()))?.content;
    return typeof content === 'string' ? content : undefined;
  };
  const report = partOf('message/delivery-status', 'message/global-delivery-status');
  if (report === undefined) return 'no-report';
  const [, ofRecipient = ''] = report.trim().split(/\r?\n[ \t]*\r?\n/);
  const status = /^\s*([245]\.\d{1,3}\.\d{1,3})/.exec(fieldOf(ofRecipient, 'status'))?.[1];
  const action = ACTIONS.find((one) => one === fieldOf(ofRecipient, 'action').toLowerCase());
  const about = partOf('message/rfc822', 'message/global', 'text/rfc822-headers', 'message/global-headers');
  const messageId = /<[^<>\s]+>/.exec(fieldOf(about ?? '', 'message-id'))?.[0];
  if (status === undefined || action === undefined || messageId === undefined) return 'report-incomplete';
  return { messageId, status, action };
}

/** A field of a head, its continued lines joined; empty when it is not there. */
function fieldOf(text: string, name: string): string {
  const [head = ''] = text.trimStart().split(/\r?\n\r?\n/, 1);
  const lines = head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const line = lines.find((one) => one.toLowerCase().startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim() ?? '';
}

/** What a report means for the contact whose mail it is about; null: nothing has failed (yet). */
export function meaningOf({ action, status }: Pick<Bounce, 'action' | 'status'>): MailFault | null {
  return action === 'failed' ? mailFault(status) : null;
}
