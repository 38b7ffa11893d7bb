/** What a mail server can say of a mail that it gives up, or still tries. */
export interface Report {
  /** RFC 3463: `5.1.1`. */
  readonly status: string;
  readonly action: 'failed' | 'delayed';
  /** Whether the mail comes back whole or its head alone. */
  readonly returns: 'mail' | 'head';
}

/**
 * A delivery status notification (RFC 3464) about a mail, with the parts and fields that Postfix gives it: words for people,
 * what happened, and what came back.
 */
export function reportOn(raw: string, { status, action, returns }: Report): string {
  const boundary = 'F00D.1259928901/mx.paper.example';
  const returned =
    returns === 'mail'
      ? `Content-Description: Undelivered Message\r\nContent-Type: message/rfc822\r\n\r\n${raw}`
      : `Content-Description: Undelivered Message Headers\r\nContent-Type: text/rfc822-headers\r\n\r\n${raw.split('\r\n\r\n', 1)[0]}\r\n`;
  return [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.paper.example (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    'To: press@campaign.example',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status;\r\n\tboundary="${boundary}"`,
    'Message-Id: <20091204120000.F00D@mx.paper.example>',
    '',
    'This is a MIME-encapsulated message.',
    '',
    `--${boundary}`,
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'This is the mail system at host mx.paper.example.',
    '',
    `--${boundary}`,
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.paper.example',
    'X-Postfix-Queue-ID: F00D',
    'Arrival-Date: Fri,  4 Dec 2009 12:00:00 +0000 (UTC)',
    '',
    'Final-Recipient: rfc822; reader@paper.example',
    'Original-Recipient: rfc822;reader@paper.example',
    `Action: ${action}`,
    `Status: ${status}`,
    'Remote-MTA: dns; mx2.paper.example',
    `Diagnostic-Code: smtp; ${status.replace(/^(\d).*/, '$150')} ${status} <reader@paper.example>: mailbox`,
    '    unavailable',
    '',
    `--${boundary}`,
    returned,
    `--${boundary}--`,
    '',
  ].join('\r\n');
}
