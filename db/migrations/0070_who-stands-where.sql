DROP INDEX "recommendations_of_others";--> statement-breakpoint
CREATE INDEX "recommendations_of_others" ON "recommendations" USING btree ("other_id","kind","member_id");