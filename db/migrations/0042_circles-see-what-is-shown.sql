CREATE TABLE "use_files" (
	"use_id" uuid NOT NULL,
	"media_id" uuid NOT NULL,
	"place" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "use_files_use_id_media_id_pk" PRIMARY KEY("use_id","media_id")
);
--> statement-breakpoint
CREATE TABLE "circle_shares" (
	"submission_id" uuid NOT NULL,
	"circle_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "circle_shares_submission_id_circle_id_pk" PRIMARY KEY("submission_id","circle_id")
);
--> statement-breakpoint
ALTER TABLE "looks" ADD COLUMN "skipped_because" text;--> statement-breakpoint
ALTER TABLE "task_templates" ADD COLUMN "looks_first" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "use_files" ADD CONSTRAINT "use_files_use_id_uses_id_fk" FOREIGN KEY ("use_id") REFERENCES "public"."uses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "use_files" ADD CONSTRAINT "use_files_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circle_shares" ADD CONSTRAINT "circle_shares_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circle_shares" ADD CONSTRAINT "circle_shares_circle_id_circles_id_fk" FOREIGN KEY ("circle_id") REFERENCES "public"."circles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "use_files_by_media" ON "use_files" USING btree ("media_id");--> statement-breakpoint
CREATE INDEX "circle_shares_of_a_circle" ON "circle_shares" USING btree ("circle_id","at" DESC NULLS LAST,"submission_id");--> statement-breakpoint
CREATE INDEX "jars_by_picture" ON "jars" USING btree ("picture_id") WHERE "jars"."picture_id" is not null;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_skipped_for_a_reason" CHECK ("looks"."skipped_because" is null or ("looks"."state" = 'handed-on' and "looks"."kind" <> 'mentor' and "looks"."skipped_because" <> ''));--> statement-breakpoint
ALTER TABLE "task_templates" ADD CONSTRAINT "task_templates_look_first" CHECK ("task_templates"."looks_first" <@ array['self', 'peer']);
--> statement-breakpoint
insert into use_files (use_id, media_id) select id, picture_id from uses where picture_id is not null;
