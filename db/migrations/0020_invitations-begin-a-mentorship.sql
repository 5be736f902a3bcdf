ALTER TABLE "prospects" ADD COLUMN "consent_reminded_on" date;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "mentorship_id" uuid;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "begun_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_mentorship_id_mentorships_id_fk" FOREIGN KEY ("mentorship_id") REFERENCES "public"."mentorships"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitations_to_begin" ON "invitations" USING btree ("member_id") WHERE "invitations"."state" = 'accepted' and "invitations"."begun_at" is null;--> statement-breakpoint
CREATE INDEX "invitations_of_a_pair" ON "invitations" USING btree ("mentorship_id") WHERE "invitations"."mentorship_id" is not null;