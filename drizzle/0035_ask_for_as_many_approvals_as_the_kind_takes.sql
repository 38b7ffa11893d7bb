ALTER TABLE "campaigns" ADD COLUMN "approval_policy" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "kind" text DEFAULT 'update' NOT NULL;--> statement-breakpoint
ALTER TABLE "translations" ADD COLUMN "approvals_needed" integer DEFAULT 1 NOT NULL;