CREATE TABLE "digests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"slot" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "broadcasts" ALTER COLUMN "case_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD COLUMN "digest_id" uuid;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD COLUMN "digest_case_ids" uuid[];--> statement-breakpoint
ALTER TABLE "subscribers" ADD COLUMN "digest" text DEFAULT 'off' NOT NULL;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_bot_id_bots_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "digests_once" ON "digests" USING btree ("bot_id","slot","due_at");--> statement-breakpoint
CREATE INDEX "digests_due" ON "digests" USING btree ("due_at") WHERE state = 'pending';--> statement-breakpoint
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_digest_id_digests_id_fk" FOREIGN KEY ("digest_id") REFERENCES "public"."digests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "broadcasts_digest" ON "broadcasts" USING btree ("digest_id") WHERE digest_id is not null;--> statement-breakpoint
CREATE INDEX "subscribers_digest" ON "subscribers" USING btree ("bot_id","digest") WHERE digest <> 'off';--> statement-breakpoint
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_of_case" CHECK ((case_id is null) = (kind = 'digest'));