ALTER TABLE "shop_events" ADD COLUMN "order" text;--> statement-breakpoint
CREATE INDEX "shop_events_of_order" ON "shop_events" USING btree ("store_id","order") WHERE "order" is not null;--> statement-breakpoint
-- An event is stored as it came: what JSON may write and PostgreSQL can't (NUL, half a surrogate pair) must not stop the start.
CREATE FUNCTION pg_temp.order_of(raw text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	RETURN left(coalesce(raw::json ->> 'order_uuid', raw::json ->> 'order_id', raw::json ->> 'invoice_stripe_id'), 500);
EXCEPTION WHEN data_exception THEN
	RETURN NULL;
END $$;--> statement-breakpoint
UPDATE "shop_events" SET "order" = pg_temp.order_of(raw);
