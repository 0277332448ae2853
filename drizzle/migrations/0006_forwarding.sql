CREATE TABLE "deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"event_id" text NOT NULL,
	"address_id" text NOT NULL,
	"product_id" text,
	"signature" text,
	"status" text DEFAULT 'waiting' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"tries_before" integer DEFAULT 0 NOT NULL,
	"wake_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "deliveries_storeId_id_unique" UNIQUE("store_id","id"),
	CONSTRAINT "deliveries_event" UNIQUE("store_id","event_id"),
	CONSTRAINT "deliveries_status" CHECK ("deliveries"."status" in ('waiting', 'done', 'failed', 'cancelled')),
	CONSTRAINT "deliveries_finished" CHECK (("deliveries"."status" = 'waiting') = ("deliveries"."finished_at" is null)),
	CONSTRAINT "deliveries_awake" CHECK (("deliveries"."status" = 'waiting') = ("deliveries"."wake_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "delivery_attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"delivery_id" text NOT NULL,
	"number" integer NOT NULL,
	"outcome" text,
	"words" text,
	"exchange" jsonb,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "delivery_attempts_number" UNIQUE("delivery_id","number")
);
--> statement-breakpoint
CREATE TABLE "forwarding_addresses" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"product_id" text,
	"url" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "forwarding_addresses_storeId_id_unique" UNIQUE("store_id","id")
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_store_id_event_id_shop_events_store_id_id_fk" FOREIGN KEY ("store_id","event_id") REFERENCES "public"."shop_events"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_store_id_address_id_forwarding_addresses_store_id_id_fk" FOREIGN KEY ("store_id","address_id") REFERENCES "public"."forwarding_addresses"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_store_id_product_id_products_store_id_id_fk" FOREIGN KEY ("store_id","product_id") REFERENCES "public"."products"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_attempts" ADD CONSTRAINT "delivery_attempts_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_attempts" ADD CONSTRAINT "delivery_attempts_store_id_delivery_id_deliveries_store_id_id_fk" FOREIGN KEY ("store_id","delivery_id") REFERENCES "public"."deliveries"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forwarding_addresses" ADD CONSTRAINT "forwarding_addresses_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forwarding_addresses" ADD CONSTRAINT "forwarding_addresses_store_id_product_id_products_store_id_id_fk" FOREIGN KEY ("store_id","product_id") REFERENCES "public"."products"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_by_age" ON "deliveries" USING btree ("store_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "deliveries_by_product" ON "deliveries" USING btree ("store_id","product_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "deliveries_of_address" ON "deliveries" USING btree ("address_id") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "deliveries_to_wake" ON "deliveries" USING btree ("wake_at") WHERE wake_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "forwarding_addresses_of_store" ON "forwarding_addresses" USING btree ("store_id") WHERE product_id is null and deleted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "forwarding_addresses_of_product" ON "forwarding_addresses" USING btree ("store_id","product_id") WHERE deleted_at is null;