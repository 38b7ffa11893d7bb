CREATE TABLE "media_uploads" (
	"media_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	CONSTRAINT "media_uploads_media_id_staff_id_pk" PRIMARY KEY("media_id","staff_id")
);
--> statement-breakpoint
ALTER TABLE "endpoints" ADD COLUMN "case_ids" uuid[];--> statement-breakpoint
ALTER TABLE "media_uploads" ADD CONSTRAINT "media_uploads_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_uploads" ADD CONSTRAINT "media_uploads_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What somebody uploaded before stays theirs. A card was drawn, and goes with its post.
INSERT INTO "media_uploads" ("media_id", "staff_id") SELECT m."id", m."added_by" FROM "media" m
WHERE NOT EXISTS (SELECT FROM "translations" t WHERE t."card_id" = m."id");
