CREATE TABLE "match_runs" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"fact" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recommendation_answers" (
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"other_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"because" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recommendation_answers_member_id_kind_other_id_pk" PRIMARY KEY("member_id","kind","other_id"),
	CONSTRAINT "recommendation_answers_kind" CHECK ("recommendation_answers"."kind" in ('mentor')),
	CONSTRAINT "recommendation_answers_answer" CHECK ("recommendation_answers"."answer" in ('saved', 'dismissed')),
	CONSTRAINT "recommendation_answers_because" CHECK ("recommendation_answers"."because" is null or "recommendation_answers"."answer" = 'dismissed' and "recommendation_answers"."because" in ('not-what-i-look-for', 'no-time-together', 'we-know-each-other', 'other'))
);
--> statement-breakpoint
CREATE TABLE "recommendations" (
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"other_id" uuid NOT NULL,
	"fit" double precision NOT NULL,
	"told" jsonb NOT NULL,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recommendations_member_id_kind_other_id_pk" PRIMARY KEY("member_id","kind","other_id"),
	CONSTRAINT "recommendations_kind" CHECK ("recommendations"."kind" in ('mentor')),
	CONSTRAINT "recommendations_take_two" CHECK ("recommendations"."member_id" <> "recommendations"."other_id")
);
--> statement-breakpoint
ALTER TABLE "match_runs" ADD CONSTRAINT "match_runs_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation_answers" ADD CONSTRAINT "recommendation_answers_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation_answers" ADD CONSTRAINT "recommendation_answers_other_id_members_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_other_id_members_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "match_runs_by_age" ON "match_runs" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "recommendation_answers_about" ON "recommendation_answers" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "recommendations_of_others" ON "recommendations" USING btree ("other_id");