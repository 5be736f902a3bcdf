CREATE TABLE "ways_of_working" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"pace" smallint,
	"words" smallint,
	"plan" smallint,
	"company" smallint,
	"understanding" smallint,
	"meetings" smallint,
	"aim" smallint,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ways_of_working_pace" CHECK ("ways_of_working"."pace" between -2 and 2),
	CONSTRAINT "ways_of_working_words" CHECK ("ways_of_working"."words" between -2 and 2),
	CONSTRAINT "ways_of_working_plan" CHECK ("ways_of_working"."plan" between -2 and 2),
	CONSTRAINT "ways_of_working_company" CHECK ("ways_of_working"."company" between -2 and 2),
	CONSTRAINT "ways_of_working_understanding" CHECK ("ways_of_working"."understanding" between -2 and 2),
	CONSTRAINT "ways_of_working_meetings" CHECK ("ways_of_working"."meetings" between -2 and 2),
	CONSTRAINT "ways_of_working_aim" CHECK ("ways_of_working"."aim" between -2 and 2)
);
--> statement-breakpoint
ALTER TABLE "ways_of_working" ADD CONSTRAINT "ways_of_working_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;