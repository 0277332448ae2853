CREATE TABLE "automations" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"product_id" text NOT NULL,
	"name" text NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "automations_storeId_id_unique" UNIQUE("store_id","id")
);
--> statement-breakpoint
CREATE TABLE "integrations" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"tool" text NOT NULL,
	"name" text NOT NULL,
	"sealed_credentials" text,
	"account" text,
	"connection" text DEFAULT 'unchecked' NOT NULL,
	"fault" text,
	"words" text,
	"checked_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "integrations_storeId_id_unique" UNIQUE("store_id","id"),
	CONSTRAINT "integrations_connection" CHECK ("integrations"."connection" in ('unchecked', 'connected', 'broken', 'paused'))
);
--> statement-breakpoint
CREATE TABLE "automation_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"automation_id" text NOT NULL,
	"number" integer NOT NULL,
	"trigger" text NOT NULL,
	"moment" jsonb,
	"late" text DEFAULT 'skip' NOT NULL,
	"tool" text NOT NULL,
	"integration_id" text,
	"action" text NOT NULL,
	"input" jsonb NOT NULL,
	"labels" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text,
	CONSTRAINT "automation_versions_storeId_automationId_id_unique" UNIQUE("store_id","automation_id","id"),
	CONSTRAINT "automation_versions_number" UNIQUE("store_id","automation_id","number"),
	CONSTRAINT "automation_versions_trigger" CHECK ("automation_versions"."trigger" in ('purchase', 'plan_changed', 'subscription_ended', 'access_expiring', 'access_expired', 'cart_recovery', 'qr_scanned')),
	CONSTRAINT "automation_versions_late" CHECK ("automation_versions"."late" in ('skip', 'run_now'))
);
--> statement-breakpoint
CREATE TABLE "access_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"access_id" text NOT NULL,
	"event_id" text,
	"what" text NOT NULL,
	"ends_at" timestamp with time zone,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accesses" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"product_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"source" text NOT NULL,
	"plan" text,
	"started_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "accesses_storeId_id_unique" UNIQUE("store_id","id"),
	CONSTRAINT "accesses_source" UNIQUE("store_id","product_id","customer_id","source")
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"email" text NOT NULL,
	"name" text,
	"first_name" text,
	"last_name" text,
	"easycart_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "customers_storeId_id_unique" UNIQUE("store_id","id"),
	CONSTRAINT "customers_email" UNIQUE("store_id","email")
);
--> statement-breakpoint
CREATE TABLE "shop_events" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"raw" text NOT NULL,
	"product_id" text,
	"customer_id" text,
	"signature" text NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"repeats" integer DEFAULT 0 NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"planned_at" timestamp with time zone,
	"trouble" text,
	CONSTRAINT "shop_events_storeId_id_unique" UNIQUE("store_id","id"),
	CONSTRAINT "shop_events_key" UNIQUE("store_id","key"),
	CONSTRAINT "shop_events_signature" CHECK ("shop_events"."signature" in ('raw', 'compact', 'unsigned'))
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"integration_id" text NOT NULL,
	"cause" text NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"mailed_at" timestamp with time zone,
	"healed_at" timestamp with time zone,
	"heal_mailed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "tool_paces" (
	"account" text PRIMARY KEY NOT NULL,
	"tat" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tool_wishes" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"user_id" text,
	"tool" text NOT NULL,
	"purpose" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"product_id" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"access_days" integer,
	"qr_codes" boolean DEFAULT false NOT NULL,
	"easycart_id" text,
	"endpoint" text NOT NULL,
	"origin" text DEFAULT 'manual' NOT NULL,
	"saved_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "products_endpoint_unique" UNIQUE("endpoint"),
	CONSTRAINT "products_storeId_id_unique" UNIQUE("store_id","id"),
	CONSTRAINT "products_kind" CHECK ("products"."kind" in ('one_off', 'free', 'subscription')),
	CONSTRAINT "products_origin" CHECK ("products"."origin" in ('manual', 'discovered')),
	CONSTRAINT "products_access_days" CHECK ("products"."access_days" > 0)
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"run_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"outcome" text,
	"words" text,
	"exchanges" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "attempts_number" UNIQUE("run_id","number")
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"automation_id" text NOT NULL,
	"version_id" text NOT NULL,
	"product_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"event_id" text NOT NULL,
	"access_id" text,
	"integration_id" text,
	"occurrence" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"status" text NOT NULL,
	"fault" text,
	"reason" text,
	"words" text,
	"is_sample" boolean DEFAULT false NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"wake_at" timestamp with time zone,
	"claimed_until" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "runs_storeId_id_unique" UNIQUE("store_id","id"),
	CONSTRAINT "runs_occurrence" UNIQUE("store_id","automation_id","occurrence"),
	CONSTRAINT "runs_status" CHECK ("runs"."status" in ('waiting', 'running', 'done', 'already', 'accepted', 'refused', 'failed', 'unknown', 'skipped', 'cancelled')),
	CONSTRAINT "runs_finished" CHECK (("runs"."status" in ('waiting', 'running')) = ("runs"."finished_at" is null)),
	CONSTRAINT "runs_claimed" CHECK (("runs"."status" = 'running') = ("runs"."claimed_until" is not null))
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"store_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "memberships_store_id_user_id_pk" PRIMARY KEY("store_id","user_id"),
	CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('owner', 'editor', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stores" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"time_zone" text DEFAULT 'Europe/Warsaw' NOT NULL,
	"locale" text DEFAULT 'pl' NOT NULL,
	"endpoint" text NOT NULL,
	"sealed_signing_key" text,
	"cart_recovery_event" text DEFAULT 'cart_recovery_started' NOT NULL,
	"qr_scanned_event" text DEFAULT 'qr_code_scanned' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stores_endpoint_unique" UNIQUE("endpoint"),
	CONSTRAINT "stores_locale" CHECK ("stores"."locale" in ('pl', 'en'))
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"locale" text DEFAULT 'pl' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "users_locale" CHECK ("users"."locale" in ('pl', 'en'))
);
--> statement-breakpoint
ALTER TABLE "automations" ADD CONSTRAINT "automations_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "automations" ADD CONSTRAINT "automations_store_id_product_id_products_store_id_id_fk" FOREIGN KEY ("store_id","product_id") REFERENCES "public"."products"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integrations" ADD CONSTRAINT "integrations_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "automation_versions" ADD CONSTRAINT "automation_versions_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "automation_versions" ADD CONSTRAINT "automation_versions_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "automation_versions" ADD CONSTRAINT "automation_versions_store_id_automation_id_automations_store_id_id_fk" FOREIGN KEY ("store_id","automation_id") REFERENCES "public"."automations"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "automation_versions" ADD CONSTRAINT "automation_versions_store_id_integration_id_integrations_store_id_id_fk" FOREIGN KEY ("store_id","integration_id") REFERENCES "public"."integrations"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_changes" ADD CONSTRAINT "access_changes_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_changes" ADD CONSTRAINT "access_changes_store_id_access_id_accesses_store_id_id_fk" FOREIGN KEY ("store_id","access_id") REFERENCES "public"."accesses"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_changes" ADD CONSTRAINT "access_changes_store_id_event_id_shop_events_store_id_id_fk" FOREIGN KEY ("store_id","event_id") REFERENCES "public"."shop_events"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accesses" ADD CONSTRAINT "accesses_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accesses" ADD CONSTRAINT "accesses_store_id_product_id_products_store_id_id_fk" FOREIGN KEY ("store_id","product_id") REFERENCES "public"."products"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accesses" ADD CONSTRAINT "accesses_store_id_customer_id_customers_store_id_id_fk" FOREIGN KEY ("store_id","customer_id") REFERENCES "public"."customers"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shop_events" ADD CONSTRAINT "shop_events_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shop_events" ADD CONSTRAINT "shop_events_store_id_product_id_products_store_id_id_fk" FOREIGN KEY ("store_id","product_id") REFERENCES "public"."products"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shop_events" ADD CONSTRAINT "shop_events_store_id_customer_id_customers_store_id_id_fk" FOREIGN KEY ("store_id","customer_id") REFERENCES "public"."customers"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_store_id_integration_id_integrations_store_id_id_fk" FOREIGN KEY ("store_id","integration_id") REFERENCES "public"."integrations"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tool_wishes" ADD CONSTRAINT "tool_wishes_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tool_wishes" ADD CONSTRAINT "tool_wishes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_store_id_product_id_products_store_id_id_fk" FOREIGN KEY ("store_id","product_id") REFERENCES "public"."products"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_store_id_run_id_runs_store_id_id_fk" FOREIGN KEY ("store_id","run_id") REFERENCES "public"."runs"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_store_id_automation_id_version_id_automation_versions_store_id_automation_id_id_fk" FOREIGN KEY ("store_id","automation_id","version_id") REFERENCES "public"."automation_versions"("store_id","automation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_store_id_automation_id_automations_store_id_id_fk" FOREIGN KEY ("store_id","automation_id") REFERENCES "public"."automations"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_store_id_product_id_products_store_id_id_fk" FOREIGN KEY ("store_id","product_id") REFERENCES "public"."products"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_store_id_customer_id_customers_store_id_id_fk" FOREIGN KEY ("store_id","customer_id") REFERENCES "public"."customers"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_store_id_event_id_shop_events_store_id_id_fk" FOREIGN KEY ("store_id","event_id") REFERENCES "public"."shop_events"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_store_id_access_id_accesses_store_id_id_fk" FOREIGN KEY ("store_id","access_id") REFERENCES "public"."accesses"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_store_id_integration_id_integrations_store_id_id_fk" FOREIGN KEY ("store_id","integration_id") REFERENCES "public"."integrations"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "automations_store_id_product_id_index" ON "automations" USING btree ("store_id","product_id") WHERE deleted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "integrations_name" ON "integrations" USING btree ("store_id",lower("name")) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "access_changes_store_id_access_id_at_index" ON "access_changes" USING btree ("store_id","access_id","at");--> statement-breakpoint
CREATE INDEX "accesses_open_end" ON "accesses" USING btree ("ends_at") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "accesses_store_id_customer_id_index" ON "accesses" USING btree ("store_id","customer_id");--> statement-breakpoint
CREATE INDEX "customers_store_id_easycart_id_index" ON "customers" USING btree ("store_id","easycart_id");--> statement-breakpoint
CREATE INDEX "shop_events_store_id_received_at_id_index" ON "shop_events" USING btree ("store_id","received_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "shop_events_store_id_customer_id_received_at_index" ON "shop_events" USING btree ("store_id","customer_id","received_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "shop_events_unplanned" ON "shop_events" USING btree ("received_at") WHERE planned_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_open" ON "alerts" USING btree ("integration_id","cause") WHERE healed_at is null;--> statement-breakpoint
CREATE INDEX "alerts_store_id_raised_at_index" ON "alerts" USING btree ("store_id","raised_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "tool_wishes_store_id_created_at_index" ON "tool_wishes" USING btree ("store_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "plans_name" ON "plans" USING btree ("store_id","product_id",lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "products_easycart_id" ON "products" USING btree ("store_id","easycart_id");--> statement-breakpoint
CREATE INDEX "products_store_id_created_at_index" ON "products" USING btree ("store_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "runs_by_due" ON "runs" USING btree ("store_id","due_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "runs_by_status" ON "runs" USING btree ("store_id","status","due_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "runs_by_automation" ON "runs" USING btree ("store_id","automation_id","due_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "runs_by_product" ON "runs" USING btree ("store_id","product_id","due_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "runs_by_customer" ON "runs" USING btree ("store_id","customer_id","due_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "runs_of_access" ON "runs" USING btree ("access_id") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "runs_of_event" ON "runs" USING btree ("store_id","event_id");--> statement-breakpoint
CREATE INDEX "runs_of_integration" ON "runs" USING btree ("integration_id") WHERE status in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "runs_to_wake" ON "runs" USING btree ("wake_at") WHERE wake_at is not null;--> statement-breakpoint
CREATE INDEX "memberships_user_id_index" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_failures_key_at_index" ON "sign_in_failures" USING btree ("key","at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree (lower("email"));