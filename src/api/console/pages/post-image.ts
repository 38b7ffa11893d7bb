import { type PostId, parseId } from '../../../domain/ids.ts';
import { addMedia } from '../../../services/media/add.ts';
import { type Post, readPost } from '../../../services/posts/read.ts';
import { type SetPostPhotoRefusal, setPostPhoto } from '../../../services/posts/set-photo.ts';
import { readForm } from '../../form.ts';
import { onTo, refuse } from '../answer.ts';
import type { ConsoleRequest } from '../env.ts';
import { postAddress } from '../html/posts.ts';
import { readImageForm } from '../image-input.ts';
import { readerOf } from '../reader.ts';
import type { ConsoleRoute } from '../route.ts';
import { basedOnSheet, isOpenSheet, sheetChangers } from '../sheet.ts';
import { showSheet } from './post-sheet.ts';

/** A post's image: uploaded, put in place of another or of cards, or taken away. */
export const postImageRoutes: readonly ConsoleRoute[] = [
  {
    method: 'post',
    path: '/posts/:postId/image',
    roles: sheetChangers,
    takesImage: true,
    handle: async (c) => {
      const ctx = c.get('ctx');
      const post = await postOf(c);
      if (post === undefined) return refuse(c, { code: 'post-unknown' }, 404);
      const form = await readImageForm(c);
      if (form === null) return refuse(c, { code: 'incomplete' }, 400);
      // Before the work on an image that could not be the post's any more.
      if (!isOpenSheet(await readerOf(c), post))
        return refuse(c, { code: 'not-editable', state: 'published' });
      const { basedOn, upload } = form;
      const added = await addMedia(ctx, { upload });
      if (!added.ok) return showSheet(c, post, { imageRefusal: added.refusal });
      const { mediaId } = added.value;
      const result = await setPostPhoto(ctx, { postId: post.id, basedOn, mediaId });
      return result.ok
        ? onTo(c, `${postAddress({ postId: post.id })}/sheet`, 'saved')
        : again(c, post, result);
    },
  },
  {
    method: 'post',
    path: '/posts/:postId/image/removals',
    roles: sheetChangers,
    handle: async (c) => {
      const form = await readForm(c);
      const basedOn = form && basedOnSheet(form);
      const post = await postOf(c);
      if (post === undefined) return refuse(c, { code: 'post-unknown' }, 404);
      if (basedOn === null) return refuse(c, { code: 'incomplete' }, 400);
      const result = await setPostPhoto(c.get('ctx'), { postId: post.id, basedOn, mediaId: null });
      return result.ok
        ? onTo(c, `${postAddress({ postId: post.id })}/sheet`, 'saved')
        : again(c, post, result);
    },
  },
];

/** The sheet as it stands now: whoever looks at it may choose anew. */
async function again(
  c: ConsoleRequest,
  post: Post,
  { refusal }: { readonly refusal: SetPostPhotoRefusal },
): Promise<Response> {
  const now = await readPost(c.get('ctx'), post.id);
  return showSheet(c, now ?? post, { imageRefusal: refusal });
}

async function postOf(c: ConsoleRequest): Promise<Post | undefined> {
  const postId = parseId<PostId>(c.req.param('postId') ?? '');
  return postId === null ? undefined : readPost(c.get('ctx'), postId);
}
