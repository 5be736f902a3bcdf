CREATE TABLE "former_handles" (
	"handle" "citext" PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"left_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "former_handles" ADD CONSTRAINT "former_handles_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "former_handles_by_member" ON "former_handles" USING btree ("member_id","left_at");--> statement-breakpoint
CREATE INDEX "projects_by_title" ON "projects" USING gin (lower("title") gin_trgm_ops);