DROP INDEX "notices_unread";--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "claimed_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "digest" uuid;--> statement-breakpoint
CREATE INDEX "notices_by_group" ON "notices" USING btree ("member_id","kind","about","id");--> statement-breakpoint
CREATE INDEX "notices_unread" ON "notices" USING btree ("member_id","id") WHERE "notices"."read_at" is null;