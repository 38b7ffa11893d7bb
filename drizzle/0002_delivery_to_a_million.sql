CREATE TABLE "star_spending" (
	"bot_id" uuid NOT NULL,
	"month" text NOT NULL,
	"tenths" integer NOT NULL,
	CONSTRAINT "star_spending_bot_id_month_pk" PRIMARY KEY("bot_id","month")
);
--> statement-breakpoint
CREATE TABLE "broadcast_totals" (
	"broadcast_id" uuid NOT NULL,
	"state" text NOT NULL,
	"outcome" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "broadcast_totals_broadcast_id_state_outcome_pk" PRIMARY KEY("broadcast_id","state","outcome")
);
--> statement-breakpoint
DROP INDEX "deliveries_progress";--> statement-breakpoint
DROP INDEX "deliveries_claim";--> statement-breakpoint
ALTER TABLE "deliveries" ALTER COLUMN "priority" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "bots" ADD COLUMN "stars_per_month" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "bots" ADD COLUMN "stopped_for" text;--> statement-breakpoint
ALTER TABLE "bots" ADD COLUMN "stopped_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "quiet_hours" text;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD COLUMN "halted_for" text;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD COLUMN "finished_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD COLUMN "asked" text;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD COLUMN "asked_by" uuid;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD COLUMN "asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "halted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "halted_for" text;--> statement-breakpoint
ALTER TABLE "subscribers" ADD COLUMN "language_since" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "subscribers" ADD COLUMN "quiet_hours" text DEFAULT 'campaign' NOT NULL;--> statement-breakpoint
ALTER TABLE "star_spending" ADD CONSTRAINT "star_spending_bot_id_bots_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcast_totals" ADD CONSTRAINT "broadcast_totals_broadcast_id_broadcasts_id_fk" FOREIGN KEY ("broadcast_id") REFERENCES "public"."broadcasts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_asked_by_staff_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "broadcasts_running" ON "broadcasts" USING btree ("bot_id","priority") WHERE state = 'running';--> statement-breakpoint
CREATE INDEX "deliveries_claim" ON "deliveries" USING btree ("broadcast_id","due_at") WHERE state = 'planned';