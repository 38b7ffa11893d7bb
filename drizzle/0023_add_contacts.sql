CREATE TABLE "contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"state" text NOT NULL,
	"sealed" "bytea",
	"token_hash" "bytea" NOT NULL,
	"outlet" text NOT NULL,
	"topic" text NOT NULL,
	"consented_on" date NOT NULL,
	"added_by" uuid,
	"added_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
DROP INDEX "account_deliveries_payload";--> statement-breakpoint
DROP INDEX "account_deliveries_part";--> statement-breakpoint
ALTER TABLE "account_deliveries" ADD COLUMN "contact_id" uuid;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_added_by_staff_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_token" ON "contacts" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "contacts_account" ON "contacts" USING btree ("account_id") WHERE state = 'active';--> statement-breakpoint
ALTER TABLE "account_deliveries" ADD CONSTRAINT "account_deliveries_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_deliveries_contact" ON "account_deliveries" USING btree ("post_id","contact_id","part") WHERE contact_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "account_deliveries_payload" ON "account_deliveries" USING btree ("payload_id") WHERE contact_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "account_deliveries_part" ON "account_deliveries" USING btree ("post_id","account_id","part") WHERE contact_id is null;