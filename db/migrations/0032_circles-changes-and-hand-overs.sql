ALTER TABLE "mentorship_requests" ADD COLUMN "changes_from" uuid;--> statement-breakpoint
ALTER TABLE "mentorship_requests" ADD COLUMN "brings" boolean;--> statement-breakpoint
ALTER TABLE "prospects" ADD COLUMN "offered_to_id" uuid;--> statement-breakpoint
ALTER TABLE "prospects" ADD COLUMN "offered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "set_together" uuid;--> statement-breakpoint
ALTER TABLE "prospects" ADD CONSTRAINT "prospects_offered_to_id_members_id_fk" FOREIGN KEY ("offered_to_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mentorship_requests_change_mentor" ON "mentorship_requests" USING btree ("changes_from") WHERE "mentorship_requests"."changes_from" is not null;--> statement-breakpoint
CREATE INDEX "mentorships_of_a_circle" ON "mentorships" USING btree ("circle_id") WHERE "mentorships"."circle_id" is not null;--> statement-breakpoint
CREATE INDEX "prospects_offered" ON "prospects" USING btree ("offered_to_id","offered_at") WHERE "prospects"."offered_to_id" is not null;--> statement-breakpoint
CREATE INDEX "tasks_set_together" ON "tasks" USING btree ("set_together") WHERE "tasks"."set_together" is not null;--> statement-breakpoint
ALTER TABLE "prospects" ADD CONSTRAINT "prospects_offered_since" CHECK (("prospects"."offered_to_id" is null) = ("prospects"."offered_at" is null));--> statement-breakpoint
ALTER TABLE "prospects" ADD CONSTRAINT "prospects_offered_to_another" CHECK ("prospects"."offered_to_id" <> "prospects"."owner_id");--> statement-breakpoint
alter table mentorship_requests add constraint mentorship_requests_changes_from_fk foreign key (changes_from) references mentorships (id) on delete set null;
