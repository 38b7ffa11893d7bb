import type { AccountId, CallId, ContactId, EndpointId, StaffId, SubscriberId } from './ids.ts';

/**
 * What a sealed value is bound to: it opens only together with the id of the row that it was sealed for, so
 * that a row changed by hand (one follower's chat put in another's place) opens to nothing.
 */
export const binding = {
  subscriberChat: (id: SubscriberId) => `subscriber|${id}`,
  staffChat: (id: StaffId) => `staff|${id}`,
  callChat: (id: CallId) => `call-chat|${id}`,
  accountCredentials: (id: AccountId) => `account|${id}`,
  contact: (id: ContactId) => `contact|${id}`,
  endpointSecret: (id: EndpointId) => `endpoint|${id}`,
  callParams: (id: CallId) => `call-params|${id}`,
} as const;
