import { type ContentHash, contentHash } from '../../domain/canonical.ts';
import type { CoreContext } from '../context.ts';
import type { PostRow } from './find.ts';
import { postAccountIds } from './payloads.ts';

/**
 * Names what the languages of a post share as it stands: another for each other state of it. By it whoever changes it says
 * what they have seen.
 */
export async function sheetVersion(ctx: CoreContext, post: PostRow): Promise<ContentHash> {
  return contentHash({
    kind: post.kind,
    notBefore: post.notBefore?.toString() ?? null,
    notAfter: post.notAfter?.toString() ?? null,
    embargoUntil: post.embargoUntil?.toString() ?? null,
    warning: post.warning,
    mediaId: post.mediaId,
    card: post.card,
    accounts: await postAccountIds(ctx, post.id),
    gapSeconds: post.gapSeconds,
  });
}
