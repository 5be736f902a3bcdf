CREATE TABLE "learning_nights" (
	"night" date NOT NULL,
	"head" text NOT NULL,
	"learned" jsonb NOT NULL,
	"effects" jsonb,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "learning_nights_night_head_pk" PRIMARY KEY("night","head"),
	CONSTRAINT "learning_nights_head" CHECK ("learning_nights"."head" in ('asks', 'accepts', 'succeeds'))
);
--> statement-breakpoint
CREATE TABLE "member_leanings" (
	"version" integer NOT NULL,
	"member_id" uuid NOT NULL,
	"head" text NOT NULL,
	"side" text NOT NULL,
	"effect" real NOT NULL,
	"spread" real NOT NULL,
	CONSTRAINT "member_leanings_version_member_id_head_side_pk" PRIMARY KEY("version","member_id","head","side"),
	CONSTRAINT "member_leanings_head" CHECK ("member_leanings"."head" in ('asks', 'accepts', 'succeeds')),
	CONSTRAINT "member_leanings_side" CHECK ("member_leanings"."side" in ('asker', 'asked'))
);
--> statement-breakpoint
CREATE TABLE "shown_mentors" (
	"slate" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"position" smallint,
	"propensity" double precision,
	"known" real[] NOT NULL,
	"shape" integer NOT NULL,
	"version" integer,
	"prices" integer,
	"made_at" timestamp (3) with time zone NOT NULL,
	"shown_at" timestamp (3) with time zone,
	CONSTRAINT "shown_mentors_slate_other_id_pk" PRIMARY KEY("slate","other_id"),
	CONSTRAINT "shown_mentors_take_two" CHECK ("shown_mentors"."member_id" <> "shown_mentors"."other_id"),
	CONSTRAINT "shown_mentors_stood_somewhere" CHECK (("shown_mentors"."position" is null) = ("shown_mentors"."shown_at" is null)),
	CONSTRAINT "shown_mentors_propensity" CHECK ("shown_mentors"."propensity" > 0 and "shown_mentors"."propensity" <= 1),
	CONSTRAINT "shown_mentors_knew_it_before" CHECK ("shown_mentors"."shown_at" >= "shown_mentors"."made_at")
);
--> statement-breakpoint
CREATE TABLE "weight_versions" (
	"number" integer PRIMARY KEY NOT NULL,
	"night" date NOT NULL,
	"heads" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "weight_versions_night_unique" UNIQUE("night")
);
--> statement-breakpoint
CREATE TABLE "weights_in_force" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"version" integer,
	"rules_only" boolean DEFAULT false NOT NULL,
	"last_number" integer DEFAULT 0 NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "weights_in_force_are_one_row" CHECK ("weights_in_force"."only")
);
--> statement-breakpoint
ALTER TABLE "match_runs" ADD COLUMN "slate" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "match_runs" ADD COLUMN "version" integer;--> statement-breakpoint
ALTER TABLE "match_runs" ADD COLUMN "prices" integer;--> statement-breakpoint
ALTER TABLE "match_runs" ADD COLUMN "seen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "recommendations" ADD COLUMN "known" real[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "recommendations" ADD COLUMN "propensity" double precision;--> statement-breakpoint
ALTER TABLE "member_leanings" ADD CONSTRAINT "member_leanings_version_weight_versions_number_fk" FOREIGN KEY ("version") REFERENCES "public"."weight_versions"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_leanings" ADD CONSTRAINT "member_leanings_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shown_mentors" ADD CONSTRAINT "shown_mentors_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shown_mentors" ADD CONSTRAINT "shown_mentors_other_id_members_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weights_in_force" ADD CONSTRAINT "weights_in_force_version_weight_versions_number_fk" FOREIGN KEY ("version") REFERENCES "public"."weight_versions"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "member_leanings_of_a_member" ON "member_leanings" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "shown_mentors_to" ON "shown_mentors" USING btree ("member_id","other_id","shown_at");--> statement-breakpoint
CREATE INDEX "shown_mentors_of_others" ON "shown_mentors" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "shown_mentors_by_age" ON "shown_mentors" USING btree ("made_at");