CREATE TABLE "surveys_asked" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_item_id" uuid NOT NULL,
	"mentorship_id" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"open_until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "surveys_asked_once" UNIQUE("plan_item_id","mentorship_id")
);
--> statement-breakpoint
ALTER TABLE "plan_items" ADD COLUMN "sent_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "surveys_asked" ADD CONSTRAINT "surveys_asked_plan_item_id_plan_items_id_fk" FOREIGN KEY ("plan_item_id") REFERENCES "public"."plan_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "surveys_asked_of_a_pair" ON "surveys_asked" USING btree ("mentorship_id","open_until");