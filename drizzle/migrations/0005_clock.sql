CREATE TABLE "clock" (
	"id" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"offset" bigint NOT NULL,
	CONSTRAINT "clock_one_row" CHECK ("clock"."id")
);
