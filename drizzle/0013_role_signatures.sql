ALTER TABLE "hearing_revisions" ADD COLUMN "asked_again_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "role_signature" jsonb;