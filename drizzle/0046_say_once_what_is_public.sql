ALTER TABLE "translations" ADD COLUMN "public_at" timestamp with time zone;--> statement-breakpoint
-- What waits for the end of an embargo is not public; a text that went out otherwise was told when it did.
UPDATE "translations" AS t SET "public_at" = t."published_at" FROM "posts" AS p
  WHERE p."id" = t."post_id" AND t."published_at" IS NOT NULL
    AND (p."readers_due_at" IS NULL OR p."embargo_until" IS NULL OR p."readers_due_at" > p."embargo_until");
