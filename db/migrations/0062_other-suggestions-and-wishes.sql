CREATE TABLE "suggested_things" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"program_id" uuid,
	"session_id" uuid,
	"fit" double precision NOT NULL,
	"told" jsonb NOT NULL,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"answer" text,
	"because" text,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "suggested_things_once" UNIQUE NULLS NOT DISTINCT("member_id","program_id","session_id"),
	CONSTRAINT "suggested_things_are_one_thing" CHECK (num_nonnulls("suggested_things"."program_id", "suggested_things"."session_id") = 1),
	CONSTRAINT "suggested_things_answer" CHECK ("suggested_things"."answer" in ('saved', 'dismissed')),
	CONSTRAINT "suggested_things_are_answered_once" CHECK (("suggested_things"."answer" is null) = ("suggested_things"."answered_at" is null)),
	CONSTRAINT "suggested_things_because" CHECK ("suggested_things"."because" is null or coalesce("suggested_things"."answer", '') = 'dismissed' and "suggested_things"."because" in ('not-what-i-look-for', 'no-time-together', 'we-know-each-other', 'not-with-them', 'other'))
);
--> statement-breakpoint
CREATE TABLE "wishes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"strength" text NOT NULL,
	"language" text,
	"skill_id" uuid,
	"experience" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "wishes_once" UNIQUE NULLS NOT DISTINCT("member_id","language","skill_id","experience"),
	CONSTRAINT "wishes_strength" CHECK ("wishes"."strength" in ('must', 'nice')),
	CONSTRAINT "wishes_ask_for_one_thing" CHECK (num_nonnulls("wishes"."language", "wishes"."skill_id", "wishes"."experience") = 1),
	CONSTRAINT "wishes_experience" CHECK ("wishes"."experience" in ('curious', 'learning', 'practised', 'professional'))
);
--> statement-breakpoint
ALTER TABLE "recommendation_answers" DROP CONSTRAINT "recommendation_answers_kind";--> statement-breakpoint
ALTER TABLE "recommendation_answers" DROP CONSTRAINT "recommendation_answers_because";--> statement-breakpoint
ALTER TABLE "recommendations" DROP CONSTRAINT "recommendations_kind";--> statement-breakpoint
ALTER TABLE "suggested_things" ADD CONSTRAINT "suggested_things_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggested_things" ADD CONSTRAINT "suggested_things_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggested_things" ADD CONSTRAINT "suggested_things_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wishes" ADD CONSTRAINT "wishes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wishes" ADD CONSTRAINT "wishes_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "suggested_things_of_a_program" ON "suggested_things" USING btree ("program_id") WHERE "suggested_things"."program_id" is not null;--> statement-breakpoint
CREATE INDEX "suggested_things_of_a_session" ON "suggested_things" USING btree ("session_id") WHERE "suggested_things"."session_id" is not null;--> statement-breakpoint
ALTER TABLE "recommendation_answers" ADD CONSTRAINT "recommendation_answers_kind" CHECK ("recommendation_answers"."kind" in ('mentor', 'peer', 'mentee'));--> statement-breakpoint
ALTER TABLE "recommendation_answers" ADD CONSTRAINT "recommendation_answers_because" CHECK ("recommendation_answers"."because" is null or "recommendation_answers"."answer" = 'dismissed' and "recommendation_answers"."because" in ('not-what-i-look-for', 'no-time-together', 'we-know-each-other', 'not-with-them', 'other'));--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_kind" CHECK ("recommendations"."kind" in ('mentor', 'peer', 'mentee'));