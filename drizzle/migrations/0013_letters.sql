CREATE TABLE "letter_choices" (
	"store_id" text NOT NULL,
	"user_id" text NOT NULL,
	"alerts" boolean NOT NULL,
	"recoveries" boolean NOT NULL,
	"digest" boolean NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "letter_choices_store_id_user_id_pk" PRIMARY KEY("store_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "stores" ADD COLUMN "digest_due_at" timestamp with time zone;--> statement-breakpoint
UPDATE "stores" SET "digest_due_at" = "created_at";--> statement-breakpoint
ALTER TABLE "stores" ALTER COLUMN "digest_due_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "letter_choices" ADD CONSTRAINT "letter_choices_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_choices" ADD CONSTRAINT "letter_choices_store_id_user_id_memberships_store_id_user_id_fk" FOREIGN KEY ("store_id","user_id") REFERENCES "public"."memberships"("store_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stores_digest_due" ON "stores" USING btree ("digest_due_at");