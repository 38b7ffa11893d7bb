ALTER TABLE "posts" ADD COLUMN "embargo_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "readers_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "warning" text;--> statement-breakpoint
CREATE INDEX "account_deliveries_spending" ON "account_deliveries" USING btree ("account_id","attempted_at");--> statement-breakpoint
CREATE INDEX "posts_readers_due" ON "posts" USING btree ("readers_due_at") WHERE readers_due_at is not null;