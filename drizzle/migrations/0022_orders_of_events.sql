ALTER TABLE "shop_events" ADD COLUMN "order" text;--> statement-breakpoint
CREATE INDEX "shop_events_of_order" ON "shop_events" USING btree ("store_id","order") WHERE "order" is not null;--> statement-breakpoint
UPDATE "shop_events" SET "order" = left(coalesce(raw::json ->> 'order_uuid', raw::json ->> 'order_id', raw::json ->> 'invoice_stripe_id'), 500) WHERE position('\u0000' in raw) = 0;
