CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"covers" text NOT NULL,
	"given_by" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "incident_revisions" (
	"incident_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"state" text NOT NULL,
	"status" text NOT NULL,
	"kind" text NOT NULL,
	"local_date" date NOT NULL,
	"local_time" text,
	"zone" text NOT NULL,
	"happened_at" timestamp with time zone,
	"place" jsonb,
	"what" jsonb NOT NULL,
	"person_ids" jsonb NOT NULL,
	"bystanders" jsonb NOT NULL,
	"certainty" text NOT NULL,
	"discloses" jsonb NOT NULL,
	"amendment" text NOT NULL,
	"sources" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	"effective_at" timestamp with time zone,
	CONSTRAINT "incident_revisions_incident_id_revision_pk" PRIMARY KEY("incident_id","revision")
);
--> statement-breakpoint
CREATE TABLE "incidents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "alerts" ALTER COLUMN "hearing_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "shown_as" text DEFAULT 'name' NOT NULL;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "incident_id" uuid;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_recorded_by_staff_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_withdrawn_by_staff_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_revisions" ADD CONSTRAINT "incident_revisions_incident_id_incidents_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incidents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_revisions" ADD CONSTRAINT "incident_revisions_recorded_by_staff_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consents_case" ON "consents" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "consents_standing" ON "consents" USING btree ("person_id","covers") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "incident_revisions_in_effect" ON "incident_revisions" USING btree ("incident_id") WHERE state = 'in_effect';--> statement-breakpoint
CREATE UNIQUE INDEX "incident_revisions_in_review" ON "incident_revisions" USING btree ("incident_id") WHERE state = 'in_review';--> statement-breakpoint
CREATE INDEX "incidents_case" ON "incidents" USING btree ("case_id");--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_incident_id_incidents_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incidents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_incident_once" ON "alerts" USING btree ("incident_id","revision","kind");--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_one_subject" CHECK ((hearing_id is null) <> (incident_id is null));--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_of_incident" CHECK (incident_id is null or kind in ('announced', 'changed', 'cancelled'));