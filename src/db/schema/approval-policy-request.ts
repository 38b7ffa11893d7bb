import { jsonb, pgTable } from 'drizzle-orm/pg-core';
import type { ApprovalPolicy } from '../../domain/approval-policy.ts';
import type { CampaignId, StaffId } from '../../domain/ids.ts';
import { campaigns } from './campaign.ts';
import { id, instant } from './columns.ts';
import { staff } from './staff.ts';

/** A policy of fewer approvals that one person has asked for, while it waits for a second one. */
export const approvalPolicyRequests = pgTable('approval_policy_requests', {
  campaignId: id<CampaignId>('campaign_id')
    .primaryKey()
    .references(() => campaigns.id),
  policy: jsonb('policy').$type<ApprovalPolicy>().notNull(),
  askedBy: id<StaffId>('asked_by')
    .notNull()
    .references(() => staff.id),
  askedAt: instant('asked_at').notNull(),
});
