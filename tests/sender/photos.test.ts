import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { traceIn } from '../../sandbox/http/image-traces.ts';
import { deliveries, media, mediaFiles, staff, subscribers } from '../../src/db/schema/index.ts';
import { type MediaId, newId } from '../../src/domain/ids.ts';
import { languages } from '../../src/domain/language.ts';
import type { Photo } from '../../src/domain/media.ts';
import { editCall, sendCall } from '../../src/domain/message.ts';
import { makeImage } from '../../src/services/media/image.ts';
import { taggedImage } from '../helpers/tagged-image.ts';
import { createWorld, type World } from './world.ts';

let world: World;
let photo: Photo;
beforeEach(async () => {
  world = await createWorld();
  photo = await image('#336699');
});
afterEach(() => world.end());

async function image(background: string): Promise<Photo> {
  const upload = await taggedImage(background, 20, 10);
  const made = await makeImage(upload);
  if (!made.ok) throw new Error(made.refusal.code);
  const id = newId<MediaId>();
  const [member] = await world.db.select({ id: staff.id }).from(staff);
  await world.db.insert(media).values({
    ...made.value,
    id,
    campaignId: world.ctx.campaignId,
    addedBy: member!.id,
    createdAt: world.clock.now(),
  });
  return { mediaId: id, sha256: made.value.sha256 };
}

/** Until nothing waits any more. */
async function sendAll(): Promise<void> {
  world.sender().start();
  await vi.waitFor(
    async () => {
      const states = await world.states();
      expect((states.planned ?? 0) + (states.attempting ?? 0)).toBe(0);
    },
    { timeout: 15_000, interval: 20 },
  );
}

/** Each file by its name, with what it tells beside its pixels. */
const received = () =>
  world.standIn.files().map(({ id: fileId, bot, name }) => {
    const { base64 } = world.standIn.file({ fileId, bot });
    return [name, traceIn(Buffer.from(base64, 'base64'))];
  });
const uploads = () => world.standIn.files().reduce((sum, file) => sum + file.uploads, 0);
const ledger = () =>
  world.standIn.ledger().map(({ method, chat, text, fileSha256 }) => ({ method, chat, text, fileSha256 }));
const long = 'The court sat. '.repeat(80);

describe('a post with a photo', () => {
  test('is uploaded once, whatever the number of followers and languages, and its name is kept', async () => {
    for (const language of languages) await world.followers(6, language);
    await world.broadcast({ text: 'The court sat.', photo });
    await sendAll();
    expect(await world.states()).toEqual({ sent: 42 });
    expect(ledger()).toHaveLength(42);
    for (const entry of ledger()) {
      expect(entry).toMatchObject({ method: 'sendPhoto', text: 'The court sat.', fileSha256: photo.sha256 });
    }
    expect(uploads()).toBe(1);
    // Its upload told where it was made and by whom.
    expect(received()).toEqual([[expect.stringMatching(/^[\w-]+\.jpg$/), null]]);
    const [kept] = await world.db.select().from(mediaFiles);
    expect(kept).toMatchObject({ mediaId: photo.mediaId, fileId: world.standIn.files()[0]?.id });
  });

  test('that another sender uploaded before is not uploaded again', async () => {
    await world.followers(3);
    await world.broadcast({ text: 'One.', photo });
    await sendAll();
    await world.broadcast({ text: 'Two.', photo });
    await sendAll();
    expect(uploads()).toBe(1);
    expect(ledger()).toHaveLength(6);
  });

  test('of which Telegram has lost the name is uploaded once again, and nobody misses it or gets it twice', async () => {
    await world.followers(2);
    await world.broadcast({ text: 'One.', photo });
    await sendAll();
    world.standIn.forgetFiles();
    await world.followers(20);
    await world.broadcast({ text: 'Two.', photo });
    await sendAll();
    expect(await world.states()).toEqual({ sent: 24 });
    expect(uploads()).toBe(1);
    expect(ledger().filter(({ text }) => text === 'Two.')).toHaveLength(22);
    const kept = await world.db.select().from(mediaFiles);
    expect(kept.map(({ fileId }) => fileId)).toEqual(world.standIn.files().map(({ id }) => id));
  });

  test('whose text is too long to stand below it goes first, and the text after it', async () => {
    const followers = await world.followers(3);
    await world.broadcast({ text: long, photo });
    await sendAll();
    expect(await world.states()).toEqual({ sent: 6 });
    for (const { chatId } of followers) {
      const got = ledger().filter(({ chat }) => chat === chatId);
      expect(got.map(({ method }) => method)).toEqual(['sendPhoto', 'sendMessage']);
      expect(got.map(({ text }) => text)).toEqual(['', long.trim()]);
    }
  });

  test('that was changed by hand since it was approved goes to nobody', async () => {
    await world.followers(5);
    await world.broadcast({ text: 'The court sat.', photo });
    const other = await image('#993366');
    await world.sql`
      update media set content = (select content from media where id = ${other.mediaId}) where id = ${photo.mediaId}`;
    await sendAll();
    expect(ledger()).toEqual([]);
    expect(await world.states()).toEqual({ failed: 1, cancelled: 4 });
    const outcomes = await world.db.selectDistinct({ outcome: deliveries.outcome }).from(deliveries);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['content image-changed', 'text-halted']);
  });

  test('of which the upload was lost on its way is in doubt for one, and comes for all others', async () => {
    await world.followers(8);
    world.standIn.addFault({ fault: { kind: 'reset', accepted: true }, method: 'sendPhoto', times: 1 });
    await world.broadcast({ text: 'The court sat.', photo });
    await sendAll();
    expect(await world.states()).toEqual({ unknown: 1, sent: 7 });
    expect(ledger()).toHaveLength(8);
    expect(uploads()).toBeLessThanOrEqual(2);
  });
});

describe('a discreet reader', () => {
  test('gets the neutral notice and nothing more, however long the text behind it', async () => {
    const reader = await world.follower({ discreet: true });
    await world.broadcast({ text: long, photo });
    await sendAll();
    const got = ledger().filter(({ chat }) => chat === reader.chatId);
    expect(got).toMatchObject([{ method: 'sendMessage', fileSha256: null }]);
    expect(got[0]?.text).not.toContain('court');
    expect(await world.states()).toEqual({ sent: 1, cancelled: 1 });
  });

  test('who became one after it was planned gets no second part in the clear', async () => {
    const reader = await world.follower();
    await world.broadcast({ text: long, photo });
    await world.db.update(subscribers).set({ discreet: true }).where(eq(subscribers.id, reader.id));
    await sendAll();
    expect(ledger()).toMatchObject([{ method: 'sendMessage', fileSha256: null }]);
  });

  test('who is one no more gets the photo and the text', async () => {
    const reader = await world.follower({ discreet: true });
    await world.broadcast({ text: long, photo });
    await world.db.update(subscribers).set({ discreet: false }).where(eq(subscribers.id, reader.id));
    await sendAll();
    expect(ledger().map(({ method }) => method)).toEqual(['sendPhoto', 'sendMessage']);
  });
});

describe('a call with a photo', () => {
  const message = () => ({ text: 'What it shows.', entities: [], buttons: [], photo });

  test('to staff is sent with its words below it', async () => {
    const member = await world.staffMember();
    const { method, params } = sendCall(message());
    await world.call({ to: { staffId: member.id }, method, params, purpose: 'notice' });
    world.sender().start();
    await vi.waitFor(() => expect(ledger()).toHaveLength(1), { timeout: 5000 });
    expect(ledger()).toMatchObject([
      { method: 'sendPhoto', chat: member.chatId, text: 'What it shows.', fileSha256: photo.sha256 },
    ]);
  });

  test('takes the place of a text in a message that is there', async () => {
    const chatId = world.person();
    await world.call({ to: { chatId }, text: 'A notice.' });
    world.sender().start();
    await vi.waitFor(() => expect(ledger()).toHaveLength(1), { timeout: 5000 });
    const { messageId } = world.standIn.ledger()[0]!;
    const { method, params } = editCall(messageId!, message());
    await world.call({ to: { chatId }, method, params });
    await vi.waitFor(() => expect(ledger()).toHaveLength(2), { timeout: 5000 });
    expect(ledger()[1]).toMatchObject({ method: 'editMessageMedia', fileSha256: photo.sha256 });
  });
});
