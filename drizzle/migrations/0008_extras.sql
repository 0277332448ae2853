CREATE TABLE "unmet_automations" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"event_id" text NOT NULL,
	"automation_id" text NOT NULL,
	"version_id" text NOT NULL,
	"occurrence" text NOT NULL,
	"unmet" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "unmet_automations_occurrence" UNIQUE("store_id","event_id","automation_id","occurrence")
);
--> statement-breakpoint
ALTER TABLE "automations" ADD COLUMN "ahead_after" text;--> statement-breakpoint
ALTER TABLE "automation_versions" ADD COLUMN "conditions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "automation_versions" ADD COLUMN "exit_rules" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "automation_versions" ADD COLUMN "sending_window" jsonb;--> statement-breakpoint
ALTER TABLE "unmet_automations" ADD CONSTRAINT "unmet_automations_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unmet_automations" ADD CONSTRAINT "unmet_automations_store_id_event_id_shop_events_store_id_id_fk" FOREIGN KEY ("store_id","event_id") REFERENCES "public"."shop_events"("store_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unmet_automations" ADD CONSTRAINT "unmet_automations_store_id_automation_id_version_id_automation_versions_store_id_automation_id_id_fk" FOREIGN KEY ("store_id","automation_id","version_id") REFERENCES "public"."automation_versions"("store_id","automation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "automations_to_plan_ahead" ON "automations" USING btree ("id") WHERE ahead_after is not null;
--> statement-breakpoint
UPDATE "automation_versions" SET "exit_rules" = '[{"when":"access_regained"}]' WHERE "trigger" IN ('subscription_ended', 'access_expired');--> statement-breakpoint
UPDATE "runs" SET "snapshot" = "snapshot" || jsonb_build_object('sendingWindow', null, 'exitRules', CASE WHEN "snapshot" ->> 'trigger' IN ('subscription_ended', 'access_expired') THEN '[{"when":"access_regained"}]'::jsonb ELSE '[]'::jsonb END);
