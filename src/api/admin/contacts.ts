import { createRoute, z } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import { CONTACTS_MAX, type ContactFacts } from '../../domain/contact.ts';
import { readContacts } from '../../domain/contact-file.ts';
import type { AccountId, ContactId } from '../../domain/ids.ts';
import { contactStates } from '../../domain/words.ts';
import { connectors } from '../../services/accounts/may.ts';
import { type AddContactsRefusal, addContacts } from '../../services/contacts/add.ts';
import { listContacts } from '../../services/contacts/list.ts';
import { removeContact } from '../../services/contacts/remove.ts';
import type { AdminApi } from '../env.ts';
import { onceHeaders } from '../middleware/once.ts';
import { refuse } from '../problem.ts';
import { body, created, creating, guarded, ok } from '../route.ts';
import { afterQuery, page, pageOf } from '../schemas/paging.ts';
import { id, idOf, instant } from '../schemas/words.ts';

const state = z.enum(contactStates).openapi('ContactState', {
  description:
    '`refused`: their server takes nothing for them. Of who is not `active` nothing is known any more.',
});

const words = z.string('is not a text').max(1000, 'is too long');

const contact = z
  .strictObject({
    address: words,
    name: words.default(''),
    outlet: words.openapi({ description: 'Is shown to those who keep the list.' }),
    topic: words.default('').openapi({ description: 'As the outlet.' }),
    consentedOn: words.openapi({
      description: 'The day on which they agreed, ISO 8601.',
      example: '2026-11-30',
    }),
    consent: words.openapi({ description: 'How they agreed.' }),
    source: words.openapi({ description: 'Where the address is from.' }),
  })
  .openapi('NewContact');

const listed = z
  .object({
    id,
    state,
    outlet: z.string(),
    topic: z.string(),
    consentedOn: z.string(),
    addedAt: instant,
    endedAt: instant.nullable(),
  })
  .openapi('Contact', { description: 'Never who it is: only the sender can read that.' });

const added = z.object({ ids: z.array(id) });

const ofAccount = z.object({ accountId: idOf<AccountId>() });
const one = z.object({ contactId: idOf<ContactId>() });

const list = createRoute({
  method: 'get',
  path: '/accounts/{accountId}/contacts',
  operationId: 'listContacts',
  summary: 'Whom an account writes to, without who they are',
  tags: ['accounts'],
  ...guarded(connectors, 'contacts:read'),
  request: { params: ofAccount, query: afterQuery<ContactId>() },
  responses: ok('The list.', pageOf(listed)),
});

const add = createRoute({
  method: 'post',
  path: '/accounts/{accountId}/contacts',
  operationId: 'addContacts',
  summary: 'Put contacts on an account’s list, all or none; who they are can never be read back',
  tags: ['accounts'],
  ...creating(connectors, 'contacts:write'),
  request: {
    headers: onceHeaders,
    params: ofAccount,
    body: body(z.strictObject({ contacts: z.array(contact).min(1).max(CONTACTS_MAX) })),
  },
  responses: created('They are on the list, in their order.', added),
});

const importFile = createRoute({
  method: 'post',
  path: '/accounts/{accountId}/contact-imports',
  operationId: 'importContacts',
  summary: 'The same from a CSV file, whose first line names the columns as the fields of a contact',
  tags: ['accounts'],
  ...creating(connectors, 'contacts:write'),
  request: {
    headers: onceHeaders,
    params: ofAccount,
    body: body(z.strictObject({ csv: z.string('is not a text') })),
  },
  responses: created('They are on the list, in their order.', added),
});

const remove = createRoute({
  method: 'delete',
  path: '/contacts/{contactId}',
  operationId: 'removeContact',
  summary: 'Take a contact off its list and forget who it was',
  tags: ['accounts'],
  ...guarded(connectors, 'contacts:write'),
  request: { params: one },
  responses: ok('It is removed.', z.object({ state })),
});

export function registerContacts(api: AdminApi): void {
  api.openapi(list, async (c) => {
    const { after, limit } = c.req.valid('query');
    const { accountId } = c.req.valid('param');
    const wanted = { after: after ?? null, limit: limit + 1 };
    const result = await listContacts(c.get('ctx'), accountId, wanted);
    if (!result.ok) return refuse(c, result.refusal);
    const shown = page(result.value, limit, ({ addedAt, endedAt, ...contact }) => ({
      ...contact,
      addedAt: addedAt.toString(),
      endedAt: endedAt?.toString() ?? null,
    }));
    return c.json(shown, 200);
  });

  api.openapi(add, async (c) => {
    const { accountId } = c.req.valid('param');
    const given: readonly ContactFacts[] = c.req.valid('json').contacts;
    const result = await addContacts(c.get('ctx'), { accountId, contacts: given });
    if (!result.ok) return refuseContacts(c, result.refusal);
    return c.json({ ids: [...result.value.contactIds] }, 201);
  });

  api.openapi(importFile, async (c) => {
    const { accountId } = c.req.valid('param');
    const read = readContacts(c.req.valid('json').csv);
    if (!read.ok) return refuse(c, { code: 'contact-file-unreadable' }, { detail: read.remedy });
    const result = await addContacts(c.get('ctx'), { accountId, contacts: read.contacts });
    if (!result.ok) return refuseContacts(c, result.refusal);
    return c.json({ ids: [...result.value.contactIds] }, 201);
  });

  api.openapi(remove, async (c) => {
    const result = await removeContact(c.get('ctx'), c.req.valid('param').contactId);
    return result.ok ? c.json(result.value, 200) : refuse(c, result.refusal);
  });
}

function refuseContacts(c: HonoContext, refusal: AddContactsRefusal) {
  if (refusal.code !== 'contacts-refused') return refuse(c, refusal);
  const errors = refusal.faults.map(({ row, field, remedy }) => ({
    field: `contacts.${row - 1}.${field}`,
    detail: remedy,
  }));
  return refuse(c, refusal, { errors });
}
