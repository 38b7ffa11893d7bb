CREATE INDEX "calls_chat_order" ON "calls" USING btree ("bot_id","chat_index","id") WHERE purpose <> 'deletion';--> statement-breakpoint
CREATE INDEX "calls_staff_order" ON "calls" USING btree ("staff_id","id") WHERE purpose <> 'deletion';--> statement-breakpoint
ALTER TABLE "approvals" DROP COLUMN "signature";