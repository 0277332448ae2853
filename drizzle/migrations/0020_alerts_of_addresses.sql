ALTER TABLE "alerts" ALTER COLUMN "integration_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "address_id" text;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_store_id_address_id_forwarding_addresses_store_id_id_fk" FOREIGN KEY ("store_id","address_id") REFERENCES "public"."forwarding_addresses"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_open_of_address" ON "alerts" USING btree ("address_id","cause") WHERE healed_at is null;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_about" CHECK (num_nonnulls(integration_id, address_id) = 1);