CREATE INDEX "comments_by_media" ON "comments" USING btree ("media_id") WHERE "comments"."media_id" is not null;--> statement-breakpoint
CREATE INDEX "resources_by_picture" ON "resources" USING btree ("picture_id") WHERE "resources"."picture_id" is not null;--> statement-breakpoint
CREATE INDEX "uses_by_picture" ON "uses" USING btree ("picture_id") WHERE "uses"."picture_id" is not null;