CREATE TABLE "events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"subject" text NOT NULL,
	"actor" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"request_id" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"claimed_until" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"message" text NOT NULL,
	"raised_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"took_note_at" timestamp (3) with time zone,
	CONSTRAINT "alerts_subject_unique" UNIQUE("subject")
);
--> statement-breakpoint
CREATE TABLE "cron_leases" (
	"name" text PRIMARY KEY NOT NULL,
	"slot" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "dead_letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"message_id" text NOT NULL,
	"message" jsonb NOT NULL,
	"attempts" integer NOT NULL,
	"died_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "dead_letters_messageId_unique" UNIQUE("message_id")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"key" text PRIMARY KEY NOT NULL,
	"claimed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "newsletter_subscriptions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" "citext" NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"requests" integer DEFAULT 1 NOT NULL,
	"recent_requests" integer DEFAULT 1 NOT NULL,
	"requested_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"unsubscribed_at" timestamp (3) with time zone,
	CONSTRAINT "newsletter_subscriptions_email_unique" UNIQUE("email"),
	CONSTRAINT "newsletter_status" CHECK ("newsletter_subscriptions"."status" in ('pending', 'confirmed', 'unsubscribed')),
	CONSTRAINT "newsletter_confirmed_has_date" CHECK ("newsletter_subscriptions"."status" <> 'confirmed' or "newsletter_subscriptions"."confirmed_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "member_skills" (
	"member_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"bond" text NOT NULL,
	CONSTRAINT "member_skills_member_id_skill_id_bond_pk" PRIMARY KEY("member_id","skill_id","bond"),
	CONSTRAINT "member_skills_bond" CHECK ("member_skills"."bond" in ('teaches', 'learns'))
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"handle" "citext" NOT NULL,
	"name" text NOT NULL,
	"craft" text NOT NULL,
	"place" text NOT NULL,
	"time_zone" text NOT NULL,
	"languages" text[] NOT NULL,
	"story" text NOT NULL,
	"quote" text,
	"portrait" text,
	"roles" text[] NOT NULL,
	"joined_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_handle_unique" UNIQUE("handle")
);
--> statement-breakpoint
CREATE TABLE "related_skills" (
	"skill_id" uuid NOT NULL,
	"related_id" uuid NOT NULL,
	CONSTRAINT "related_skills_skill_id_related_id_pk" PRIMARY KEY("skill_id","related_id")
);
--> statement-breakpoint
CREATE TABLE "skill_categories" (
	"slug" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "skills" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"category" text NOT NULL,
	"summary" text NOT NULL,
	"description" text NOT NULL,
	"first_step" text NOT NULL,
	"ladder" text[] NOT NULL,
	"synonyms" text[] DEFAULT '{}' NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"sought" text DEFAULT '' NOT NULL,
	"card" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "skills_slug_unique" UNIQUE("slug"),
	CONSTRAINT "skills_ladder_has_five_rungs" CHECK (cardinality("skills"."ladder") = 5)
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"member_id" uuid NOT NULL,
	"skill_id" uuid,
	"title" text NOT NULL,
	"medium" text NOT NULL,
	"story" text NOT NULL,
	"length_of_work" text NOT NULL,
	"picture" text NOT NULL,
	"alt" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"finished_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "projects_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"actor" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"answer" jsonb NOT NULL,
	"used_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY("actor","key")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"host_id" uuid NOT NULL,
	"skill_id" uuid,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"place" text,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"length_minutes" integer NOT NULL,
	"seats" integer NOT NULL,
	CONSTRAINT "sessions_slug_unique" UNIQUE("slug"),
	CONSTRAINT "sessions_last_and_seat_somebody" CHECK ("sessions"."length_minutes" > 0 and "sessions"."seats" > 0)
);
--> statement-breakpoint
ALTER TABLE "member_skills" ADD CONSTRAINT "member_skills_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_skills" ADD CONSTRAINT "member_skills_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related_skills" ADD CONSTRAINT "related_skills_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related_skills" ADD CONSTRAINT "related_skills_related_id_skills_id_fk" FOREIGN KEY ("related_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skills" ADD CONSTRAINT "skills_category_skill_categories_slug_fk" FOREIGN KEY ("category") REFERENCES "public"."skill_categories"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_host_id_members_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_unsent" ON "events" USING btree ("id") WHERE "events"."sent_at" is null;--> statement-breakpoint
CREATE INDEX "events_moments" ON "events" USING btree ("id") WHERE "events"."name" = 'moment.shared';--> statement-breakpoint
CREATE INDEX "dead_letters_open" ON "dead_letters" USING btree ("id") WHERE "dead_letters"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "newsletter_pending_by_age" ON "newsletter_subscriptions" USING btree ("requested_at") WHERE "newsletter_subscriptions"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "member_skills_by_skill" ON "member_skills" USING btree ("skill_id","bond");--> statement-breakpoint
CREATE INDEX "skills_by_name" ON "skills" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "skills_by_category" ON "skills" USING btree ("category","name","id");--> statement-breakpoint
CREATE INDEX "skills_by_tag" ON "skills" USING gin ("tags");--> statement-breakpoint
CREATE INDEX "skills_sought" ON "skills" USING gin ("sought" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "projects_by_finish" ON "projects" USING btree ("finished_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "projects_by_skill" ON "projects" USING btree ("skill_id","finished_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "projects_by_member" ON "projects" USING btree ("member_id","finished_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_age" ON "idempotency_keys" USING btree ("used_at");--> statement-breakpoint
CREATE INDEX "sessions_by_start" ON "sessions" USING btree ("starts_at","id");