CREATE TABLE "answered_challenges" (
	"hash" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "provider_visits" ADD COLUMN "purpose" text DEFAULT 'sign-in' NOT NULL;--> statement-breakpoint
CREATE INDEX "answered_challenges_by_age" ON "answered_challenges" USING btree ("expires_at");