CREATE SCHEMA "engine";
--> statement-breakpoint
CREATE TABLE "engine"."cancels" (
	"run_id" text NOT NULL,
	"event" text NOT NULL,
	"path" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "cancels_run_id_event_path_pk" PRIMARY KEY("run_id","event","path")
);
--> statement-breakpoint
CREATE TABLE "engine"."claims" (
	"function_id" text NOT NULL,
	"key" text NOT NULL,
	"run_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "claims_function_id_key_pk" PRIMARY KEY("function_id","key")
);
--> statement-breakpoint
CREATE TABLE "engine"."gates" (
	"key" text PRIMARY KEY NOT NULL,
	"tat" double precision,
	"wake_at" timestamp with time zone,
	"used_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engine"."jobs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "engine"."jobs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"run_id" text NOT NULL,
	"step_id" text NOT NULL,
	"attempt" smallint DEFAULT 0 NOT NULL,
	"due" timestamp with time zone NOT NULL,
	"slept" text,
	"race" boolean DEFAULT false NOT NULL,
	"outage_since" timestamp with time zone,
	"turn" integer DEFAULT 0 NOT NULL,
	"owner" text,
	"lease_until" timestamp with time zone,
	"parked" text,
	CONSTRAINT "jobs_run_id_step_id_unique" UNIQUE("run_id","step_id"),
	CONSTRAINT "jobs_lease_check" CHECK (("engine"."jobs"."owner" is null) = ("engine"."jobs"."lease_until" is null))
);
--> statement-breakpoint
CREATE TABLE "engine"."registrations" (
	"app" text PRIMARY KEY NOT NULL,
	"functions" text NOT NULL,
	"synced_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engine"."runs" (
	"id" text PRIMARY KEY NOT NULL,
	"function_id" text NOT NULL,
	"event_id" text NOT NULL,
	"event" text NOT NULL,
	"gates" text,
	"planning" boolean DEFAULT false NOT NULL,
	"pending" text[] DEFAULT '{}' NOT NULL,
	"version" smallint DEFAULT -1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"outcome" text,
	"output" text,
	CONSTRAINT "runs_outcome_check" CHECK (("engine"."runs"."outcome" is null) = ("engine"."runs"."ended_at" is null))
);
--> statement-breakpoint
CREATE TABLE "engine"."slots" (
	"key" text NOT NULL,
	"job_id" bigint NOT NULL,
	CONSTRAINT "slots_key_job_id_pk" PRIMARY KEY("key","job_id")
);
--> statement-breakpoint
CREATE TABLE "engine"."steps" (
	"run_id" text NOT NULL,
	"id" text NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "engine"."steps_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"memo" text NOT NULL,
	CONSTRAINT "steps_run_id_id_pk" PRIMARY KEY("run_id","id")
);
--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "ticket" text;--> statement-breakpoint
ALTER TABLE "engine"."cancels" ADD CONSTRAINT "cancels_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "engine"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine"."jobs" ADD CONSTRAINT "jobs_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "engine"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine"."slots" ADD CONSTRAINT "slots_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "engine"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine"."steps" ADD CONSTRAINT "steps_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "engine"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cancels_event_path_value_index" ON "engine"."cancels" USING btree ("event","path","value");--> statement-breakpoint
CREATE INDEX "claims_expires_at_index" ON "engine"."claims" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "gates_wake_at_index" ON "engine"."gates" USING btree ("wake_at") WHERE wake_at is not null;--> statement-breakpoint
CREATE INDEX "gates_used_at_index" ON "engine"."gates" USING btree ("used_at") WHERE wake_at is null;--> statement-breakpoint
CREATE INDEX "jobs_due_index" ON "engine"."jobs" USING btree ("due") WHERE lease_until is null and parked is null;--> statement-breakpoint
CREATE INDEX "jobs_lease_index" ON "engine"."jobs" USING btree ("lease_until") WHERE lease_until is not null;--> statement-breakpoint
CREATE INDEX "jobs_parked_index" ON "engine"."jobs" USING btree ("parked","id") WHERE parked is not null;--> statement-breakpoint
CREATE INDEX "runs_event_id_index" ON "engine"."runs" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "runs_ended_at_index" ON "engine"."runs" USING btree ("ended_at") WHERE ended_at is not null;--> statement-breakpoint
CREATE INDEX "slots_job_id_index" ON "engine"."slots" USING btree ("job_id");