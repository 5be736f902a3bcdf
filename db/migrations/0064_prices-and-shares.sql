CREATE TABLE "mentor_prices" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"price" double precision DEFAULT 0 NOT NULL,
	"expected" double precision DEFAULT 0 NOT NULL,
	"share" integer,
	CONSTRAINT "mentor_prices_price" CHECK ("mentor_prices"."price" >= 0),
	CONSTRAINT "mentor_prices_share" CHECK ("mentor_prices"."share" >= 0)
);
--> statement-breakpoint
CREATE TABLE "price_nights" (
	"night" date PRIMARY KEY NOT NULL,
	"round" integer DEFAULT 0 NOT NULL,
	"after" uuid,
	"mean" double precision NOT NULL,
	"spread" double precision NOT NULL,
	"lists" integer NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "match_runs" ADD COLUMN "among" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "match_runs" ADD COLUMN "fits" real[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "mentor_prices" ADD CONSTRAINT "mentor_prices_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_runs" ADD CONSTRAINT "match_runs_fits" CHECK (cardinality("match_runs"."among") = cardinality("match_runs"."fits"));