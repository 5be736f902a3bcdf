CREATE TABLE "pairing_group_mentors" (
	"program_id" uuid NOT NULL,
	"mentor_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	CONSTRAINT "pairing_group_mentors_in_one" PRIMARY KEY("program_id","mentor_id")
);
--> statement-breakpoint
CREATE TABLE "pairing_groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"name" text NOT NULL,
	"most" smallint NOT NULL,
	CONSTRAINT "pairing_groups_in_their_program" UNIQUE("program_id","id"),
	CONSTRAINT "pairing_groups_take_somebody" CHECK ("pairing_groups"."most" between 1 and 500)
);
--> statement-breakpoint
ALTER TABLE "pairing_group_mentors" ADD CONSTRAINT "pairing_group_mentors_mentor_id_members_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_group_mentors" ADD CONSTRAINT "pairing_group_mentors_of_a_group" FOREIGN KEY ("program_id","group_id") REFERENCES "public"."pairing_groups"("program_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_groups" ADD CONSTRAINT "pairing_groups_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pairing_group_mentors_of_groups" ON "pairing_group_mentors" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "pairing_group_mentors_by_member" ON "pairing_group_mentors" USING btree ("mentor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pairing_groups_called_once" ON "pairing_groups" USING btree ("program_id",lower("name"));