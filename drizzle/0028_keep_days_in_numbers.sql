CREATE TABLE "statistics" (
	"campaign_id" uuid NOT NULL,
	"day" text NOT NULL,
	"kind" text NOT NULL,
	"about" text NOT NULL,
	"value" integer,
	CONSTRAINT "statistics_campaign_id_day_kind_about_pk" PRIMARY KEY("campaign_id","day","kind","about")
);
--> statement-breakpoint
ALTER TABLE "statistics" ADD CONSTRAINT "statistics_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;