ALTER TABLE "customers" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "shop_events" ADD COLUMN "emptied_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "stores" ADD COLUMN "keep_months" integer;--> statement-breakpoint
CREATE INDEX "shop_events_full" ON "shop_events" USING btree ("store_id","received_at") WHERE emptied_at is null;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_erased" CHECK (not jsonb_exists("runs"."snapshot", 'erased') or "runs"."wake_at" is null);--> statement-breakpoint
ALTER TABLE "stores" ADD CONSTRAINT "stores_keep_months" CHECK ("stores"."keep_months" in (3, 12, 24));