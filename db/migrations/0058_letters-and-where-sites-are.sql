CREATE TABLE "site_letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"words" text NOT NULL,
	"mark" text NOT NULL,
	"state" text DEFAULT 'arrived' NOT NULL,
	"written_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_letters_come_once" UNIQUE("member_id","mark"),
	CONSTRAINT "site_letters_state" CHECK ("site_letters"."state" in ('arrived', 'held', 'spam')),
	CONSTRAINT "site_letters_name" CHECK (length("site_letters"."name") between 1 and 80),
	CONSTRAINT "site_letters_email" CHECK (length("site_letters"."email") <= 254 and "site_letters"."email" !~ '[[:space:][:cntrl:]]'),
	CONSTRAINT "site_letters_words" CHECK (length("site_letters"."words") between 1 and 5000)
);
--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "site_letters" ADD CONSTRAINT "site_letters_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "site_letters_of_a_member" ON "site_letters" USING btree ("member_id","written_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "site_letters_by_mark" ON "site_letters" USING btree ("mark","written_at");--> statement-breakpoint
CREATE INDEX "site_letters_by_age" ON "site_letters" USING btree ("written_at");