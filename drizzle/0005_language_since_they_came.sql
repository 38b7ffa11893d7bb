-- Whoever was there before the column was has had their language since they came, as far as anybody knows: with the
-- default of 0002, the moment of the migration, a text that comes late for an older post would reach none of them.
UPDATE "subscribers" SET "language_since" = "created_at" WHERE "language_since" > "created_at";
