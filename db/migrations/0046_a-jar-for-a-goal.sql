ALTER TABLE "goals" ADD CONSTRAINT "goals_and_whose" UNIQUE("id","member_id");--> statement-breakpoint
ALTER TABLE "jars" ADD CONSTRAINT "jars_goal_is_their_own" FOREIGN KEY ("goal_id","member_id") REFERENCES "public"."goals"("id","member_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "jars_of_a_goal" ON "jars" USING btree ("goal_id") WHERE "jars"."goal_id" is not null;
