CREATE TABLE "site_copies" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"turn" integer DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"address" text,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"bytes" bigint,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone,
	CONSTRAINT "site_copies_state" CHECK ("site_copies"."state" in ('waiting', 'packing', 'ready', 'gone')),
	CONSTRAINT "site_copies_ready_until" CHECK ("site_copies"."state" <> 'ready' or ("site_copies"."expires_at" is not null and "site_copies"."bytes" is not null)),
	CONSTRAINT "site_copies_done" CHECK ("site_copies"."done" between 0 and "site_copies"."total"),
	CONSTRAINT "site_copies_address" CHECK (length("site_copies"."address") <= 300)
);
--> statement-breakpoint
ALTER TABLE "site_copies" ADD CONSTRAINT "site_copies_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "site_copies_to_drop" ON "site_copies" USING btree ("asked_at") WHERE "site_copies"."state" <> 'gone';