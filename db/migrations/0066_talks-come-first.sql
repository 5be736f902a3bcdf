CREATE TABLE "pairing_talks" (
	"program_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"mentor_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"free_at" timestamp (3) with time zone,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pairing_talks_program_id_participant_id_mentor_id_pk" PRIMARY KEY("program_id","participant_id","mentor_id"),
	CONSTRAINT "pairing_talks_take_two" CHECK ("pairing_talks"."participant_id" <> "pairing_talks"."mentor_id")
);
--> statement-breakpoint
ALTER TABLE "pairing_rules" ADD COLUMN "reminded_for" date;--> statement-breakpoint
ALTER TABLE "pairing_talks" ADD CONSTRAINT "pairing_talks_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_talks" ADD CONSTRAINT "pairing_talks_participant_id_members_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_talks" ADD CONSTRAINT "pairing_talks_mentor_id_members_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pairing_talks_of_participants" ON "pairing_talks" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "pairing_talks_of_mentors" ON "pairing_talks" USING btree ("mentor_id");