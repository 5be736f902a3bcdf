CREATE TABLE "terms_agreements" (
	"member_id" uuid NOT NULL,
	"version" text NOT NULL,
	"agreed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "terms_agreements_member_id_version_pk" PRIMARY KEY("member_id","version")
);
--> statement-breakpoint
ALTER TABLE "house_texts" ADD COLUMN "changes" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "reply_to" text;--> statement-breakpoint
ALTER TABLE "terms_agreements" ADD CONSTRAINT "terms_agreements_member_id_accounts_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."accounts"("member_id") ON DELETE cascade ON UPDATE no action;