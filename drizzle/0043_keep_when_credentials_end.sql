ALTER TABLE "accounts" ADD COLUMN "credentials_end_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "end_told_at" timestamp with time zone;