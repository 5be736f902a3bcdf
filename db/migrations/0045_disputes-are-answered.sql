ALTER TABLE "disputes" ADD COLUMN "answered_by_id" uuid;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "answered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "handed_in_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_answered_by_id_members_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "disputes_open" ON "disputes" USING btree ("evidence_due_at") WHERE "disputes"."state" = 'open';--> statement-breakpoint
CREATE INDEX "disputes_to_hand_in" ON "disputes" USING btree ("answered_at") WHERE "disputes"."state" = 'answered' and "disputes"."handed_in_at" is null;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_answered" CHECK (("disputes"."evidence" is null) = ("disputes"."answered_at" is null));--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_answered_since" CHECK ("disputes"."state" <> 'answered' or "disputes"."answered_at" is not null);