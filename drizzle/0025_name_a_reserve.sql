ALTER TABLE "campaigns" ADD COLUMN "reserve_bot" text;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "reserve_channel" text;