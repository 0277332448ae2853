DROP INDEX "engine"."jobs_parked_index";--> statement-breakpoint
CREATE INDEX "jobs_parked_index" ON "engine"."jobs" USING btree ("parked","due") WHERE parked is not null;