import type { ContentHash } from '../../../domain/canonical.ts';
import { translate } from '../../../i18n/index.ts';
import { offerDecision } from '../../../services/approvals/offer.ts';
import { lacksSecondKey } from '../../../services/passkeys/second-key.ts';
import type { Reader } from '../reader.ts';
import type { Html } from './layout.ts';
import { passkeyForm } from './passkey-form.ts';

/**
 * The button by which whoever reads agrees to a content with their key; `hidden` goes with it. None for whoever has one key
 * only: the page says above everything else what they lack (`oneKey`).
 */
export async function agreeForm(
  { ctx, language }: Reader,
  contentHash: ContentHash,
  form: { readonly action: string; readonly hidden?: Readonly<Record<string, string>> },
): Promise<Html | ''> {
  if (await lacksSecondKey(ctx)) return '';
  const offer = (await offerDecision(ctx, contentHash)).find(({ decision }) => decision === 'approved');
  if (offer === undefined) return '';
  return passkeyForm(language, {
    action: form.action,
    asks: 'get',
    options: offer.options,
    hidden: { ...form.hidden, approval: offer.approvalId },
    button: translate(language, 'button-agree'),
  });
}
