CREATE TABLE "hearing_keys" (
	"case_id" uuid NOT NULL,
	"origin" text NOT NULL,
	"key" text NOT NULL,
	"hearing_id" uuid NOT NULL,
	"sequence" integer,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "hearing_keys_case_id_origin_key_pk" PRIMARY KEY("case_id","origin","key")
);
--> statement-breakpoint
ALTER TABLE "hearing_keys" ADD CONSTRAINT "hearing_keys_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing_keys" ADD CONSTRAINT "hearing_keys_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hearing_keys_hearing" ON "hearing_keys" USING btree ("hearing_id");