ALTER TABLE "posts" ADD COLUMN "card" jsonb;--> statement-breakpoint
ALTER TABLE "translations" ADD COLUMN "card_id" uuid;--> statement-breakpoint
ALTER TABLE "translations" ADD CONSTRAINT "translations_card_id_media_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."media"("id") ON DELETE no action ON UPDATE no action;