CREATE TABLE "qr_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"access_id" text NOT NULL,
	"product_id" text NOT NULL,
	"token" text NOT NULL,
	"merged" boolean DEFAULT false NOT NULL,
	"scans" integer DEFAULT 0 NOT NULL,
	"remaining" integer,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "qr_codes_token_unique" UNIQUE("token"),
	CONSTRAINT "qr_codes_storeId_id_unique" UNIQUE("store_id","id"),
	CONSTRAINT "qr_codes_remaining" CHECK ("qr_codes"."remaining" >= 0)
);
--> statement-breakpoint
CREATE TABLE "qr_scans" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"code_id" text NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"change" integer NOT NULL,
	"remaining" integer,
	"number" integer,
	"event_id" text,
	"user_id" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "qr_scans_key" UNIQUE("code_id","key"),
	CONSTRAINT "qr_scans_number" UNIQUE("code_id","number"),
	CONSTRAINT "qr_scans_kind" CHECK ("qr_scans"."kind" in ('scan', 'added')),
	CONSTRAINT "qr_scans_scan" CHECK (("qr_scans"."kind" = 'scan') = ("qr_scans"."event_id" is not null and "qr_scans"."number" is not null)),
	CONSTRAINT "qr_scans_change" CHECK (case when "qr_scans"."kind" = 'scan' then "qr_scans"."change" <= 0 else "qr_scans"."change" > 0 end)
);
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "qr_scans" integer;--> statement-breakpoint
ALTER TABLE "qr_codes" ADD CONSTRAINT "qr_codes_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qr_codes" ADD CONSTRAINT "qr_codes_store_id_access_id_accesses_store_id_id_fk" FOREIGN KEY ("store_id","access_id") REFERENCES "public"."accesses"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qr_codes" ADD CONSTRAINT "qr_codes_store_id_product_id_products_store_id_id_fk" FOREIGN KEY ("store_id","product_id") REFERENCES "public"."products"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qr_scans" ADD CONSTRAINT "qr_scans_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qr_scans" ADD CONSTRAINT "qr_scans_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qr_scans" ADD CONSTRAINT "qr_scans_store_id_code_id_qr_codes_store_id_id_fk" FOREIGN KEY ("store_id","code_id") REFERENCES "public"."qr_codes"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qr_scans" ADD CONSTRAINT "qr_scans_store_id_event_id_shop_events_store_id_id_fk" FOREIGN KEY ("store_id","event_id") REFERENCES "public"."shop_events"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "qr_codes_access" ON "qr_codes" USING btree ("store_id","access_id") WHERE not merged;--> statement-breakpoint
CREATE INDEX "qr_codes_of_product" ON "qr_codes" USING btree ("store_id","product_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "qr_codes_of_access" ON "qr_codes" USING btree ("store_id","access_id");--> statement-breakpoint
CREATE INDEX "qr_scans_by_age" ON "qr_scans" USING btree ("code_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "accesses_of_product" ON "accesses" USING btree ("store_id","product_id","id");--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_qr_scans" CHECK ("products"."qr_scans" > 0);