ALTER TABLE "mentorships" ADD COLUMN "plan_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "supply_requests" ADD COLUMN "reminded_of" date;