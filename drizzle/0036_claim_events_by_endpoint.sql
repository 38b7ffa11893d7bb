DROP INDEX "endpoint_events_due";--> statement-breakpoint
CREATE INDEX "endpoint_events_waiting" ON "endpoint_events" USING btree ("endpoint_id","due_at") WHERE state = 'planned';