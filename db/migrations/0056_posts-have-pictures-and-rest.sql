CREATE TABLE "post_files" (
	"post_id" uuid NOT NULL,
	"media_id" uuid NOT NULL,
	CONSTRAINT "post_files_post_id_media_id_pk" PRIMARY KEY("post_id","media_id")
);
--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "shown" jsonb;--> statement-breakpoint
ALTER TABLE "post_files" ADD CONSTRAINT "post_files_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_files" ADD CONSTRAINT "post_files_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "post_files_by_media" ON "post_files" USING btree ("media_id");--> statement-breakpoint
-- What a member writes and nobody sees yet changes nothing for others.
create function changes_site_of_a_post() returns trigger language plpgsql as $$
begin
  if old.out_at is not null or new.out_at is not null then
    perform site_changed(coalesce(new.member_id, old.member_id));
  end if;
  return null;
end $$;
--> statement-breakpoint
drop trigger posts_on_a_site on posts;
--> statement-breakpoint
create trigger posts_on_a_site after insert or update or delete on posts
  for each row execute function changes_site_of_a_post();
