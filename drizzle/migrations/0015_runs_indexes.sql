ALTER TABLE "attempts" DROP CONSTRAINT "attempts_store_id_run_id_runs_store_id_id_fk";--> statement-breakpoint
ALTER TABLE "runs" DROP CONSTRAINT "runs_pkey";--> statement-breakpoint
ALTER TABLE "runs" DROP CONSTRAINT "runs_storeId_id_unique";--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_store_id_id_pk" PRIMARY KEY("store_id","id");--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_store_id_run_id_runs_store_id_id_fk" FOREIGN KEY ("store_id","run_id") REFERENCES "public"."runs"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" DROP CONSTRAINT "runs_occurrence";--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_occurrence" UNIQUE("automation_id","occurrence");--> statement-breakpoint
DROP INDEX "runs_by_due";--> statement-breakpoint
DROP INDEX "runs_by_product";--> statement-breakpoint
DROP INDEX "runs_of_access";--> statement-breakpoint
DROP INDEX "runs_of_event";--> statement-breakpoint
DROP INDEX "runs_by_automation";--> statement-breakpoint
DROP INDEX "runs_by_customer";--> statement-breakpoint
CREATE INDEX "runs_by_automation" ON "runs" USING btree ("automation_id","status","due_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "runs_by_customer" ON "runs" USING btree ("customer_id","due_at" DESC NULLS LAST,"id" DESC NULLS LAST);
