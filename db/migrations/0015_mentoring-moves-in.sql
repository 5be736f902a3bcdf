CREATE TABLE "media" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"state" text DEFAULT 'coming' NOT NULL,
	"refusal" text,
	"key" text NOT NULL,
	"upload_id" text,
	"parts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"width" integer,
	"height" integer,
	"length_ms" integer,
	"alt" text DEFAULT '' NOT NULL,
	"placeholder" text,
	"variants" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ready_at" timestamp (3) with time zone,
	CONSTRAINT "media_key_unique" UNIQUE("key"),
	CONSTRAINT "media_kind" CHECK ("media"."kind" in ('image', 'audio', 'video', 'file')),
	CONSTRAINT "media_state" CHECK ("media"."state" in ('coming', 'looking', 'ready', 'refused')),
	CONSTRAINT "media_has_bytes" CHECK ("media"."bytes" > 0),
	CONSTRAINT "media_ready_since" CHECK (("media"."state" = 'ready') = ("media"."ready_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "media_shares" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"bytes" bigint DEFAULT 0 NOT NULL,
	"pieces" integer DEFAULT 0 NOT NULL,
	"bytes_at_most" bigint DEFAULT 2000000000 NOT NULL,
	"pieces_at_most" integer DEFAULT 5000 NOT NULL,
	CONSTRAINT "media_within_share" CHECK ("media_shares"."bytes" <= "media_shares"."bytes_at_most" and "media_shares"."pieces" <= "media_shares"."pieces_at_most")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"feedback_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"media_id" uuid,
	"x" real,
	"y" real,
	"at_ms" integer,
	"phrase_id" uuid,
	"place" integer DEFAULT 0 NOT NULL,
	"answer" text,
	"answered_at" timestamp (3) with time zone,
	"acted_on_in" uuid,
	"became_task_id" uuid,
	CONSTRAINT "comments_kind" CHECK ("comments"."kind" in ('essential', 'actionable', 'optional', 'celebratory')),
	CONSTRAINT "comments_answer" CHECK ("comments"."answer" in ('keep', 'change', 'next-task')),
	CONSTRAINT "comments_answered_when" CHECK (("comments"."answer" is null) = ("comments"."answered_at" is null)),
	CONSTRAINT "comments_pinned_within" CHECK ("comments"."x" between 0 and 1 and "comments"."y" between 0 and 1),
	CONSTRAINT "comments_pinned_with_both" CHECK (("comments"."x" is null) = ("comments"."y" is null)),
	CONSTRAINT "comments_pinned_in_time" CHECK ("comments"."at_ms" >= 0)
);
--> statement-breakpoint
CREATE TABLE "feedback" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"look_id" uuid NOT NULL,
	"by_id" uuid NOT NULL,
	"verdict" text,
	"words" text DEFAULT '' NOT NULL,
	"rubric_version_id" uuid,
	"scores" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"rewrite" text DEFAULT '' NOT NULL,
	"next_step" text DEFAULT '' NOT NULL,
	"level" integer,
	"given_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp (3) with time zone,
	"helped" integer,
	CONSTRAINT "feedback_finishes_a_look_once" UNIQUE("look_id"),
	CONSTRAINT "feedback_verdict" CHECK ("feedback"."verdict" in ('accepted', 'again')),
	CONSTRAINT "feedback_level" CHECK ("feedback"."level" between 1 and 5),
	CONSTRAINT "feedback_helped" CHECK ("feedback"."helped" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "looks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reviewer_id" uuid,
	"state" text DEFAULT 'open' NOT NULL,
	"opens_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "looks_once_of_a_kind" UNIQUE("submission_id","kind"),
	CONSTRAINT "looks_kind" CHECK ("looks"."kind" in ('self', 'peer', 'mentor')),
	CONSTRAINT "looks_state" CHECK ("looks"."state" in ('open', 'done', 'handed-on')),
	CONSTRAINT "looks_end_once" CHECK (("looks"."state" = 'open') = ("looks"."done_at" is null)),
	CONSTRAINT "looks_by_somebody" CHECK ("looks"."kind" = 'peer' or "looks"."reviewer_id" is not null or "looks"."state" <> 'open')
);
--> statement-breakpoint
CREATE TABLE "phrases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"skill_id" uuid,
	"uses" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "phrases_kind" CHECK ("phrases"."kind" in ('essential', 'actionable', 'optional', 'celebratory'))
);
--> statement-breakpoint
CREATE TABLE "preference_consents" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"agreed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "preferences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rater_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"a_id" uuid NOT NULL,
	"b_id" uuid NOT NULL,
	"choice" text NOT NULL,
	"reason" text NOT NULL,
	"criteria" text[] DEFAULT '{}' NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "preferences_choice" CHECK ("preferences"."choice" in ('a', 'b', 'same')),
	CONSTRAINT "preferences_between_two" CHECK ("preferences"."a_id" < "preferences"."b_id"),
	CONSTRAINT "preferences_with_a_reason" CHECK (length("preferences"."reason") > 0)
);
--> statement-breakpoint
CREATE TABLE "goal_progress" (
	"id" uuid PRIMARY KEY NOT NULL,
	"goal_id" uuid NOT NULL,
	"reached" numeric NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "goal_progress_counts" CHECK ("goal_progress"."reached" >= 0)
);
--> statement-breakpoint
CREATE TABLE "goal_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"goal_id" uuid NOT NULL,
	"title" text NOT NULL,
	"place" integer NOT NULL,
	"due_on" date,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "goals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"mentorship_id" uuid,
	"plan_item_id" uuid,
	"plan_version" integer,
	"skill_id" uuid,
	"title" text NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"measure" text DEFAULT 'steps' NOT NULL,
	"target" numeric NOT NULL,
	"reached" numeric DEFAULT 0 NOT NULL,
	"due_on" date,
	"remind_on" date,
	"seen_by" text DEFAULT 'mentors' NOT NULL,
	"set_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"reached_at" timestamp (3) with time zone,
	"celebrated_at" timestamp (3) with time zone,
	"dropped_at" timestamp (3) with time zone,
	CONSTRAINT "goals_have_a_target" CHECK ("goals"."target" > 0 and "goals"."reached" >= 0),
	CONSTRAINT "goals_seen_by" CHECK ("goals"."seen_by" in ('me', 'mentors', 'members'))
);
--> statement-breakpoint
CREATE TABLE "level_claims" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"level" integer NOT NULL,
	"source" text NOT NULL,
	"by_id" uuid,
	"submission_id" uuid,
	"attempt_id" uuid,
	"words" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"taken_back_at" timestamp (3) with time zone,
	CONSTRAINT "level_claims_level" CHECK ("level_claims"."level" between 1 and 5),
	CONSTRAINT "level_claims_source" CHECK ("level_claims"."source" in ('self', 'peer', 'mentor', 'test')),
	CONSTRAINT "level_claims_tests_have_an_attempt" CHECK (("level_claims"."source" = 'test') = ("level_claims"."attempt_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "quiz_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"level" integer NOT NULL,
	"questions" uuid[] NOT NULL,
	"answers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"score" integer,
	"passed" integer,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "quiz_attempts_level" CHECK ("quiz_attempts"."level" between 1 and 5),
	CONSTRAINT "quiz_attempts_passed" CHECK ("quiz_attempts"."passed" in (0, 1)),
	CONSTRAINT "quiz_attempts_scored_at_the_end" CHECK (("quiz_attempts"."finished_at" is null) = ("quiz_attempts"."score" is null))
);
--> statement-breakpoint
CREATE TABLE "quiz_questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"skill_id" uuid NOT NULL,
	"level" integer NOT NULL,
	"text" text NOT NULL,
	"options" text[] NOT NULL,
	"right_option" integer NOT NULL,
	"explanation" text NOT NULL,
	"by_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "quiz_questions_level" CHECK ("quiz_questions"."level" between 1 and 5),
	CONSTRAINT "quiz_questions_have_options" CHECK (cardinality("quiz_questions"."options") between 2 and 6),
	CONSTRAINT "quiz_questions_have_an_answer" CHECK ("quiz_questions"."right_option" >= 0 and "quiz_questions"."right_option" < cardinality("quiz_questions"."options"))
);
--> statement-breakpoint
CREATE TABLE "journal_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"prompt" text,
	"text" text DEFAULT '' NOT NULL,
	"mood" text,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"written_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "journal_entries_mood" CHECK ("journal_entries"."mood" in ('heavy', 'unsure', 'steady', 'glad', 'proud'))
);
--> statement-breakpoint
CREATE TABLE "journal_files" (
	"entry_id" uuid NOT NULL,
	"media_id" uuid NOT NULL,
	"place" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "journal_files_entry_id_media_id_pk" PRIMARY KEY("entry_id","media_id")
);
--> statement-breakpoint
CREATE TABLE "journal_shares" (
	"entry_id" uuid NOT NULL,
	"with_id" uuid NOT NULL,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"taken_back_at" timestamp (3) with time zone,
	CONSTRAINT "journal_shares_entry_id_pk" PRIMARY KEY("entry_id"),
	CONSTRAINT "journal_shares_end" CHECK ("journal_shares"."until" > "journal_shares"."since")
);
--> statement-breakpoint
CREATE TABLE "blocks" (
	"member_id" uuid NOT NULL,
	"blocked_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "blocks_member_id_blocked_id_pk" PRIMARY KEY("member_id","blocked_id"),
	CONSTRAINT "blocks_take_two" CHECK ("blocks"."member_id" <> "blocks"."blocked_id")
);
--> statement-breakpoint
CREATE TABLE "circles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mentor_id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "farewells" (
	"mentorship_id" uuid NOT NULL,
	"by_id" uuid NOT NULL,
	"rating" integer,
	"private_words" text DEFAULT '' NOT NULL,
	"testimonial" text DEFAULT '' NOT NULL,
	"may_be_shown" boolean DEFAULT false NOT NULL,
	"shown_at" timestamp (3) with time zone,
	"wants_another" boolean DEFAULT false NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "farewells_mentorship_id_by_id_pk" PRIMARY KEY("mentorship_id","by_id"),
	CONSTRAINT "farewells_rating" CHECK ("farewells"."rating" between 1 and 5),
	CONSTRAINT "farewells_shown_with_leave" CHECK ("farewells"."shown_at" is null or ("farewells"."may_be_shown" and "farewells"."testimonial" <> ''))
);
--> statement-breakpoint
CREATE TABLE "mentor_seats" (
	"mentor_id" uuid PRIMARY KEY NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mentorship_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"mentor_id" uuid NOT NULL,
	"program_id" uuid,
	"format" text DEFAULT 'one-to-one' NOT NULL,
	"skill_id" uuid,
	"words" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"question" text,
	"answer" text,
	"reason" text,
	"answer_by" timestamp (3) with time zone NOT NULL,
	"goes_on_from" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "mentorship_requests_state" CHECK ("mentorship_requests"."state" in ('waiting', 'asked', 'accepted', 'declined', 'withdrawn', 'expired')),
	CONSTRAINT "mentorship_requests_format" CHECK ("mentorship_requests"."format" in ('one-to-one', 'group', 'peer', 'one-off')),
	CONSTRAINT "mentorship_requests_take_two" CHECK ("mentorship_requests"."participant_id" <> "mentorship_requests"."mentor_id"),
	CONSTRAINT "mentorship_requests_are_decided_once" CHECK (("mentorship_requests"."state" in ('waiting', 'asked')) = ("mentorship_requests"."decided_at" is null)),
	CONSTRAINT "mentorship_requests_declined_for_a_reason" CHECK ("mentorship_requests"."state" <> 'declined' or "mentorship_requests"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "mentorships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mentor_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"request_id" uuid,
	"program_id" uuid,
	"circle_id" uuid,
	"skill_id" uuid,
	"format" text DEFAULT 'one-to-one' NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"aim" text DEFAULT '' NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"paused_until" date,
	"moved_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"closes_on" date,
	"closed_at" timestamp (3) with time zone,
	"closed_by_id" uuid,
	"closed_because" text,
	"turn" text DEFAULT 'participant' NOT NULL,
	CONSTRAINT "mentorships_state" CHECK ("mentorships"."state" in ('active', 'paused', 'closed')),
	CONSTRAINT "mentorships_format" CHECK ("mentorships"."format" in ('one-to-one', 'group', 'peer', 'one-off')),
	CONSTRAINT "mentorships_turn" CHECK ("mentorships"."turn" in ('mentor', 'participant', 'nobody')),
	CONSTRAINT "mentorships_take_two" CHECK ("mentorships"."mentor_id" <> "mentorships"."participant_id"),
	CONSTRAINT "mentorships_closed_for_a_reason" CHECK (("mentorships"."state" = 'closed') = ("mentorships"."closed_at" is not null and "mentorships"."closed_because" is not null)),
	CONSTRAINT "mentorships_closing_reason" CHECK ("mentorships"."closed_because" in ('goal-reached', 'time-is-up', 'no-time', 'not-a-fit', 'moved-on', 'went-quiet', 'changed-mentor', 'blocked'))
);
--> statement-breakpoint
CREATE TABLE "nudges" (
	"mentorship_id" uuid NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"day" integer NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "nudges_mentorship_id_since_day_pk" PRIMARY KEY("mentorship_id","since","day"),
	CONSTRAINT "nudges_day" CHECK ("nudges"."day" in (7, 14, 21, 28))
);
--> statement-breakpoint
CREATE TABLE "pair_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mentorship_id" uuid NOT NULL,
	"by_id" uuid NOT NULL,
	"words" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"by_id" uuid NOT NULL,
	"about_id" uuid NOT NULL,
	"mentorship_id" uuid,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"handled_at" timestamp (3) with time zone,
	"handled_by_id" uuid,
	"outcome" text,
	CONSTRAINT "reports_kind" CHECK ("reports"."kind" in ('unkind', 'unsafe', 'asks-for-money', 'not-who-they-say', 'other')),
	CONSTRAINT "reports_take_two" CHECK ("reports"."by_id" <> "reports"."about_id"),
	CONSTRAINT "reports_are_handled_with_an_outcome" CHECK (("reports"."handled_at" is null) = ("reports"."outcome" is null))
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"prospect_id" uuid NOT NULL,
	"by_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"outcome" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contacts_channel" CHECK ("contacts"."channel" in ('in-person', 'phone', 'message', 'email', 'event', 'school', 'other')),
	CONSTRAINT "contacts_outcome" CHECK ("contacts"."outcome" in ('interested', 'unsure', 'not-now', 'no-answer', 'agreed'))
);
--> statement-breakpoint
CREATE TABLE "prospect_merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kept_id" uuid NOT NULL,
	"gone_id" uuid NOT NULL,
	"by_id" uuid NOT NULL,
	"before" jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "prospect_merges_take_two" CHECK ("prospect_merges"."kept_id" <> "prospect_merges"."gone_id")
);
--> statement-breakpoint
CREATE TABLE "prospects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" "citext",
	"phone" text,
	"place" text DEFAULT '' NOT NULL,
	"young" text DEFAULT 'unknown' NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"skill_areas" text[] DEFAULT '{}' NOT NULL,
	"first_assessment" text DEFAULT '' NOT NULL,
	"has_time" text DEFAULT '' NOT NULL,
	"stage" text DEFAULT 'met' NOT NULL,
	"next_step" text DEFAULT '' NOT NULL,
	"next_step_on" date,
	"reminded_on" date,
	"consent_to" text DEFAULT '' NOT NULL,
	"consent_from" text DEFAULT '' NOT NULL,
	"consent_until" date,
	"left_alone_at" timestamp (3) with time zone,
	"left_alone_because" text,
	"merged_into" uuid,
	"member_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"met_on" date NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "prospects_stage" CHECK ("prospects"."stage" in ('met', 'talking', 'invited', 'joined', 'not-now')),
	CONSTRAINT "prospects_young" CHECK ("prospects"."young" in ('adult', 'minor', 'unknown')),
	CONSTRAINT "prospects_merge_into_another" CHECK ("prospects"."merged_into" <> "prospects"."id"),
	CONSTRAINT "prospects_left_alone_for_a_reason" CHECK (("prospects"."left_alone_at" is null) = ("prospects"."left_alone_because" is null))
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mentor_id" uuid NOT NULL,
	"program_id" uuid,
	"prospect_id" uuid,
	"name" text NOT NULL,
	"email" "citext" NOT NULL,
	"age_band" text NOT NULL,
	"guardian_email" "citext",
	"words" text DEFAULT '' NOT NULL,
	"skills" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"goals" text[] DEFAULT '{}' NOT NULL,
	"supplies" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"task" jsonb,
	"state" text DEFAULT 'sent' NOT NULL,
	"link_hash" text NOT NULL,
	"takes_the_log" text DEFAULT 'not-asked' NOT NULL,
	"member_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "invitations_linkHash_unique" UNIQUE("link_hash"),
	CONSTRAINT "invitations_state" CHECK ("invitations"."state" in ('sent', 'accepted', 'declined', 'withdrawn', 'expired')),
	CONSTRAINT "invitations_age_band" CHECK ("invitations"."age_band" in ('adult', '16-17', '13-15', 'under-13')),
	CONSTRAINT "invitations_minors_name_a_guardian" CHECK ("invitations"."age_band" = 'adult' or "invitations"."guardian_email" is not null),
	CONSTRAINT "invitations_are_decided_once" CHECK (("invitations"."state" = 'sent') = ("invitations"."decided_at" is null)),
	CONSTRAINT "invitations_of_a_member" CHECK ("invitations"."state" <> 'accepted' or "invitations"."takes_the_log" <> 'not-asked')
);
--> statement-breakpoint
CREATE TABLE "cohorts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"name" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"seats" integer NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "cohorts_end_after_they_begin" CHECK ("cohorts"."ends_on" >= "cohorts"."starts_on"),
	CONSTRAINT "cohorts_have_room" CHECK ("cohorts"."taken" between 0 and "cohorts"."seats")
);
--> statement-breakpoint
CREATE TABLE "plan_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"after_days" integer NOT NULL,
	"skill_id" uuid,
	"rubric_id" uuid,
	"questions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"place" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"dropped" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_items_kind" CHECK ("plan_items"."kind" in ('task', 'milestone', 'survey')),
	CONSTRAINT "plan_items_come_in_time" CHECK ("plan_items"."after_days" between 0 and 1000)
);
--> statement-breakpoint
CREATE TABLE "program_applications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"cohort_id" uuid,
	"member_id" uuid NOT NULL,
	"part" text DEFAULT 'participant' NOT NULL,
	"form" jsonb NOT NULL,
	"answers" jsonb NOT NULL,
	"consented_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"steps_done" text[] DEFAULT '{}' NOT NULL,
	"state" text DEFAULT 'applied' NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"decided_by_id" uuid,
	"applied_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "program_applications_part" CHECK ("program_applications"."part" in ('participant', 'mentor')),
	CONSTRAINT "program_applications_state" CHECK ("program_applications"."state" in ('applied', 'accepted', 'declined', 'withdrawn')),
	CONSTRAINT "program_applications_are_decided_once" CHECK (("program_applications"."state" = 'applied') = ("program_applications"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "program_organisers" (
	"program_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "program_organisers_program_id_member_id_pk" PRIMARY KEY("program_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "programs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"summary" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"format" text DEFAULT 'one-to-one' NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"consent" text NOT NULL,
	"sight" text DEFAULT 'progress' NOT NULL,
	"form" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"steps" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"copied_from" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "programs_slug_unique" UNIQUE("slug"),
	CONSTRAINT "programs_format" CHECK ("programs"."format" in ('one-to-one', 'group', 'peer', 'one-off')),
	CONSTRAINT "programs_state" CHECK ("programs"."state" in ('draft', 'open', 'running', 'finished')),
	CONSTRAINT "programs_sight" CHECK ("programs"."sight" in ('pairs', 'progress', 'content')),
	CONSTRAINT "programs_end_after_they_begin" CHECK ("programs"."ends_on" >= "programs"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "survey_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_item_id" uuid NOT NULL,
	"mentorship_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"answers" jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "survey_answers_once" UNIQUE("plan_item_id","mentorship_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "copies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"resource_id" uuid NOT NULL,
	"label" text NOT NULL,
	"condition" text DEFAULT 'good' NOT NULL,
	"retired_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "kit_parts" (
	"kit_id" uuid NOT NULL,
	"part_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "kit_parts_kit_id_part_id_pk" PRIMARY KEY("kit_id","part_id"),
	CONSTRAINT "kit_parts_hold_something" CHECK ("kit_parts"."quantity" > 0 and "kit_parts"."kit_id" <> "kit_parts"."part_id")
);
--> statement-breakpoint
CREATE TABLE "movements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"resource_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	"why" text NOT NULL,
	"request_id" uuid,
	"by_id" uuid,
	"words" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "movements_move" CHECK ("movements"."quantity" <> 0),
	CONSTRAINT "movements_why" CHECK ("movements"."why" in ('bought', 'given', 'counted', 'reserved', 'released', 'returned', 'lost'))
);
--> statement-breakpoint
CREATE TABLE "reservations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"copy_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"days" daterange NOT NULL,
	"released_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "resources" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"unit" text DEFAULT 'piece' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"stock" integer DEFAULT 0 NOT NULL,
	"low_at" integer DEFAULT 0 NOT NULL,
	"cost_minor" bigint DEFAULT 0 NOT NULL,
	"currency" text DEFAULT 'EUR' NOT NULL,
	"picture_id" uuid,
	"retired_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "resources_slug_unique" UNIQUE("slug"),
	CONSTRAINT "resources_kind" CHECK ("resources"."kind" in ('supply', 'tool', 'kit')),
	CONSTRAINT "resources_stock" CHECK ("resources"."stock" >= 0),
	CONSTRAINT "resources_cost" CHECK ("resources"."cost_minor" >= 0 and "resources"."currency" ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
CREATE TABLE "supply_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"resource_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"mentorship_id" uuid,
	"task_id" uuid,
	"quantity" integer NOT NULL,
	"approved" integer DEFAULT 0 NOT NULL,
	"from_day" date,
	"until_day" date,
	"words" text DEFAULT '' NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"decided_by_id" uuid,
	"cost_minor" bigint,
	"currency" text,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"handed_over_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"condition_back" text,
	CONSTRAINT "supply_requests_state" CHECK ("supply_requests"."state" in ('asked', 'approved', 'part-approved', 'refused', 'handed-over', 'returned', 'used-up', 'cancelled')),
	CONSTRAINT "supply_requests_quantity" CHECK ("supply_requests"."quantity" > 0 and "supply_requests"."approved" between 0 and "supply_requests"."quantity"),
	CONSTRAINT "supply_requests_days" CHECK ("supply_requests"."until_day" >= "supply_requests"."from_day"),
	CONSTRAINT "supply_requests_condition" CHECK ("supply_requests"."condition_back" in ('as-good', 'worn', 'broken', 'lost'))
);
--> statement-breakpoint
CREATE TABLE "uses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"by_id" uuid NOT NULL,
	"quantity" integer DEFAULT 0 NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"picture_id" uuid,
	"is_return" boolean DEFAULT false NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "uses_quantity" CHECK ("uses"."quantity" >= 0)
);
--> statement-breakpoint
CREATE TABLE "rubric_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rubric_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"criteria" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rubric_versions_in_order" UNIQUE("rubric_id","version")
);
--> statement-breakpoint
CREATE TABLE "rubrics" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"title" text NOT NULL,
	"skill_id" uuid,
	"shared" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "submission_files" (
	"submission_id" uuid NOT NULL,
	"media_id" uuid NOT NULL,
	"place" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "submission_files_submission_id_media_id_pk" PRIMARY KEY("submission_id","media_id")
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"task_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"links" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"rubric_version_id" uuid,
	"was_late" boolean DEFAULT false NOT NULL,
	"handed_in_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "submissions_in_order" UNIQUE("task_id","version"),
	CONSTRAINT "submissions_count_from_one" CHECK ("submissions"."version" > 0)
);
--> statement-breakpoint
CREATE TABLE "task_extensions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"task_id" uuid NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "task_extensions_state" CHECK ("task_extensions"."state" in ('asked', 'granted', 'refused')),
	CONSTRAINT "task_extensions_are_decided_once" CHECK (("task_extensions"."state" = 'asked') = ("task_extensions"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "task_files" (
	"task_id" uuid NOT NULL,
	"media_id" uuid NOT NULL,
	"place" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "task_files_task_id_media_id_pk" PRIMARY KEY("task_id","media_id")
);
--> statement-breakpoint
CREATE TABLE "task_templates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"skill_id" uuid,
	"rubric_id" uuid,
	"checklist" text[] DEFAULT '{}' NOT NULL,
	"supplies" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"days_to_do" integer,
	"shared" boolean DEFAULT false NOT NULL,
	"uses" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"participant_id" uuid NOT NULL,
	"set_by_id" uuid NOT NULL,
	"mentorship_id" uuid,
	"skill_id" uuid,
	"rubric_version_id" uuid,
	"template_id" uuid,
	"plan_item_id" uuid,
	"plan_version" integer,
	"from_item_id" uuid,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"checklist" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"supplies" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"due_at" timestamp (3) with time zone,
	"late" text DEFAULT 'noted' NOT NULL,
	"looks_first" text[] DEFAULT '{}' NOT NULL,
	"state" text DEFAULT 'set' NOT NULL,
	"versions" integer DEFAULT 0 NOT NULL,
	"set_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"moved_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "tasks_state" CHECK ("tasks"."state" in ('set', 'accepted', 'handed-in', 'again', 'done', 'dropped')),
	CONSTRAINT "tasks_late" CHECK ("tasks"."late" in ('welcome', 'noted', 'closed')),
	CONSTRAINT "tasks_done_since" CHECK (("tasks"."state" = 'done') = ("tasks"."done_at" is not null)),
	CONSTRAINT "tasks_look_first" CHECK ("tasks"."looks_first" <@ array['self', 'peer']),
	CONSTRAINT "tasks_of_oneself" CHECK ("tasks"."mentorship_id" is not null or "tasks"."set_by_id" = "tasks"."participant_id")
);
--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_owner_id_members_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_shares" ADD CONSTRAINT "media_shares_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_feedback_id_feedback_id_fk" FOREIGN KEY ("feedback_id") REFERENCES "public"."feedback"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_acted_on_in_submissions_id_fk" FOREIGN KEY ("acted_on_in") REFERENCES "public"."submissions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_became_task_id_tasks_id_fk" FOREIGN KEY ("became_task_id") REFERENCES "public"."tasks"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_look_id_looks_id_fk" FOREIGN KEY ("look_id") REFERENCES "public"."looks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_by_id_members_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_rubric_version_id_rubric_versions_id_fk" FOREIGN KEY ("rubric_version_id") REFERENCES "public"."rubric_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_reviewer_id_members_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phrases" ADD CONSTRAINT "phrases_owner_id_members_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phrases" ADD CONSTRAINT "phrases_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preference_consents" ADD CONSTRAINT "preference_consents_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preferences" ADD CONSTRAINT "preferences_rater_id_members_id_fk" FOREIGN KEY ("rater_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preferences" ADD CONSTRAINT "preferences_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preferences" ADD CONSTRAINT "preferences_a_id_submissions_id_fk" FOREIGN KEY ("a_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preferences" ADD CONSTRAINT "preferences_b_id_submissions_id_fk" FOREIGN KEY ("b_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_progress" ADD CONSTRAINT "goal_progress_goal_id_goals_id_fk" FOREIGN KEY ("goal_id") REFERENCES "public"."goals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_steps" ADD CONSTRAINT "goal_steps_goal_id_goals_id_fk" FOREIGN KEY ("goal_id") REFERENCES "public"."goals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_mentorship_id_mentorships_id_fk" FOREIGN KEY ("mentorship_id") REFERENCES "public"."mentorships"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_plan_item_id_plan_items_id_fk" FOREIGN KEY ("plan_item_id") REFERENCES "public"."plan_items"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "level_claims" ADD CONSTRAINT "level_claims_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "level_claims" ADD CONSTRAINT "level_claims_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "level_claims" ADD CONSTRAINT "level_claims_by_id_members_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "level_claims" ADD CONSTRAINT "level_claims_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "level_claims" ADD CONSTRAINT "level_claims_attempt_id_quiz_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."quiz_attempts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_questions" ADD CONSTRAINT "quiz_questions_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_questions" ADD CONSTRAINT "quiz_questions_by_id_members_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_files" ADD CONSTRAINT "journal_files_entry_id_journal_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."journal_entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_files" ADD CONSTRAINT "journal_files_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_shares" ADD CONSTRAINT "journal_shares_entry_id_journal_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."journal_entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_shares" ADD CONSTRAINT "journal_shares_with_id_members_id_fk" FOREIGN KEY ("with_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_blocked_id_members_id_fk" FOREIGN KEY ("blocked_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circles" ADD CONSTRAINT "circles_mentor_id_members_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "farewells" ADD CONSTRAINT "farewells_mentorship_id_mentorships_id_fk" FOREIGN KEY ("mentorship_id") REFERENCES "public"."mentorships"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "farewells" ADD CONSTRAINT "farewells_by_id_members_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentor_seats" ADD CONSTRAINT "mentor_seats_mentor_id_members_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorship_requests" ADD CONSTRAINT "mentorship_requests_participant_id_members_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorship_requests" ADD CONSTRAINT "mentorship_requests_mentor_id_members_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorship_requests" ADD CONSTRAINT "mentorship_requests_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorship_requests" ADD CONSTRAINT "mentorship_requests_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_mentor_id_members_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_participant_id_members_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_request_id_mentorship_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."mentorship_requests"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_circle_id_circles_id_fk" FOREIGN KEY ("circle_id") REFERENCES "public"."circles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_closed_by_id_members_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nudges" ADD CONSTRAINT "nudges_mentorship_id_mentorships_id_fk" FOREIGN KEY ("mentorship_id") REFERENCES "public"."mentorships"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_notes" ADD CONSTRAINT "pair_notes_mentorship_id_mentorships_id_fk" FOREIGN KEY ("mentorship_id") REFERENCES "public"."mentorships"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_notes" ADD CONSTRAINT "pair_notes_by_id_members_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_by_id_members_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_about_id_members_id_fk" FOREIGN KEY ("about_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_mentorship_id_mentorships_id_fk" FOREIGN KEY ("mentorship_id") REFERENCES "public"."mentorships"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_handled_by_id_members_id_fk" FOREIGN KEY ("handled_by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_prospect_id_prospects_id_fk" FOREIGN KEY ("prospect_id") REFERENCES "public"."prospects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_by_id_members_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prospect_merges" ADD CONSTRAINT "prospect_merges_kept_id_prospects_id_fk" FOREIGN KEY ("kept_id") REFERENCES "public"."prospects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prospect_merges" ADD CONSTRAINT "prospect_merges_gone_id_prospects_id_fk" FOREIGN KEY ("gone_id") REFERENCES "public"."prospects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prospect_merges" ADD CONSTRAINT "prospect_merges_by_id_members_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prospects" ADD CONSTRAINT "prospects_owner_id_members_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prospects" ADD CONSTRAINT "prospects_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_mentor_id_members_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_prospect_id_prospects_id_fk" FOREIGN KEY ("prospect_id") REFERENCES "public"."prospects"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_items" ADD CONSTRAINT "plan_items_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_items" ADD CONSTRAINT "plan_items_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_applications" ADD CONSTRAINT "program_applications_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_applications" ADD CONSTRAINT "program_applications_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_applications" ADD CONSTRAINT "program_applications_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_applications" ADD CONSTRAINT "program_applications_decided_by_id_members_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_organisers" ADD CONSTRAINT "program_organisers_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_organisers" ADD CONSTRAINT "program_organisers_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_answers" ADD CONSTRAINT "survey_answers_plan_item_id_plan_items_id_fk" FOREIGN KEY ("plan_item_id") REFERENCES "public"."plan_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_answers" ADD CONSTRAINT "survey_answers_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "copies" ADD CONSTRAINT "copies_resource_id_resources_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_parts" ADD CONSTRAINT "kit_parts_kit_id_resources_id_fk" FOREIGN KEY ("kit_id") REFERENCES "public"."resources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_parts" ADD CONSTRAINT "kit_parts_part_id_resources_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."resources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movements" ADD CONSTRAINT "movements_resource_id_resources_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movements" ADD CONSTRAINT "movements_request_id_supply_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."supply_requests"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movements" ADD CONSTRAINT "movements_by_id_members_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_copy_id_copies_id_fk" FOREIGN KEY ("copy_id") REFERENCES "public"."copies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_request_id_supply_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."supply_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_picture_id_media_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_requests" ADD CONSTRAINT "supply_requests_resource_id_resources_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_requests" ADD CONSTRAINT "supply_requests_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_requests" ADD CONSTRAINT "supply_requests_mentorship_id_mentorships_id_fk" FOREIGN KEY ("mentorship_id") REFERENCES "public"."mentorships"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_requests" ADD CONSTRAINT "supply_requests_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_requests" ADD CONSTRAINT "supply_requests_decided_by_id_members_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uses" ADD CONSTRAINT "uses_request_id_supply_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."supply_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uses" ADD CONSTRAINT "uses_by_id_members_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uses" ADD CONSTRAINT "uses_picture_id_media_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rubric_versions" ADD CONSTRAINT "rubric_versions_rubric_id_rubrics_id_fk" FOREIGN KEY ("rubric_id") REFERENCES "public"."rubrics"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rubrics" ADD CONSTRAINT "rubrics_owner_id_members_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rubrics" ADD CONSTRAINT "rubrics_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_files" ADD CONSTRAINT "submission_files_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_files" ADD CONSTRAINT "submission_files_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_rubric_version_id_rubric_versions_id_fk" FOREIGN KEY ("rubric_version_id") REFERENCES "public"."rubric_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_extensions" ADD CONSTRAINT "task_extensions_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_files" ADD CONSTRAINT "task_files_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_files" ADD CONSTRAINT "task_files_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_templates" ADD CONSTRAINT "task_templates_owner_id_members_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_templates" ADD CONSTRAINT "task_templates_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_templates" ADD CONSTRAINT "task_templates_rubric_id_rubrics_id_fk" FOREIGN KEY ("rubric_id") REFERENCES "public"."rubrics"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_participant_id_members_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_set_by_id_members_id_fk" FOREIGN KEY ("set_by_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_mentorship_id_mentorships_id_fk" FOREIGN KEY ("mentorship_id") REFERENCES "public"."mentorships"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_rubric_version_id_rubric_versions_id_fk" FOREIGN KEY ("rubric_version_id") REFERENCES "public"."rubric_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_template_id_task_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."task_templates"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_plan_item_id_plan_items_id_fk" FOREIGN KEY ("plan_item_id") REFERENCES "public"."plan_items"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "media_by_owner" ON "media" USING btree ("owner_id","created_at");--> statement-breakpoint
CREATE INDEX "media_unfinished" ON "media" USING btree ("created_at") WHERE "media"."state" in ('coming', 'looking');--> statement-breakpoint
CREATE INDEX "comments_of_a_feedback" ON "comments" USING btree ("feedback_id","place");--> statement-breakpoint
CREATE INDEX "feedback_on_a_submission" ON "feedback" USING btree ("submission_id","given_at");--> statement-breakpoint
CREATE INDEX "feedback_by" ON "feedback" USING btree ("by_id","given_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "looks_of_a_reviewer" ON "looks" USING btree ("reviewer_id","due_at","id") WHERE "looks"."state" = 'open';--> statement-breakpoint
CREATE INDEX "looks_running_out" ON "looks" USING btree ("due_at","id") WHERE "looks"."state" = 'open';--> statement-breakpoint
CREATE INDEX "phrases_at_hand" ON "phrases" USING btree ("owner_id","skill_id","last_used_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE UNIQUE INDEX "preferences_once" ON "preferences" USING btree ("rater_id","a_id","b_id");--> statement-breakpoint
CREATE INDEX "preferences_on_a_task" ON "preferences" USING btree ("task_id","at");--> statement-breakpoint
CREATE INDEX "goal_progress_of_a_goal" ON "goal_progress" USING btree ("goal_id","at");--> statement-breakpoint
CREATE INDEX "goal_steps_of_a_goal" ON "goal_steps" USING btree ("goal_id","place");--> statement-breakpoint
CREATE INDEX "goals_of_a_member" ON "goals" USING btree ("member_id","set_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "goals_to_remind" ON "goals" USING btree ("remind_on") WHERE "goals"."reached_at" is null and "goals"."dropped_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "goals_from_the_plan_once" ON "goals" USING btree ("mentorship_id","plan_item_id");--> statement-breakpoint
CREATE INDEX "level_claims_of_a_member" ON "level_claims" USING btree ("member_id","skill_id","at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE UNIQUE INDEX "level_claims_once_for_a_submission" ON "level_claims" USING btree ("submission_id","source","by_id") WHERE "level_claims"."submission_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "level_claims_once_for_a_test" ON "level_claims" USING btree ("attempt_id") WHERE "level_claims"."attempt_id" is not null;--> statement-breakpoint
CREATE INDEX "quiz_attempts_of_a_member" ON "quiz_attempts" USING btree ("member_id","skill_id","started_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "quiz_attempts_one_at_a_time" ON "quiz_attempts" USING btree ("member_id","skill_id") WHERE "quiz_attempts"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "quiz_questions_at_a_level" ON "quiz_questions" USING btree ("skill_id","level") WHERE "quiz_questions"."retired_at" is null;--> statement-breakpoint
CREATE INDEX "journal_entries_of_a_member" ON "journal_entries" USING btree ("member_id","written_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "journal_entries_by_tag" ON "journal_entries" USING gin ("tags");--> statement-breakpoint
CREATE INDEX "journal_entries_sought" ON "journal_entries" USING gin (lower("text") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "journal_files_by_media" ON "journal_files" USING btree ("media_id");--> statement-breakpoint
CREATE INDEX "journal_shares_with" ON "journal_shares" USING btree ("with_id","until");--> statement-breakpoint
CREATE INDEX "blocks_of_the_blocked" ON "blocks" USING btree ("blocked_id");--> statement-breakpoint
CREATE INDEX "circles_of_a_mentor" ON "circles" USING btree ("mentor_id");--> statement-breakpoint
CREATE INDEX "mentorship_requests_in_the_queue" ON "mentorship_requests" USING btree ("mentor_id","created_at","id") WHERE "mentorship_requests"."state" in ('waiting', 'asked');--> statement-breakpoint
CREATE INDEX "mentorship_requests_running_out" ON "mentorship_requests" USING btree ("answer_by","id") WHERE "mentorship_requests"."state" in ('waiting', 'asked');--> statement-breakpoint
CREATE INDEX "mentorship_requests_of_a_participant" ON "mentorship_requests" USING btree ("participant_id","created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "mentorship_requests_decided" ON "mentorship_requests" USING btree ("decided_at") WHERE "mentorship_requests"."decided_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "mentorship_requests_once_at_a_time" ON "mentorship_requests" USING btree ("participant_id","mentor_id") WHERE "mentorship_requests"."state" in ('waiting', 'asked');--> statement-breakpoint
CREATE INDEX "mentorships_of_a_mentor" ON "mentorships" USING btree ("mentor_id","state","moved_at","id");--> statement-breakpoint
CREATE INDEX "mentorships_of_a_participant" ON "mentorships" USING btree ("participant_id","state","moved_at","id");--> statement-breakpoint
CREATE INDEX "mentorships_of_a_program" ON "mentorships" USING btree ("program_id","state","moved_at","id") WHERE "mentorships"."program_id" is not null;--> statement-breakpoint
CREATE INDEX "mentorships_gone_quiet" ON "mentorships" USING btree ("moved_at","id") WHERE "mentorships"."state" = 'active';--> statement-breakpoint
CREATE UNIQUE INDEX "mentorships_once_at_a_time" ON "mentorships" USING btree ("mentor_id","participant_id") WHERE "mentorships"."state" <> 'closed';--> statement-breakpoint
CREATE UNIQUE INDEX "mentorships_from_one_request" ON "mentorships" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "pair_notes_of_a_pair" ON "pair_notes" USING btree ("mentorship_id","at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "reports_open" ON "reports" USING btree ("at","id") WHERE "reports"."handled_at" is null;--> statement-breakpoint
CREATE INDEX "contacts_of_a_prospect" ON "contacts" USING btree ("prospect_id","at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE UNIQUE INDEX "prospect_merges_once" ON "prospect_merges" USING btree ("gone_id") WHERE "prospect_merges"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "prospects_on_the_board" ON "prospects" USING btree ("owner_id","stage","updated_at","id") WHERE "prospects"."merged_into" is null;--> statement-breakpoint
CREATE INDEX "prospects_with_a_next_step" ON "prospects" USING btree ("next_step_on","id") WHERE "prospects"."merged_into" is null and "prospects"."next_step_on" is not null;--> statement-breakpoint
CREATE INDEX "prospects_by_email" ON "prospects" USING btree ("email") WHERE "prospects"."merged_into" is null;--> statement-breakpoint
CREATE INDEX "prospects_by_consent" ON "prospects" USING btree ("consent_until") WHERE "prospects"."consent_until" is not null;--> statement-breakpoint
CREATE INDEX "prospects_by_name" ON "prospects" USING gin (lower("name") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "invitations_of_a_mentor" ON "invitations" USING btree ("mentor_id","created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "invitations_running_out" ON "invitations" USING btree ("expires_at") WHERE "invitations"."state" = 'sent';--> statement-breakpoint
CREATE INDEX "invitations_of_a_prospect" ON "invitations" USING btree ("prospect_id") WHERE "invitations"."prospect_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_one_at_a_time" ON "invitations" USING btree ("mentor_id","email") WHERE "invitations"."state" = 'sent';--> statement-breakpoint
CREATE INDEX "cohorts_of_a_program" ON "cohorts" USING btree ("program_id","starts_on");--> statement-breakpoint
CREATE INDEX "plan_items_of_a_program" ON "plan_items" USING btree ("program_id","after_days","place");--> statement-breakpoint
CREATE INDEX "program_applications_waiting" ON "program_applications" USING btree ("program_id","state","applied_at","id");--> statement-breakpoint
CREATE INDEX "program_applications_by_member" ON "program_applications" USING btree ("member_id","applied_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "program_applications_one_at_a_time" ON "program_applications" USING btree ("program_id","member_id") WHERE "program_applications"."state" in ('applied', 'accepted');--> statement-breakpoint
CREATE INDEX "program_organisers_by_member" ON "program_organisers" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "programs_by_start" ON "programs" USING btree ("starts_on" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "copies_of_a_tool" ON "copies" USING btree ("resource_id");--> statement-breakpoint
CREATE INDEX "movements_of_a_resource" ON "movements" USING btree ("resource_id","at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "reservations_of_a_request" ON "reservations" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "resources_by_name" ON "resources" USING btree ("name","id") WHERE "resources"."retired_at" is null;--> statement-breakpoint
CREATE INDEX "resources_sought" ON "resources" USING gin (lower("name") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "supply_requests_waiting" ON "supply_requests" USING btree ("state","asked_at","id");--> statement-breakpoint
CREATE INDEX "supply_requests_of_a_member" ON "supply_requests" USING btree ("member_id","asked_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "supply_requests_for_a_task" ON "supply_requests" USING btree ("task_id") WHERE "supply_requests"."task_id" is not null;--> statement-breakpoint
CREATE INDEX "supply_requests_of_a_resource" ON "supply_requests" USING btree ("resource_id","asked_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "uses_of_a_request" ON "uses" USING btree ("request_id","at");--> statement-breakpoint
CREATE INDEX "rubrics_by_owner" ON "rubrics" USING btree ("owner_id","created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "submission_files_by_media" ON "submission_files" USING btree ("media_id");--> statement-breakpoint
CREATE UNIQUE INDEX "task_extensions_one_at_a_time" ON "task_extensions" USING btree ("task_id") WHERE "task_extensions"."state" = 'asked';--> statement-breakpoint
CREATE INDEX "task_extensions_of_a_task" ON "task_extensions" USING btree ("task_id","asked_at");--> statement-breakpoint
CREATE INDEX "task_files_by_media" ON "task_files" USING btree ("media_id");--> statement-breakpoint
CREATE INDEX "task_templates_by_owner" ON "task_templates" USING btree ("owner_id","created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "task_templates_shared" ON "task_templates" USING btree ("skill_id","uses" DESC NULLS LAST,"id") WHERE "task_templates"."shared";--> statement-breakpoint
CREATE INDEX "tasks_of_a_participant" ON "tasks" USING btree ("participant_id","state","due_at","id");--> statement-breakpoint
CREATE INDEX "tasks_of_a_pair" ON "tasks" USING btree ("mentorship_id","set_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "tasks_set_by" ON "tasks" USING btree ("set_by_id","state","moved_at","id");--> statement-breakpoint
CREATE INDEX "tasks_handed_in" ON "tasks" USING btree ("moved_at","id") WHERE "tasks"."state" = 'handed-in';--> statement-breakpoint
CREATE INDEX "tasks_due" ON "tasks" USING btree ("due_at","id") WHERE "tasks"."state" in ('set', 'accepted', 'again');--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_from_the_plan_once" ON "tasks" USING btree ("mentorship_id","plan_item_id");