import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../src/domain/ids.ts';
import { limitToCases } from '../../src/services/staff/limit-to-cases.ts';
import { must } from '../helpers/must.ts';
import { type ApiWorld, apiWorld, type Client } from './world.ts';

let world: ApiWorld;
let author: Client;
let approver: Client;
let picture: Buffer<ArrayBuffer>;
beforeAll(async () => {
  world = await apiWorld();
  author = await world.client(await world.staff(['author']));
  approver = await world.client(await world.staff(['approver']));
  const made = sharp({ create: { width: 30, height: 20, channels: 3, background: '#336699' } });
  picture = Buffer.from(
    await made
      .withExif({ IFD0: { Artist: 'Somebody' } })
      .png()
      .toBuffer(),
  );
});
afterAll(() => world.close());

function upload(body: BodyInit, type = 'image/png', who = author) {
  return world.request('/api/admin/media', {
    method: 'POST',
    headers: { Authorization: `Bearer ${who.token}`, 'Content-Type': type },
    body,
  });
}

test('an image is kept, told of, and given back as it is kept', async () => {
  const answer = await upload(picture);
  expect(answer.status).toBe(201);
  const image = answer.read<{ id: string; sha256: string; size: number }>();
  expect(image).toMatchObject({ contentType: 'image/jpeg', width: 30, height: 20 });
  expect(answer.headers.get('location')).toBe(`/api/admin/media/${image.id}`);
  expect((await approver.get(`/media/${image.id}`)).json).toEqual(image);
  const content = await fetch(`${world.url}/api/admin/media/${image.id}/content`, {
    headers: { Authorization: `Bearer ${approver.token}` },
  });
  expect(content.headers.get('content-type')).toBe('image/jpeg');
  expect(content.headers.get('x-content-type-options')).toBe('nosniff');
  const bytes = Buffer.from(await content.arrayBuffer());
  expect(bytes).toHaveLength(image.size);
  expect(bytes.includes('Somebody')).toBe(false);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(image.sha256);
  expect((await upload(picture)).json).toEqual(image);
  expect(await world.sql`select verb from audit_entries where verb = 'media/add'`).toHaveLength(1);
});

test('bytes that were changed by hand are given to nobody', async () => {
  const other = sharp({ create: { width: 31, height: 20, channels: 3, background: '#993366' } });
  const { id } = (await upload(Buffer.from(await other.png().toBuffer()))).read<{ id: string }>();
  await world.sql`update media set content = content || '\\x00'::bytea where id = ${id}`;
  expect(await author.get(`/media/${id}/content`)).toMatchObject({
    status: 404,
    json: { code: 'media-unknown' },
  });
});

test.each([
  ['a document that is called an image', '%PDF-1.7\n', 'image/jpeg', 422, 'image-unreadable'],
  ['nothing', '', 'image/png', 422, 'image-empty'],
  ['a document that is called one', '%PDF-1.7\n', 'application/pdf', 415, 'upload-type-unknown'],
  ['JSON', '{}', 'application/json', 415, 'upload-type-unknown'],
])('%s is refused with what to do', async (_, body, type, status, code) => {
  const answer = await upload(body, type);
  expect(answer).toMatchObject({ status, json: { code, remedy: expect.stringMatching(/\w/) } });
});

test('more than 10 MiB are not read', async () => {
  expect(await upload(new Uint8Array(10 * 1_048_576 + 1))).toMatchObject({
    status: 413,
    json: { code: 'image-too-large', detail: 'At most 10485760 bytes are read.' },
  });
});

test('whoever may not write posts uploads nothing, and what is not there is said to be so', async () => {
  expect((await upload(picture, 'image/png', approver)).status).toBe(403);
  expect(await author.get(`/media/${newId()}`)).toMatchObject({
    status: 404,
    json: { code: 'media-unknown' },
  });
});

test('who is limited to some cases has what they uploaded and what posts of these carry, and no other image', async () => {
  const own = await world.addCase('own-case');
  const member = await world.staff(['author']);
  must(await limitToCases(world.operator, { staffId: member.id, caseIds: [own] }));
  const limited = await world.client(member);
  const draw = async (width: number) => {
    const made = sharp({ create: { width, height: 20, channels: 3, background: '#336699' } });
    return Buffer.from(await made.png().toBuffer());
  };
  const [others, theirs] = [await draw(41), await draw(42)];
  const { id } = (await upload(others)).read<{ id: string }>();
  const text = { sourceLanguage: 'en', text: 'The court sat.' };
  const unseen = { status: 404, json: { code: 'media-unknown' } };
  const { id: postId } = (await limited.post('/posts', { ...text, caseId: own })).read<{ id: string }>();
  expect(await limited.get(`/media/${id}`)).toMatchObject(unseen);
  expect(await limited.get(`/media/${id}/content`)).toMatchObject(unseen);
  expect(await limited.put(`/posts/${postId}/photo`, { mediaId: id })).toMatchObject(unseen);
  expect(await limited.post('/posts', { ...text, caseId: own, mediaId: id })).toMatchObject(unseen);
  // A post of another case that carries it shows it to them as little.
  await author.post('/posts', { ...text, caseId: world.caseId, mediaId: id });
  expect(await limited.get(`/media/${id}`)).toMatchObject(unseen);

  const { id: brought } = (await upload(theirs, 'image/png', limited)).read<{ id: string }>();
  expect((await limited.get(`/media/${brought}/content`)).status).toBe(200);
  expect((await limited.put(`/posts/${postId}/photo`, { mediaId: brought })).status).toBe(200);
  // Who has the very bytes has the image, which is kept once.
  expect((await upload(others, 'image/png', limited)).json).toMatchObject({ id });
  expect((await limited.get(`/media/${id}`)).status).toBe(200);
  const colleague = await world.staff(['author']);
  must(await limitToCases(world.operator, { staffId: colleague.id, caseIds: [own] }));
  const reads = await world.client(colleague);
  expect((await reads.get(`/media/${brought}`)).status).toBe(200);
  expect((await reads.get(`/media/${id}`)).status).toBe(404);
});

test('a text whose image nobody has described is submitted only where the body says that it cannot wait', async () => {
  const { id: mediaId } = (await upload(picture)).read<{ id: string }>();
  const given = { caseId: world.caseId, sourceLanguage: 'en', text: 'The court sat.', mediaId };
  const { id: postId } = (await author.post('/posts', given)).read<{ id: string }>();
  const text = `/posts/${postId}/translations/en`;
  const missing = { status: 422, json: { code: 'alt-missing' } };
  expect(await author.post(`${text}/submissions`)).toMatchObject(missing);
  expect(await author.post(`${text}/submissions`, { deferAlt: false })).toMatchObject(missing);
  expect(await author.post(`${text}/submissions`, { deferAlt: 'yes' })).toMatchObject({
    status: 422,
    json: { code: 'input-invalid' },
  });
  expect((await author.get(text)).json).toMatchObject({ state: 'draft', altDeferredAt: null });
  expect((await author.post(`${text}/submissions`, { deferAlt: true })).status).toBe(201);
  expect((await author.get(text)).json).toMatchObject({
    state: 'in_review',
    alt: null,
    altDeferredAt: world.clock.now().toString(),
  });
});
