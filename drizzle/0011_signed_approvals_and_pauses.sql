CREATE TABLE "pauses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"case_id" uuid,
	"paused_by" uuid NOT NULL,
	"paused_at" timestamp with time zone NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp with time zone,
	"lifted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "approved_texts" (
	"approval_id" uuid PRIMARY KEY NOT NULL,
	"translation_id" uuid NOT NULL,
	"text" text NOT NULL,
	"alt" text,
	"approved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "signature" jsonb;--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_paused_by_staff_id_fk" FOREIGN KEY ("paused_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_asked_by_staff_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approved_texts" ADD CONSTRAINT "approved_texts_translation_id_translations_id_fk" FOREIGN KEY ("translation_id") REFERENCES "public"."translations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "pauses_standing" ON "pauses" USING btree ("campaign_id",coalesce(case_id, campaign_id)) WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "approved_texts_translation" ON "approved_texts" USING btree ("translation_id","approved_at");