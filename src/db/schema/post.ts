import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { ApprovalSignature } from '../../domain/approval.ts';
import type { RoleSignature } from '../../domain/approval-content.ts';
import type { ContentHash } from '../../domain/canonical.ts';
import type { CardOf } from '../../domain/card.ts';
import type { CampaignId, CaseId, MediaId, PostId, StaffId, TranslationId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { TranslatedParagraph } from '../../domain/text/paragraphs.ts';
import type { TextDraft } from '../../domain/text-claim.ts';
import type {
  ApprovalPath,
  ApprovalSubject,
  ContentWarning,
  Decision,
  PostKind,
  TranslationCheck,
  TranslationState,
} from '../../domain/words.ts';
import { campaigns } from './campaign.ts';
import { cases } from './case.ts';
import { id, instant } from './columns.ts';
import { media } from './media.ts';
import { staff } from './staff.ts';

/** A public text in one or more languages. This row is the fact sheet that its languages share. */
export const posts = pgTable(
  'posts',
  {
    id: id<PostId>('id').primaryKey(),
    campaignId: id<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    caseId: id<CaseId>('case_id')
      .notNull()
      .references(() => cases.id),
    kind: text('kind').$type<PostKind>().notNull().default('update'),
    sourceLanguage: text('source_language').$type<Language>().notNull(),
    authorId: id<StaffId>('author_id')
      .notNull()
      .references(() => staff.id),
    notBefore: instant('not_before'),
    notAfter: instant('not_after'),
    /** Contacts get it before, and nobody else; null: all at the same time. */
    embargoUntil: instant('embargo_until'),
    /** When its followers are served of what contacts had under the embargo; null: nothing is held back from them. */
    readersDueAt: instant('readers_due_at'),
    warning: text('warning').$type<ContentWarning>(),
    /** The one image that the post carries in every language; null: none. */
    mediaId: id<MediaId>('media_id').references(() => media.id),
    /** Of what each language has a card of its own, instead of the one image; null: of nothing. */
    card: jsonb('card').$type<CardOf>(),
    /** Between two of its accounts, in seconds: not all at once. */
    gapSeconds: integer('gap_seconds').notNull().default(0),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('posts_case').on(table.caseId, table.createdAt),
    index('posts_readers_due').on(table.readersDueAt).where(sql`readers_due_at is not null`),
  ],
);

/** A post's text in one language. */
export const translations = pgTable(
  'translations',
  {
    id: id<TranslationId>('id').primaryKey(),
    postId: id<PostId>('post_id')
      .notNull()
      .references(() => posts.id),
    language: text('language').$type<Language>().notNull(),
    /** Markdown, of the subset that `domain/text` reads. */
    text: text('text').notNull(),
    /** From which paragraphs of the source its paragraphs were translated; null where it was written as a whole. */
    paragraphs: jsonb('paragraphs').$type<readonly TranslatedParagraph[]>(),
    /** What the image shows, for who cannot see it; null where there is none yet. */
    alt: text('alt'),
    /** When it was handed in without them, for an emergency; null: it was not, or was edited since. */
    altDeferredAt: instant('alt_deferred_at'),
    /** When somebody said that they had added them where it stands, after it had gone out; null: nobody has. */
    altSettledAt: instant('alt_settled_at'),
    /** The post's card in this language; null where it has none, or none was made yet. */
    cardId: id<MediaId>('card_id').references(() => media.id),
    state: text('state').$type<TranslationState>().notNull(),
    check: text('check').$type<TranslationCheck>().notNull(),
    /** Rises with every edit: what an approval button was made for can be told from what stands now. */
    version: integer('version').notNull(),
    lastEditorId: id<StaffId>('last_editor_id')
      .notNull()
      .references(() => staff.id),
    /** Whose words they are; null: of whoever edited it last. After a change of the fact sheet these may be two people. */
    writtenById: id<StaffId>('written_by_id').references(() => staff.id),
    /** Whoever changed anything of it since what stood there was last approved, or since it was begun; null: these two alone. */
    editorIds: uuid('editor_ids').array().$type<StaffId[]>(),
    editedAt: instant('edited_at').notNull(),
    /** How many people have to approve it, as its campaign's policy was when it was handed in; part of what is approved. */
    approvalsNeeded: integer('approvals_needed').notNull().default(1),
    publishedAt: instant('published_at'),
    /** Since when everybody may have it, and other systems were told of it; null: only contacts, under an embargo, or nobody. */
    publicAt: instant('public_at'),
    /** Since when nobody gets it any more who does not have it: it was taken back after it had gone out; null: it was not. */
    retractedAt: instant('retracted_at'),
    /** When its approvers were asked anew: none of its approvals counted any more before all had it; null: they were not. */
    askedAgainAt: instant('asked_again_at'),
  },
  (table) => [
    uniqueIndex('translations_language').on(table.postId, table.language),
    index('translations_waiting').on(table.state).where(sql`state in ('in_review', 'approved', 'scheduled')`),
  ],
);

/** Who has a post's text in one language in hand. A row whose time is over counts for nothing, and stays until the next. */
export const textClaims = pgTable(
  'text_claims',
  {
    postId: id<PostId>('post_id')
      .notNull()
      .references(() => posts.id),
    language: text('language').$type<Language>().notNull(),
    staffId: id<StaffId>('staff_id')
      .notNull()
      .references(() => staff.id),
    claimedAt: instant('claimed_at').notNull(),
    /** Moved on by each save. */
    expiresAt: instant('expires_at').notNull(),
    /** What its holder has typed and not saved; null: nothing. */
    draft: jsonb('draft').$type<TextDraft>(),
  },
  (table) => [primaryKey({ columns: [table.postId, table.language] })],
);

/** A staff member's recorded decision on exact content, by its hash. Voided, never deleted. */
export const approvals = pgTable(
  'approvals',
  {
    id: uuid('id').primaryKey(),
    campaignId: id<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    subjectType: text('subject_type').$type<ApprovalSubject>().notNull(),
    subjectId: uuid('subject_id').notNull(),
    contentHash: text('content_hash').$type<ContentHash>().notNull(),
    staffId: id<StaffId>('staff_id')
      .notNull()
      .references(() => staff.id),
    decision: text('decision').$type<Decision>().notNull(),
    via: text('via').$type<ApprovalPath>().notNull(),
    decidedAt: instant('decided_at').notNull(),
    voidedAt: instant('voided_at'),
    /** What proves that this person decided exactly this; null for one that nothing was asked to sign. */
    signature: jsonb('signature').$type<ApprovalSignature>(),
    /** Null: it was given before decisions were signed, and counts for nothing. */
    roleSignature: jsonb('role_signature').$type<RoleSignature>(),
  },
  (table) => [index('approvals_subject').on(table.subjectId, table.contentHash)],
);

/** The words that an approval was given to: what the next decider's text is compared with. */
export const approvedTexts = pgTable(
  'approved_texts',
  {
    approvalId: uuid('approval_id').primaryKey(),
    translationId: id<TranslationId>('translation_id')
      .notNull()
      .references(() => translations.id),
    text: text('text').notNull(),
    alt: text('alt'),
    approvedAt: instant('approved_at').notNull(),
  },
  (table) => [index('approved_texts_translation').on(table.translationId, table.approvedAt)],
);
