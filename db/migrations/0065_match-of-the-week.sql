CREATE TABLE "week_matches" (
	"week" date NOT NULL,
	"member_id" uuid NOT NULL,
	"mentor_id" uuid,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "week_matches_week_member_id_pk" PRIMARY KEY("week","member_id"),
	CONSTRAINT "week_matches_take_two" CHECK ("week_matches"."member_id" <> "week_matches"."mentor_id")
);
--> statement-breakpoint
ALTER TABLE "week_matches" ADD CONSTRAINT "week_matches_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "week_matches" ADD CONSTRAINT "week_matches_mentor_id_members_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "week_matches_of_members" ON "week_matches" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "week_matches_of_mentors" ON "week_matches" USING btree ("mentor_id","week");