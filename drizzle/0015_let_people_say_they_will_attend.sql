CREATE TABLE "attendances" (
	"hearing_id" uuid NOT NULL,
	"day" date NOT NULL,
	"mark" "bytea" NOT NULL,
	CONSTRAINT "attendances_hearing_id_day_mark_pk" PRIMARY KEY("hearing_id","day","mark")
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "attendance_allowed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "inline_allowed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE no action ON UPDATE no action;