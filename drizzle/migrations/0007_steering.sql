CREATE TABLE "steered_runs" (
	"steering_id" text NOT NULL,
	"store_id" text NOT NULL,
	"run_id" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"wake_at" timestamp with time zone NOT NULL,
	"moved_to" timestamp with time zone,
	CONSTRAINT "steered_runs_steering_id_run_id_pk" PRIMARY KEY("steering_id","run_id")
);
--> statement-breakpoint
CREATE TABLE "steerings" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"user_id" text,
	"kind" text NOT NULL,
	"count" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	"restored" integer,
	CONSTRAINT "steerings_storeId_id_unique" UNIQUE("store_id","id"),
	CONSTRAINT "steerings_kind" CHECK ("steerings"."kind" in ('cancel', 'move', 'start')),
	CONSTRAINT "steerings_undone" CHECK (("steerings"."undone_at" is null) = ("steerings"."restored" is null)),
	CONSTRAINT "steerings_restored" CHECK ("steerings"."restored" between 0 and "steerings"."count")
);
--> statement-breakpoint
ALTER TABLE "steered_runs" ADD CONSTRAINT "steered_runs_store_id_steering_id_steerings_store_id_id_fk" FOREIGN KEY ("store_id","steering_id") REFERENCES "public"."steerings"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "steered_runs" ADD CONSTRAINT "steered_runs_store_id_run_id_runs_store_id_id_fk" FOREIGN KEY ("store_id","run_id") REFERENCES "public"."runs"("store_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "steerings" ADD CONSTRAINT "steerings_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "steerings" ADD CONSTRAINT "steerings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "steered_runs_run_id_index" ON "steered_runs" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "steerings_store_id_at_index" ON "steerings" USING btree ("store_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "runs_waiting_by_automation" ON "runs" USING btree ("store_id","automation_id","due_at","id") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "runs_waiting_by_product" ON "runs" USING btree ("store_id","product_id","due_at","id") WHERE status = 'waiting';