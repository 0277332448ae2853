CREATE TABLE "steering_parts" (
	"steering_id" text NOT NULL,
	"store_id" text NOT NULL,
	"first" text NOT NULL,
	"run_ids" text[] NOT NULL,
	"due_ats" timestamp with time zone[] NOT NULL,
	"wake_ats" timestamp with time zone[] NOT NULL,
	"moved_to" timestamp with time zone[] NOT NULL,
	"undone_at" timestamp with time zone,
	"restored" integer,
	CONSTRAINT "steering_parts_steering_id_first_pk" PRIMARY KEY("steering_id","first"),
	CONSTRAINT "steering_parts_length" CHECK (cardinality("steering_parts"."run_ids") = all (array[cardinality("steering_parts"."due_ats"), cardinality("steering_parts"."wake_ats"), cardinality("steering_parts"."moved_to")])),
	CONSTRAINT "steering_parts_undone" CHECK (("steering_parts"."undone_at" is null) = ("steering_parts"."restored" is null))
);
--> statement-breakpoint
ALTER TABLE "steering_parts" ADD CONSTRAINT "steering_parts_store_id_steering_id_steerings_store_id_id_fk" FOREIGN KEY ("store_id","steering_id") REFERENCES "public"."steerings"("store_id","id") ON DELETE cascade ON UPDATE no action;