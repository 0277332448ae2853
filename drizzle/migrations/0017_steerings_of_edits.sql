ALTER TABLE "steering_parts" DROP CONSTRAINT "steering_parts_length";--> statement-breakpoint
ALTER TABLE "steerings" DROP CONSTRAINT "steerings_kind";--> statement-breakpoint
ALTER TABLE "steering_parts" ADD COLUMN "timed_by" integer[];--> statement-breakpoint
UPDATE "steering_parts" SET "timed_by" = array_fill(null::integer, array[cardinality("run_ids")]);--> statement-breakpoint
ALTER TABLE "steering_parts" ALTER COLUMN "timed_by" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "steerings_by_age" ON "steerings" USING btree ("at");--> statement-breakpoint
ALTER TABLE "steering_parts" ADD CONSTRAINT "steering_parts_length" CHECK (cardinality("steering_parts"."run_ids") = all (array[cardinality("steering_parts"."due_ats"), cardinality("steering_parts"."wake_ats"), cardinality("steering_parts"."moved_to"), cardinality("steering_parts"."timed_by")]));--> statement-breakpoint
ALTER TABLE "steerings" ADD CONSTRAINT "steerings_kind" CHECK ("steerings"."kind" in ('cancel', 'move', 'start', 'edit'));