CREATE TABLE "backfills" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"automation_id" text NOT NULL,
	"version_id" text NOT NULL,
	"user_id" text,
	"since" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"chosen" text[],
	"expected" integer NOT NULL,
	"per_minute" integer NOT NULL,
	"status" text DEFAULT 'running' NOT NULL,
	"reason" text,
	"after_at" timestamp with time zone,
	"after_id" text,
	"slot" timestamp with time zone NOT NULL,
	"planned" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "backfills_storeId_id_unique" UNIQUE("store_id","id"),
	CONSTRAINT "backfills_status" CHECK ("backfills"."status" in ('running', 'paused', 'stopped', 'done')),
	CONSTRAINT "backfills_next" CHECK (("backfills"."status" = 'running') = ("backfills"."next_at" is not null)),
	CONSTRAINT "backfills_finished" CHECK (("backfills"."status" in ('stopped', 'done')) = ("backfills"."finished_at" is not null)),
	CONSTRAINT "backfills_cursor" CHECK (("backfills"."after_at" is null) = ("backfills"."after_id" is null)),
	CONSTRAINT "backfills_planned" CHECK ("backfills"."planned" between 0 and 10000),
	CONSTRAINT "backfills_pace" CHECK ("backfills"."per_minute" > 0),
	CONSTRAINT "backfills_window" CHECK ("backfills"."since" < "backfills"."until")
);
--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "backfill_id" text;--> statement-breakpoint
ALTER TABLE "backfills" ADD CONSTRAINT "backfills_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "backfills" ADD CONSTRAINT "backfills_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "backfills" ADD CONSTRAINT "backfills_store_id_automation_id_version_id_automation_versions_store_id_automation_id_id_fk" FOREIGN KEY ("store_id","automation_id","version_id") REFERENCES "public"."automation_versions"("store_id","automation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "backfills_open" ON "backfills" USING btree ("store_id","automation_id") WHERE status in ('running', 'paused');--> statement-breakpoint
CREATE INDEX "backfills_of_automation" ON "backfills" USING btree ("store_id","automation_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "backfills_due" ON "backfills" USING btree ("next_at") WHERE next_at is not null;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_store_id_backfill_id_backfills_store_id_id_fk" FOREIGN KEY ("store_id","backfill_id") REFERENCES "public"."backfills"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "runs_of_backfill" ON "runs" USING btree ("backfill_id","status") WHERE backfill_id is not null;