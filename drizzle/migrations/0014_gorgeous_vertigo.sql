CREATE TABLE "deeds" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"user_id" text,
	"what" text NOT NULL,
	"subject" text,
	"name" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "deeds_what" CHECK ("deeds"."what" in ('store_saved', 'signing_key_set', 'signing_key_removed', 'event_names_saved', 'forwarding_set', 'forwarding_removed', 'retention_set', 'person_invited', 'invitation_withdrawn', 'person_joined', 'person_role_set', 'person_removed', 'product_created', 'product_saved', 'product_deleted', 'integration_saved', 'integration_deleted', 'integration_rotated', 'automation_published', 'automation_on', 'automation_off', 'automation_deleted', 'runs_cancelled', 'runs_moved', 'runs_started', 'customer_exported', 'customer_erased'))
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "invitations_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitations_role" CHECK ("invitations"."role" in ('owner', 'editor', 'viewer'))
);
--> statement-breakpoint
ALTER TABLE "deeds" ADD CONSTRAINT "deeds_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deeds" ADD CONSTRAINT "deeds_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deeds_by_age" ON "deeds" USING btree ("store_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_email" ON "invitations" USING btree ("store_id",lower("email"));