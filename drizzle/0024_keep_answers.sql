CREATE TABLE "kept_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"route" text NOT NULL,
	"key_hash" "bytea" NOT NULL,
	"request_hash" "bytea" NOT NULL,
	"claimed_at" timestamp with time zone NOT NULL,
	"sealed" "bytea"
);
--> statement-breakpoint
ALTER TABLE "kept_answers" ADD CONSTRAINT "kept_answers_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "kept_answers_once" ON "kept_answers" USING btree ("staff_id","route","key_hash");--> statement-breakpoint
CREATE INDEX "kept_answers_claimed" ON "kept_answers" USING btree ("claimed_at");