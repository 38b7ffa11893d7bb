CREATE TABLE "partner_reports" (
	"partner_id" uuid NOT NULL,
	"report_id" text NOT NULL,
	"body_hash" "bytea" NOT NULL,
	"outcome" text NOT NULL,
	"hearing_id" uuid,
	"revision" integer,
	"noted" jsonb,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partner_reports_partner_id_report_id_pk" PRIMARY KEY("partner_id","report_id")
);
--> statement-breakpoint
CREATE TABLE "partner_secrets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "partners" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"heard_at" timestamp with time zone,
	"refused_at" timestamp with time zone,
	"refusal" text
);
--> statement-breakpoint
ALTER TABLE "hearing_revisions" ADD COLUMN "partner_id" uuid;--> statement-breakpoint
ALTER TABLE "partner_reports" ADD CONSTRAINT "partner_reports_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_secrets" ADD CONSTRAINT "partner_secrets_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "partner_reports_received" ON "partner_reports" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "partner_reports_noted" ON "partner_reports" USING btree ("hearing_id") WHERE outcome = 'noted';--> statement-breakpoint
CREATE INDEX "partner_secrets_partner" ON "partner_secrets" USING btree ("partner_id");--> statement-breakpoint
CREATE INDEX "partners_campaign" ON "partners" USING btree ("campaign_id");--> statement-breakpoint
ALTER TABLE "hearing_revisions" ADD CONSTRAINT "hearing_revisions_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;