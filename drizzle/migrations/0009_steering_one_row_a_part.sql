ALTER TABLE "steered_runs" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "steered_runs" CASCADE;--> statement-breakpoint
DROP INDEX "runs_waiting_by_automation";--> statement-breakpoint
DROP INDEX "runs_waiting_by_product";