CREATE TABLE "case_lead_times" (
	"case_id" uuid NOT NULL,
	"lead_time" text NOT NULL,
	CONSTRAINT "case_lead_times_case_id_lead_time_pk" PRIMARY KEY("case_id","lead_time")
);
--> statement-breakpoint
DROP INDEX "deliveries_claim";--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "tier" smallint DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "reported_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "subscribers" ADD COLUMN "standing" text DEFAULT 'follower' NOT NULL;--> statement-breakpoint
ALTER TABLE "subscribers" ADD COLUMN "tell_first" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "subscribers" ADD COLUMN "lead_times" text[];--> statement-breakpoint
ALTER TABLE "case_lead_times" ADD CONSTRAINT "case_lead_times_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_no_outcome_once" ON "alerts" USING btree ("hearing_id","starts_on") WHERE kind = 'no_outcome';--> statement-breakpoint
CREATE INDEX "alerts_unreported" ON "alerts" USING btree ("campaign_id") WHERE state = 'expired' and reported_at is null;--> statement-breakpoint
CREATE INDEX "subscribers_lead_times" ON "subscribers" USING gin ("lead_times") WHERE lead_times is not null;--> statement-breakpoint
CREATE INDEX "deliveries_claim" ON "deliveries" USING btree ("broadcast_id","tier","due_at") WHERE state = 'planned';--> statement-breakpoint
-- Staff were told of each of these when it expired.
UPDATE "alerts" SET "reported_at" = coalesce("dispatched_at", "due_at") WHERE "state" = 'expired';
