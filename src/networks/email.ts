import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { z } from 'zod';
import { isMailAddress } from '../domain/contact.ts';
import { direction, type Language, languages } from '../domain/language.ts';
import { mailFault } from '../domain/mail-fault.ts';
import { newMailId } from '../domain/mail-id.ts';
import type {
  Access,
  Capabilities,
  CommitOutcome,
  CredentialField,
  Network,
  StepFailure,
} from '../domain/network.ts';
import { done, refused } from '../domain/result.ts';
import { firstWords } from '../domain/text/first-words.ts';
import { escapeHtml, htmlText } from '../domain/text/html.ts';
import { plainText } from '../domain/text/spanned.ts';
import { isThisMachine } from '../domain/this-machine.ts';
import { parseZone } from '../domain/zone.ts';
import { readFields } from './credentials.ts';
import { measureUtf16, refuseImage, refuseTooLong } from './render.ts';
import { openSmtp, parseMailServer, type SmtpEnd, type SmtpFailure } from './smtp.ts';

/*
 * A press list: a post goes by e-mail to each contact of the account, in a transaction of its own, so that nobody sees
 * who else gets it and what one server refuses concerns one contact. SMTP has no idempotency key, a server delivers the
 * same `Message-ID` twice (Postfix and Dovecot, seen November 2026), and an answer to the final dot that is lost doubles
 * a mail that is sent again (RFC 1047): each goes out at most once, and what is uncertain is left to a person.
 * Of a mailbox that its provider has closed a server says what it says of a wrong password (RFC 4954, 535): that cannot be
 * told apart.
 */

const CAPABILITIES: Capabilities = {
  text: { max: 100_000, maxBytes: null, perAddress: null },
  images: { max: 1, types: ['image/jpeg'], maxBytes: 5_000_000, maxPixels: null, maxAlt: null },
};

/** RFC 5321, 4.5.3.2.6: how long the answer to the final dot may take. */
const FINAL_ANSWER_MS = 600_000;
const NO_PUBLIC_URL = { kind: 'not-done', code: 'NO_PUBLIC_URL' } as const;
const SUBJECT_MAX = 150;
const IMAGE_CID = 'image@post';

const fields: readonly CredentialField[] = [
  {
    name: 'server',
    secret: false,
    help: 'Write the address of the mail server, such as smtps://mail.example.org or smtp://mail.example.org:587 (with STARTTLS).',
  },
  { name: 'user', secret: false, help: 'Write the name with which the mail server is signed in to.' },
  { name: 'password', secret: true, help: 'Write the password of this name.' },
  {
    name: 'from',
    secret: false,
    help: 'Write the address that the mail comes from, such as press@example.org.',
  },
  {
    name: 'zone',
    secret: false,
    help: 'Write the time zone by which the readers are told until when an embargo lasts, such as Europe/Berlin; nothing for the campaign’s.',
  },
];

const content = z.object({
  language: z.enum(languages),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  /** What is stated on top; null, or missing in what was made earlier: no embargo. */
  embargo: z.string().nullish(),
  /** What stands above the link by which a contact wants nothing more. */
  farewell: z.string(),
  image: z.object({ sha256: z.string(), alt: z.string() }).nullable(),
});
type Content = z.infer<typeof content>;
/** The same in every try: the date and the `Message-ID`, by which `contacts/bounce` knows a mail that comes back. */
const preparation = z.object({ date: z.string(), id: z.string() });

export interface EmailOptions {
  /**
   * Where what is public is served; null: nowhere, and without it nobody can unsubscribe. Over https, except for mail that
   * goes no further than this machine.
   */
  readonly publicUrl: string | null;
  /** Says, in a language, that the link below it ends what is sent. */
  readonly farewell: (language: Language) => string;
  /** How long connecting and the answer to each command may take, in milliseconds; default 10 minutes for the last. */
  readonly timeoutMs?: number;
}

/** `options`: null where no mail is sent from. `publicOnly`: as in `HttpOptions`. */
export function createEmail(
  options: EmailOptions | null,
  { publicOnly = false }: { readonly publicOnly?: boolean } = {},
): Network {
  const timeoutMs = options?.timeoutMs ?? FINAL_ANSWER_MS;

  function connect({ credentials }: Access) {
    const { server = '', user = '', password = '' } = credentials;
    return openSmtp({ server: new URL(server), user, password, timeoutMs, publicOnly });
  }

  /** One click ends what is sent (RFC 8058), over https: a link to this machine is of no use to who gets real mail. */
  function publicUrlFor({ credentials: { server = '' } }: Access): string | null {
    const publicUrl = options?.publicUrl ?? null;
    if (publicUrl === null || publicUrl.startsWith('https:')) return publicUrl;
    return isThisMachine(new URL(server).hostname) ? publicUrl : null;
  }

  return {
    name: 'email',
    abilities: {
      threads: false,
      retract: false,
      contacts: true,
      byBot: false,
      tellsSuspension: false,
      tellsExpiry: false,
      repeat: { kind: 'never' },
    },
    credentialFields: fields,

    readCredentials: (given) =>
      readFields(fields, given, {
        server: (text) => parseMailServer(text)?.href ?? null,
        from: (text) => (isMailAddress(text) ? text : null),
        zone: (text) => (text === '' || parseZone(text).ok ? text : null),
      }),

    async check(access) {
      if (publicUrlFor(access) === null) return NO_PUBLIC_URL;
      const opened = await connect(access);
      if ('code' in opened) return unsent(opened);
      opened.close();
      const { from = '', zone = '' } = access.credentials;
      const { remoteId, server } = holderOf(access);
      const capabilities = { ...CAPABILITIES, server, ...(zone !== '' && { zone }) };
      return { kind: 'recognised', identity: { handle: from, remoteId, capabilities } };
    },

    holder: async (access) => ({ kind: 'told', holder: holderOf(access) }),

    measure: measureUtf16,

    render(post, capabilities) {
      const fault = refuseImage(post, capabilities, (text) => text.length);
      if (fault !== null) return refused(fault);
      const text = plainText(post.document);
      const tooLong = refuseTooLong(measureUtf16(text, capabilities), capabilities);
      if (tooLong !== null) return refused(tooLong);
      const { image, language, embargo } = post;
      return done([
        {
          content: {
            language,
            subject: subjectOf(text, language),
            text,
            html: htmlText(post.document),
            ...(embargo !== null && { embargo }),
            farewell: options?.farewell(language) ?? '',
            image: image === null ? null : { sha256: image.sha256, alt: image.alt },
          },
          cost: null,
        },
      ]);
    },

    async prepare({ credentials }, parcel, { now, before, image }) {
      // It goes with the mail that carries it: it is read before, while nothing can have arrived.
      const { image: carried } = content.parse(parcel.content);
      if (carried !== null) await image(carried.sha256);
      const kept = preparation.safeParse(before);
      const made = () => ({ date: now.toString(), id: newMailId(parcel.key, credentials.from ?? '') });
      return { kind: 'prepared', prepared: kept.success ? kept.data : made() };
    },

    async commit(access, parcel, prepared, { mayStart, image }) {
      const { contact } = access;
      if (contact === undefined) return { kind: 'rejected', reason: 'no-contact' };
      const publicUrl = publicUrlFor(access);
      if (publicUrl === null) return NO_PUBLIC_URL;
      const from = access.credentials.from ?? '';
      const { id, date } = preparation.parse(prepared);
      const read = content.parse(parcel.content);
      const leave = new URL(`/${read.language}/unsubscribe/${contact.token}`, publicUrl).href;
      const bytes = await compose(read, {
        id,
        from,
        to: contact.address,
        date: new Date(date),
        leave,
        image: read.image === null ? null : await image(read.image.sha256),
      });
      const opened = await connect(access);
      if ('code' in opened) return unsent(opened);
      try {
        return judge(await opened.send({ from, to: contact.address, bytes, mayStart }), id);
      } finally {
        opened.close();
      }
    },

    async reconcile() {
      return { kind: 'indeterminate', code: 'CANNOT_READ' };
    },

    async retract() {
      return { kind: 'rejected', reason: 'not-retractable' };
    },
  };
}

/** Whose mail it is is known by where it comes from, and its server learns the address of everybody that it goes to. */
function holderOf({ credentials: { from = '', server = '' } }: Access) {
  return { remoteId: from.toLowerCase(), server: new URL(server).host };
}

/** The first line; one that is too long for a subject stands whole in the text. */
function subjectOf(text: string, language: Language): string {
  const [line = ''] = text.split('\n', 1);
  return firstWords(line.trim(), language, SUBJECT_MAX);
}

/** The mail, byte for byte. Nothing in it is loaded from anywhere, so that nobody learns who has opened it. */
async function compose(
  { subject, text, html, embargo, farewell, language, image: shown }: Content,
  mail: {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly date: Date;
    readonly leave: string;
    readonly image: Uint8Array | null;
  },
): Promise<Uint8Array> {
  const { id: messageId, from, to, date, leave, image } = mail;
  const picture =
    shown === null ? '' : `<p><img src="cid:${IMAGE_CID}" alt="${escapeHtml(shown.alt)}" width="600"></p>\n`;
  const notice = embargo == null ? '' : `<p><strong>${escapeHtml(embargo)}</strong></p>\n<hr>\n`;
  const body =
    `<!doctype html>\n<html lang="${language}" dir="${direction(language)}"><head><meta charset="utf-8">` +
    `<title>${escapeHtml(subject)}</title></head>\n<body>${notice}${picture}${html}\n<hr>\n` +
    `<p>${escapeHtml(farewell)} <a href="${escapeHtml(leave)}">${escapeHtml(leave)}</a></p></body></html>\n`;
  const composer = new MailComposer({
    messageId,
    from,
    to,
    date,
    subject,
    text: `${embargo == null ? '' : `${embargo}\n\n`}${shown === null || shown.alt === '' ? '' : `[${shown.alt}]\n\n`}${text}\n\n-- \n${farewell}\n${leave}\n`,
    html: body,
    headers: {
      'Content-Language': language,
      'List-Unsubscribe': { prepared: true, value: `<${leave}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
    attachments:
      image === null
        ? []
        : [{ content: Buffer.from(image), contentType: 'image/jpeg', filename: 'image.jpg', cid: IMAGE_CID }],
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function judge(end: SmtpEnd, id: string): CommitOutcome {
  switch (end.kind) {
    case 'accepted':
      return { kind: 'published', at: { id, url: null } };
    case 'unknown':
      return end;
    default:
      return unsent(end);
  }
}

/** What a server's answer says about a mail that it has not taken (RFC 5321, 4.2; RFC 3463 where it says more). */
function unsent(end: SmtpFailure): StepFailure {
  if (end.kind !== 'refused') return { kind: 'not-done', code: end.code };
  const { at, code, enhanced } = end;
  const reason = `smtp-${enhanced ?? code}`;
  const isForNow = code < 500;
  // 421: the server closes, whatever it was asked.
  if (code === 421 || at === 'connection') return { kind: 'not-done', code: reason };
  if (at === 'login' || at === 'sender')
    return isForNow ? { kind: 'not-done', code: reason } : { kind: 'reconnect', reason };
  if (isForNow) return { kind: 'contact-refused', lasting: false, reason };
  return mailFault(enhanced ?? `${code}`) === 'gone'
    ? { kind: 'contact-refused', lasting: true, reason }
    : { kind: 'rejected', reason };
}
