CREATE TABLE "rings" (
	"campaign_id" uuid NOT NULL,
	"hearing_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"rung" smallint NOT NULL,
	"due_at" timestamp with time zone,
	"came_to" text,
	"call_ids" uuid[] NOT NULL,
	CONSTRAINT "rings_hearing_id_revision_pk" PRIMARY KEY("hearing_id","revision")
);
--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "unconfirmed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "answers_revision" integer;--> statement-breakpoint
ALTER TABLE "hearing_revisions" ADD COLUMN "decided" jsonb;--> statement-breakpoint
ALTER TABLE "hearing_revisions" ADD COLUMN "adjourned" jsonb;--> statement-breakpoint
ALTER TABLE "hearing_revisions" ADD COLUMN "disagree" jsonb;--> statement-breakpoint
ALTER TABLE "hearings" ADD COLUMN "adjourned_from" uuid;--> statement-breakpoint
ALTER TABLE "hearings" ADD COLUMN "unconfirmed_revision" integer;--> statement-breakpoint
ALTER TABLE "rings" ADD CONSTRAINT "rings_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rings" ADD CONSTRAINT "rings_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rings_due" ON "rings" USING btree ("due_at") WHERE due_at is not null;--> statement-breakpoint
ALTER TABLE "hearings" ADD CONSTRAINT "hearings_adjourned_from_hearings_id_fk" FOREIGN KEY ("adjourned_from") REFERENCES "public"."hearings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "hearings_adjourned_from" ON "hearings" USING btree ("adjourned_from");