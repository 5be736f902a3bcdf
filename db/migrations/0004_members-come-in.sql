CREATE TABLE "accounts" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"email" "citext" NOT NULL,
	"password_hash" text,
	"password_set_at" timestamp (3) with time zone,
	"age_band" text NOT NULL,
	"terms_version" text NOT NULL,
	"terms_accepted_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_email_unique" UNIQUE("email"),
	CONSTRAINT "accounts_age_band" CHECK ("accounts"."age_band" in ('adult', '16-17', '13-15', 'under-13'))
);
--> statement-breakpoint
CREATE TABLE "authenticators" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"sealed_secret" text NOT NULL,
	"last_step" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "clearances" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"what" text NOT NULL,
	"seen_by" uuid,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "data_exports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"file" text,
	"bytes" bigint,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ready_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone,
	CONSTRAINT "data_exports_status" CHECK ("data_exports"."status" in ('waiting', 'gathering', 'ready', 'failed', 'gone'))
);
--> statement-breakpoint
CREATE TABLE "departures" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"leaves_at" timestamp (3) with time zone NOT NULL,
	"reason" text,
	"gone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "guardian_consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"guardian_email" "citext" NOT NULL,
	"guardian_name" text,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decision" text,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "guardian_consents_decided_on_a_day" CHECK (("guardian_consents"."decision" is null) = ("guardian_consents"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"member_id" uuid NOT NULL,
	"email" "citext",
	"linked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "identities_issuer_subject_pk" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "mentor_applications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"motivation" text NOT NULL,
	"references" text NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"applied_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"reason" text,
	CONSTRAINT "mentor_applications_status" CHECK ("mentor_applications"."status" in ('waiting', 'approved', 'declined', 'withdrawn')),
	CONSTRAINT "mentor_applications_decided_on_a_day" CHECK ("mentor_applications"."status" not in ('approved', 'declined') or "mentor_applications"."decided_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "one_time_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"subject" uuid NOT NULL,
	"email" "citext",
	"hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "one_time_links_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"credential_id" text PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"name" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "personal_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "personal_tokens_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "provider_visits" (
	"state_hash" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"nonce" text NOT NULL,
	"verifier" text NOT NULL,
	"browser_hash" text NOT NULL,
	"next" text NOT NULL,
	"member_id" uuid,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"member_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "recovery_codes_member_id_hash_pk" PRIMARY KEY("member_id","hash")
);
--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"hash" text PRIMARY KEY NOT NULL,
	"sign_in_id" uuid NOT NULL,
	"generation" integer NOT NULL,
	"born_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "refresh_tokens_one_a_generation" UNIQUE("sign_in_id","generation")
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"way" text NOT NULL,
	"device" text NOT NULL,
	"country" text,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"proved_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_because" text,
	CONSTRAINT "sign_ins_end_for_a_reason" CHECK (("sign_ins"."ended_at" is null) = ("sign_ins"."ended_because" is null))
);
--> statement-breakpoint
CREATE TABLE "sign_ups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" "citext" NOT NULL,
	"name" text NOT NULL,
	"handle" "citext" NOT NULL,
	"password_hash" text NOT NULL,
	"age_band" text NOT NULL,
	"guardian_email" "citext",
	"terms_version" text NOT NULL,
	"time_zone" text NOT NULL,
	"requested_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"completed_at" timestamp (3) with time zone,
	CONSTRAINT "sign_ups_age_band" CHECK ("sign_ups"."age_band" in ('adult', '16-17', '13-15', 'under-13')),
	CONSTRAINT "sign_ups_minors_name_a_guardian" CHECK ("sign_ups"."age_band" = 'adult' or "sign_ups"."guardian_email" is not null)
);
--> statement-breakpoint
CREATE TABLE "suspensions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"by" uuid,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	"lifted_by" uuid
);
--> statement-breakpoint
CREATE TABLE "tries" (
	"what" text NOT NULL,
	"who" text NOT NULL,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "tries_what_who_pk" PRIMARY KEY("what","who")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"notice_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"rhythm" text NOT NULL,
	"due_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "deliveries_once" UNIQUE("notice_id","channel")
);
--> statement-breakpoint
CREATE TABLE "notice_choices" (
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	"rhythm" text NOT NULL,
	CONSTRAINT "notice_choices_member_id_kind_channel_pk" PRIMARY KEY("member_id","kind","channel"),
	CONSTRAINT "notice_choices_channel" CHECK ("notice_choices"."channel" in ('mail', 'push')),
	CONSTRAINT "notice_choices_rhythm" CHECK ("notice_choices"."rhythm" in ('at-once', 'daily', 'weekly', 'never'))
);
--> statement-breakpoint
CREATE TABLE "notice_hours" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"quiet_from" text,
	"quiet_until" text,
	"digest_hour" integer DEFAULT 8 NOT NULL,
	"digest_day" integer DEFAULT 1 NOT NULL,
	"daily_sent_for" timestamp (3) with time zone,
	"weekly_sent_for" timestamp (3) with time zone,
	CONSTRAINT "notice_hours_are_on_the_clock" CHECK ("notice_hours"."digest_hour" between 0 and 23 and "notice_hours"."digest_day" between 1 and 7),
	CONSTRAINT "notice_hours_begin_and_end" CHECK (("notice_hours"."quiet_from" is null) = ("notice_hours"."quiet_until" is null))
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"fact_id" bigint NOT NULL,
	"about" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "notices_once" UNIQUE("member_id","kind","fact_id")
);
--> statement-breakpoint
CREATE TABLE "push_subscriptions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"endpoint" text NOT NULL,
	"public_key" text NOT NULL,
	"secret" text NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"gone_at" timestamp (3) with time zone,
	CONSTRAINT "push_subscriptions_endpoint_unique" UNIQUE("endpoint")
);
--> statement-breakpoint
CREATE TABLE "availability" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"weekly" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"exceptions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"mentees_at_most" integer DEFAULT 0 NOT NULL,
	"sessions_a_week_at_most" integer DEFAULT 0 NOT NULL,
	"paused_until" date,
	"week" bit(336) NOT NULL,
	"week_holds_until" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "availability_is_within_reason" CHECK ("availability"."mentees_at_most" between 0 and 50 and "availability"."sessions_a_week_at_most" between 0 and 40)
);
--> statement-breakpoint
CREATE TABLE "endorsements" (
	"member_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"endorser_id" uuid NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "endorsements_member_id_skill_id_endorser_id_pk" PRIMARY KEY("member_id","skill_id","endorser_id")
);
--> statement-breakpoint
CREATE TABLE "profile_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"by" text DEFAULT '' NOT NULL,
	"url" text,
	"since" date,
	"until" date,
	"text" text DEFAULT '' NOT NULL,
	"place" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "profile_entries_kind" CHECK ("profile_entries"."kind" in ('work', 'certification', 'achievement', 'link')),
	CONSTRAINT "profile_entries_links_lead_somewhere" CHECK ("profile_entries"."kind" <> 'link' or "profile_entries"."url" is not null),
	CONSTRAINT "profile_entries_end_after_they_begin" CHECK ("profile_entries"."until" is null or "profile_entries"."since" is null or "profile_entries"."until" >= "profile_entries"."since")
);
--> statement-breakpoint
CREATE TABLE "skill_evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"title" text NOT NULL,
	"url" text NOT NULL,
	"added_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "skill_words" (
	"member_id" uuid NOT NULL,
	"bond" text NOT NULL,
	"word" "citext" NOT NULL,
	CONSTRAINT "skill_words_member_id_bond_word_pk" PRIMARY KEY("member_id","bond","word"),
	CONSTRAINT "skill_words_bond" CHECK ("skill_words"."bond" in ('teaches', 'learns'))
);
--> statement-breakpoint
CREATE TABLE "worked_together" (
	"member_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"on" text NOT NULL,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "worked_together_member_id_other_id_pk" PRIMARY KEY("member_id","other_id"),
	CONSTRAINT "worked_together_takes_two" CHECK ("worked_together"."member_id" <> "worked_together"."other_id")
);
--> statement-breakpoint
CREATE TABLE "house_texts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"version" text NOT NULL,
	"text" text NOT NULL,
	"published_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"published_by" uuid,
	CONSTRAINT "house_texts_one_a_version" UNIQUE("kind","version"),
	CONSTRAINT "house_texts_kind" CHECK ("house_texts"."kind" in ('terms', 'privacy'))
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"name" text NOT NULL,
	"tagline" text NOT NULL,
	"logo" text,
	"accent" text NOT NULL,
	"languages" text[] NOT NULL,
	"currency" text NOT NULL,
	"off" text[] DEFAULT '{}' NOT NULL,
	"packs" text[] NOT NULL,
	"mail_sender" text,
	"second_step_for" text[] DEFAULT '{}' NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "settings_are_one_row" CHECK ("settings"."only")
);
--> statement-breakpoint
ALTER TABLE "members" ALTER COLUMN "craft" SET DEFAULT '';--> statement-breakpoint
ALTER TABLE "members" ALTER COLUMN "place" SET DEFAULT '';--> statement-breakpoint
ALTER TABLE "members" ALTER COLUMN "time_zone" SET DEFAULT 'UTC';--> statement-breakpoint
ALTER TABLE "members" ALTER COLUMN "languages" SET DEFAULT '{}';--> statement-breakpoint
ALTER TABLE "members" ALTER COLUMN "story" SET DEFAULT '';--> statement-breakpoint
ALTER TABLE "members" ALTER COLUMN "roles" SET DEFAULT '{"participant"}';--> statement-breakpoint
ALTER TABLE "member_skills" ADD COLUMN "level" integer;--> statement-breakpoint
ALTER TABLE "member_skills" ADD COLUMN "assessed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "standing" text DEFAULT 'active' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "experience" text;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "interests" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "learning_goals" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "offers" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "visibility" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "arrival" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "sought" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authenticators" ADD CONSTRAINT "authenticators_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearances" ADD CONSTRAINT "clearances_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearances" ADD CONSTRAINT "clearances_seen_by_members_id_fk" FOREIGN KEY ("seen_by") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_exports" ADD CONSTRAINT "data_exports_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departures" ADD CONSTRAINT "departures_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardian_consents" ADD CONSTRAINT "guardian_consents_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentor_applications" ADD CONSTRAINT "mentor_applications_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentor_applications" ADD CONSTRAINT "mentor_applications_decided_by_members_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_tokens" ADD CONSTRAINT "personal_tokens_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_visits" ADD CONSTRAINT "provider_visits_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_sign_in_id_sign_ins_id_fk" FOREIGN KEY ("sign_in_id") REFERENCES "public"."sign_ins"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspensions" ADD CONSTRAINT "suspensions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspensions" ADD CONSTRAINT "suspensions_by_members_id_fk" FOREIGN KEY ("by") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspensions" ADD CONSTRAINT "suspensions_lifted_by_members_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_choices" ADD CONSTRAINT "notice_choices_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_hours" ADD CONSTRAINT "notice_hours_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_subscriptions" ADD CONSTRAINT "push_subscriptions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "availability" ADD CONSTRAINT "availability_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endorsements" ADD CONSTRAINT "endorsements_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endorsements" ADD CONSTRAINT "endorsements_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endorsements" ADD CONSTRAINT "endorsements_endorser_id_members_id_fk" FOREIGN KEY ("endorser_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endorsements" ADD CONSTRAINT "endorsements_come_from_work_together" FOREIGN KEY ("member_id","endorser_id") REFERENCES "public"."worked_together"("member_id","other_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_entries" ADD CONSTRAINT "profile_entries_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_evidence" ADD CONSTRAINT "skill_evidence_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_evidence" ADD CONSTRAINT "skill_evidence_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_words" ADD CONSTRAINT "skill_words_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "worked_together" ADD CONSTRAINT "worked_together_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "worked_together" ADD CONSTRAINT "worked_together_other_id_members_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "house_texts" ADD CONSTRAINT "house_texts_published_by_members_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clearances_by_member" ON "clearances" USING btree ("member_id","expires_at");--> statement-breakpoint
CREATE INDEX "data_exports_by_member" ON "data_exports" USING btree ("member_id","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "data_exports_one_at_a_time" ON "data_exports" USING btree ("member_id") WHERE "data_exports"."status" in ('waiting', 'gathering');--> statement-breakpoint
CREATE INDEX "departures_due" ON "departures" USING btree ("leaves_at") WHERE "departures"."gone_at" is null;--> statement-breakpoint
CREATE INDEX "guardian_consents_by_member" ON "guardian_consents" USING btree ("member_id","asked_at");--> statement-breakpoint
CREATE INDEX "identities_by_member" ON "identities" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mentor_applications_one_waiting" ON "mentor_applications" USING btree ("member_id") WHERE "mentor_applications"."status" = 'waiting';--> statement-breakpoint
CREATE INDEX "mentor_applications_waiting" ON "mentor_applications" USING btree ("applied_at") WHERE "mentor_applications"."status" = 'waiting';--> statement-breakpoint
CREATE INDEX "one_time_links_open" ON "one_time_links" USING btree ("subject","purpose") WHERE "one_time_links"."used_at" is null;--> statement-breakpoint
CREATE INDEX "one_time_links_by_age" ON "one_time_links" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "passkeys_by_member" ON "passkeys" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "personal_tokens_by_member" ON "personal_tokens" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "provider_visits_by_age" ON "provider_visits" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "refresh_tokens_one_unused" ON "refresh_tokens" USING btree ("sign_in_id") WHERE "refresh_tokens"."used_at" is null;--> statement-breakpoint
CREATE INDEX "sign_ins_open" ON "sign_ins" USING btree ("member_id","seen_at") WHERE "sign_ins"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "sign_ins_by_end" ON "sign_ins" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "sign_ups_by_age" ON "sign_ups" USING btree ("requested_at");--> statement-breakpoint
CREATE UNIQUE INDEX "suspensions_one_at_a_time" ON "suspensions" USING btree ("member_id") WHERE "suspensions"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "tries_by_age" ON "tries" USING btree ("since");--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("due_at") WHERE "deliveries"."sent_at" is null;--> statement-breakpoint
CREATE INDEX "deliveries_waiting_by_member" ON "deliveries" USING btree ("member_id","rhythm") WHERE "deliveries"."sent_at" is null;--> statement-breakpoint
CREATE INDEX "notices_by_member" ON "notices" USING btree ("member_id","id");--> statement-breakpoint
CREATE INDEX "notices_unread" ON "notices" USING btree ("member_id") WHERE "notices"."read_at" is null;--> statement-breakpoint
CREATE INDEX "push_subscriptions_by_member" ON "push_subscriptions" USING btree ("member_id") WHERE "push_subscriptions"."gone_at" is null;--> statement-breakpoint
CREATE INDEX "availability_to_renew" ON "availability" USING btree ("week_holds_until");--> statement-breakpoint
CREATE INDEX "profile_entries_by_member" ON "profile_entries" USING btree ("member_id","kind","place");--> statement-breakpoint
CREATE INDEX "skill_evidence_by_member" ON "skill_evidence" USING btree ("member_id","skill_id");--> statement-breakpoint
CREATE INDEX "house_texts_newest" ON "house_texts" USING btree ("kind","published_at");--> statement-breakpoint
CREATE INDEX "members_by_joining" ON "members" USING btree ("joined_at","id");--> statement-breakpoint
CREATE INDEX "members_sought" ON "members" USING gin ("sought" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "members_by_role" ON "members" USING gin ("roles");--> statement-breakpoint
CREATE INDEX "members_by_language" ON "members" USING gin ("languages");--> statement-breakpoint
ALTER TABLE "member_skills" ADD CONSTRAINT "member_skills_level_is_a_rung" CHECK ("member_skills"."level" between 1 and 5);--> statement-breakpoint
ALTER TABLE "member_skills" ADD CONSTRAINT "member_skills_level_has_a_date" CHECK (("member_skills"."level" is null) = ("member_skills"."assessed_at" is null));--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_standing" CHECK ("members"."standing" in ('waiting', 'active', 'suspended', 'leaving', 'gone'));--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_roles" CHECK ("members"."roles" <@ array['participant', 'mentor', 'organiser', 'admin']);--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_experience" CHECK ("members"."experience" is null or "members"."experience" in ('curious', 'learning', 'practised', 'professional'));--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_arrive_in_four_steps" CHECK ("members"."arrival" between 0 and 4);