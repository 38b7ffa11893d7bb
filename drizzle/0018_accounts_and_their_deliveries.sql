CREATE TABLE "account_deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"bot_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"payload_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"part" smallint NOT NULL,
	"state" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"not_after" timestamp with time zone NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"epoch" integer,
	"prepared" jsonb,
	"first_attempted_at" timestamp with time zone,
	"attempted_at" timestamp with time zone,
	"look_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"outcome" text,
	"remote_id" text,
	"url" text,
	"retraction" text,
	"retract_at" timestamp with time zone,
	CONSTRAINT "account_deliveries_sent" CHECK (state <> 'sent' or remote_id is not null)
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"network" text NOT NULL,
	"language" text NOT NULL,
	"handle" text NOT NULL,
	"remote_id" text NOT NULL,
	"state" text NOT NULL,
	"sealed_credentials" "bytea",
	"capabilities" jsonb NOT NULL,
	"stopped_for" text,
	"failures" smallint DEFAULT 0 NOT NULL,
	"rests_until" timestamp with time zone,
	"paused_by" uuid,
	"resume_asked_by" uuid,
	"resume_asked_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payloads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"translation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"part" smallint NOT NULL,
	"content" jsonb NOT NULL,
	"cost_usd_micros" integer,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "post_accounts" (
	"post_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "post_accounts_post_id_account_id_pk" PRIMARY KEY("post_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "gap_seconds" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "account_deliveries" ADD CONSTRAINT "account_deliveries_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_deliveries" ADD CONSTRAINT "account_deliveries_bot_id_bots_id_fk" FOREIGN KEY ("bot_id") REFERENCES "public"."bots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_deliveries" ADD CONSTRAINT "account_deliveries_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_deliveries" ADD CONSTRAINT "account_deliveries_payload_id_payloads_id_fk" FOREIGN KEY ("payload_id") REFERENCES "public"."payloads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_deliveries" ADD CONSTRAINT "account_deliveries_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_paused_by_staff_id_fk" FOREIGN KEY ("paused_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_resume_asked_by_staff_id_fk" FOREIGN KEY ("resume_asked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payloads" ADD CONSTRAINT "payloads_translation_id_translations_id_fk" FOREIGN KEY ("translation_id") REFERENCES "public"."translations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payloads" ADD CONSTRAINT "payloads_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_accounts" ADD CONSTRAINT "post_accounts_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_accounts" ADD CONSTRAINT "post_accounts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_deliveries_payload" ON "account_deliveries" USING btree ("payload_id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_deliveries_part" ON "account_deliveries" USING btree ("post_id","account_id","part");--> statement-breakpoint
CREATE INDEX "account_deliveries_due" ON "account_deliveries" USING btree ("bot_id","due_at") WHERE state = 'planned';--> statement-breakpoint
CREATE INDEX "account_deliveries_attempting" ON "account_deliveries" USING btree ("bot_id") WHERE state = 'attempting';--> statement-breakpoint
CREATE INDEX "account_deliveries_look" ON "account_deliveries" USING btree ("bot_id","look_at") WHERE state = 'unknown';--> statement-breakpoint
CREATE INDEX "account_deliveries_retract" ON "account_deliveries" USING btree ("bot_id") WHERE retraction = 'asked';--> statement-breakpoint
CREATE INDEX "account_deliveries_calendar" ON "account_deliveries" USING btree ("campaign_id","due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_once" ON "accounts" USING btree ("campaign_id","network","remote_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payloads_once" ON "payloads" USING btree ("translation_id","account_id","part");