CREATE TABLE "staff_cases" (
	"staff_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	CONSTRAINT "staff_cases_staff_id_case_id_pk" PRIMARY KEY("staff_id","case_id")
);
--> statement-breakpoint
ALTER TABLE "staff_cases" ADD CONSTRAINT "staff_cases_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_cases" ADD CONSTRAINT "staff_cases_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;