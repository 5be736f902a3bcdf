ALTER TABLE "goals" DROP CONSTRAINT "goals_have_a_target";--> statement-breakpoint
ALTER TABLE "goals" ADD COLUMN "starts_at" numeric DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "goals" ADD COLUMN "remind_every" integer;--> statement-breakpoint
CREATE INDEX "goals_of_a_pair" ON "goals" USING btree ("mentorship_id","set_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "movements_of_a_request" ON "movements" USING btree ("request_id") WHERE "movements"."request_id" is not null;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_lead_somewhere" CHECK ("goals"."starts_at" >= 0 and "goals"."starts_at" <> "goals"."target");--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_remind_now_and_then" CHECK ("goals"."remind_every" between 1 and 92);--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_have_a_target" CHECK ("goals"."target" >= 0 and "goals"."reached" >= 0);