import sharp from 'sharp';
import type { HearingFacts } from '../../src/domain/hearing.ts';
import type { CaseId, MediaId, PostId } from '../../src/domain/ids.ts';
import type { PostKind } from '../../src/domain/words.ts';
import type { SigningContext, StaffContext } from '../../src/services/context.ts';
import { decideHearing } from '../../src/services/hearings/decide.ts';
import { recordHearing } from '../../src/services/hearings/record.ts';
import { addMedia } from '../../src/services/media/add.ts';
import { createPost } from '../../src/services/posts/create.ts';
import { decidePost } from '../../src/services/posts/decide.ts';
import { submitPost } from '../../src/services/posts/submit.ts';
import { revokeStaff } from '../../src/services/staff/revoke.ts';
import { must } from '../../tests/helpers/must.ts';
import type { Attacked } from './approval-forgery-kinds.ts';

/** Who there is before the attack; `caseId` has followers. */
export interface Before {
  readonly job: SigningContext;
  readonly operator: SigningContext;
  readonly author: StaffContext;
  readonly approver: StaffContext;
  readonly second: StaffContext;
  readonly leaver: StaffContext;
  readonly lawyer: StaffContext;
  readonly coordinator: StaffContext;
  readonly caseId: CaseId;
}

/** Puts a campaign into the state in which it is attacked: see `Attacked`. */
export async function attacked(before: Before): Promise<Attacked> {
  const { job, author, approver, second, leaver, lawyer, coordinator, caseId } = before;
  const images = [await image(author, 'red'), await image(author, 'blue')] as const;
  const approved = await write(before, 'The court sat today.', images[0]);
  await decide(before, approved, approver, 'approved');
  const waiting = await write(before, 'Nobody has read this.', null);
  await submit(before, waiting);
  const rejected = await write(before, 'This is not so.', null);
  await decide(before, rejected, approver, 'rejected');
  const ofRevoked = await write(before, 'Somebody who left approved this.', null);
  await decide(before, ofRevoked, leaver, 'approved');
  must(await revokeStaff(before.operator, leaver.actor.id));
  const release = await write(before, 'They are free.', null, 'press_release');
  const releaseText = await submit(before, release);
  for (const by of [approver, second]) {
    must(await decidePost(by, { translationId: releaseText, version: 1, decision: 'approved' }));
  }
  const { hearingId } = must(await recordHearing(lawyer, { caseId, facts: facts(job.clock.now()) }));
  must(await decideHearing(coordinator, { hearingId, revision: 1, decision: 'approved' }));
  return { job, approved, waiting, rejected, ofRevoked, release, hearing: hearingId };
}

async function image(author: StaffContext, background: string): Promise<MediaId> {
  const upload = await sharp({ create: { width: 9, height: 9, channels: 3, background } })
    .png()
    .toBuffer();
  return must(await addMedia(author, { upload })).mediaId;
}

async function write(
  { author, caseId }: Before,
  text: string,
  mediaId: MediaId | null,
  kind: PostKind = 'update',
): Promise<PostId> {
  const alt = mediaId === null ? null : 'A square.';
  const post = {
    caseId,
    kind,
    sourceLanguage: 'en',
    text,
    mediaId,
    alt,
    notBefore: null,
    notAfter: null,
  } as const;
  return must(await createPost(author, post)).postId;
}

async function submit({ author }: Before, postId: PostId) {
  return must(await submitPost(author, { postId, language: 'en' })).translationId;
}

async function decide(
  before: Before,
  postId: PostId,
  by: StaffContext,
  decision: 'approved' | 'rejected',
): Promise<void> {
  const translationId = await submit(before, postId);
  must(await decidePost(by, { translationId, version: 1, decision }));
}

function facts(now: Temporal.Instant): HearingFacts {
  const today = now.toZonedDateTimeISO('Asia/Baku').toPlainDate();
  return {
    status: 'scheduled',
    localDate: today.add({ days: 9 }).toString(),
    localTime: '15:00',
    zone: 'Asia/Baku',
    kind: 'verdict',
    court: { en: 'Sabail District Court' },
    room: '5',
    openness: 'open',
    judge: null,
    outcome: null,
    sources: ['RFE/RL'],
    checkedOn: today.toString(),
  };
}
