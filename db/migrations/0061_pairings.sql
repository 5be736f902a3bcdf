CREATE TABLE "pairing_bonds" (
	"program_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"mentor_id" uuid NOT NULL,
	"bond" text NOT NULL,
	CONSTRAINT "pairing_bonds_program_id_participant_id_mentor_id_pk" PRIMARY KEY("program_id","participant_id","mentor_id"),
	CONSTRAINT "pairing_bonds_bond" CHECK ("pairing_bonds"."bond" in ('must', 'never')),
	CONSTRAINT "pairing_bonds_take_two" CHECK ("pairing_bonds"."participant_id" <> "pairing_bonds"."mentor_id")
);
--> statement-breakpoint
CREATE TABLE "pairing_choices" (
	"program_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"place" smallint NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pairing_choices_program_id_member_id_other_id_pk" PRIMARY KEY("program_id","member_id","other_id"),
	CONSTRAINT "pairing_choices_place" CHECK ("pairing_choices"."place" between 0 and 5),
	CONSTRAINT "pairing_choices_take_two" CHECK ("pairing_choices"."member_id" <> "pairing_choices"."other_id")
);
--> statement-breakpoint
CREATE TABLE "pairing_people" (
	"pairing_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"part" text NOT NULL,
	"takes_part" boolean NOT NULL,
	"seats" smallint NOT NULL,
	"told" jsonb NOT NULL,
	CONSTRAINT "pairing_people_pairing_id_member_id_part_pk" PRIMARY KEY("pairing_id","member_id","part"),
	CONSTRAINT "pairing_people_part" CHECK ("pairing_people"."part" in ('participant', 'mentor'))
);
--> statement-breakpoint
CREATE TABLE "pairing_places" (
	"pairing_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"mentor_id" uuid,
	"locked" boolean DEFAULT false NOT NULL,
	"by_hand" boolean DEFAULT false NOT NULL,
	"fit" double precision,
	"told" jsonb,
	"left_out" jsonb,
	"outcome" text,
	"why" text DEFAULT '' NOT NULL,
	CONSTRAINT "pairing_places_pairing_id_participant_id_pk" PRIMARY KEY("pairing_id","participant_id"),
	CONSTRAINT "pairing_places_outcome" CHECK ("pairing_places"."outcome" in ('paired', 'asked', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "pairing_rules" (
	"program_id" uuid PRIMARY KEY NOT NULL,
	"rules" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pairings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"rules" jsonb NOT NULL,
	"seed" integer NOT NULL,
	"run" integer DEFAULT 1 NOT NULL,
	"step" integer DEFAULT 0 NOT NULL,
	"looked" integer DEFAULT 0 NOT NULL,
	"people" integer DEFAULT 0 NOT NULL,
	"kept" "bytea",
	"found" jsonb,
	"made_by_id" uuid,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"moved_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "pairings_state" CHECK ("pairings"."state" in ('running', 'ready', 'publishing', 'published', 'dropped'))
);
--> statement-breakpoint
ALTER TABLE "pairing_bonds" ADD CONSTRAINT "pairing_bonds_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_bonds" ADD CONSTRAINT "pairing_bonds_participant_id_members_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_bonds" ADD CONSTRAINT "pairing_bonds_mentor_id_members_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_choices" ADD CONSTRAINT "pairing_choices_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_choices" ADD CONSTRAINT "pairing_choices_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_choices" ADD CONSTRAINT "pairing_choices_other_id_members_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_people" ADD CONSTRAINT "pairing_people_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "public"."pairings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_people" ADD CONSTRAINT "pairing_people_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_places" ADD CONSTRAINT "pairing_places_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "public"."pairings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_places" ADD CONSTRAINT "pairing_places_participant_id_members_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_places" ADD CONSTRAINT "pairing_places_mentor_id_members_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_rules" ADD CONSTRAINT "pairing_rules_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairings" ADD CONSTRAINT "pairings_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairings" ADD CONSTRAINT "pairings_made_by_id_members_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pairing_bonds_of_participants" ON "pairing_bonds" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "pairing_bonds_of_mentors" ON "pairing_bonds" USING btree ("mentor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pairing_bonds_must_once" ON "pairing_bonds" USING btree ("program_id","participant_id") WHERE "pairing_bonds"."bond" = 'must';--> statement-breakpoint
CREATE INDEX "pairing_choices_by_member" ON "pairing_choices" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "pairing_choices_about" ON "pairing_choices" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "pairing_people_by_member" ON "pairing_people" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "pairing_places_of_participants" ON "pairing_places" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "pairing_places_of_mentors" ON "pairing_places" USING btree ("mentor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pairings_one_at_a_time" ON "pairings" USING btree ("program_id") WHERE "pairings"."state" in ('running', 'ready', 'publishing');--> statement-breakpoint
CREATE INDEX "pairings_of_a_program" ON "pairings" USING btree ("program_id","made_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "pairings_under_way" ON "pairings" USING btree ("moved_at") WHERE "pairings"."state" in ('running', 'publishing');