CREATE TABLE "post_versions" (
	"post_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"words" text NOT NULL,
	"kept_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "post_versions_post_id_version_pk" PRIMARY KEY("post_id","version")
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"out_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "posts_have_an_address" UNIQUE("member_id","slug"),
	CONSTRAINT "posts_slug" CHECK ("posts"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length("posts"."slug") <= 80),
	CONSTRAINT "posts_title" CHECK (length("posts"."title") between 1 and 160),
	CONSTRAINT "posts_words" CHECK (length("posts"."words") <= 60000),
	CONSTRAINT "posts_tags" CHECK (cardinality("posts"."tags") <= 8)
);
--> statement-breakpoint
CREATE TABLE "site_builds" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"files" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"written" integer DEFAULT 0 NOT NULL,
	"began_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "site_builds_written" CHECK ("site_builds"."written" between 0 and "site_builds"."changed" and "site_builds"."changed" <= "site_builds"."files")
);
--> statement-breakpoint
CREATE TABLE "site_changes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "site_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"design" jsonb NOT NULL,
	"back_to" integer,
	"published_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_versions_in_order" UNIQUE("member_id","number"),
	CONSTRAINT "site_versions_number" CHECK ("site_versions"."number" > 0 and "site_versions"."back_to" < "site_versions"."number")
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"design" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"held_why" text,
	"versions" integer DEFAULT 0 NOT NULL,
	"shown_id" uuid,
	"turn" integer DEFAULT 0 NOT NULL,
	"build" text,
	"pointed" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"built_at" timestamp (3) with time zone,
	CONSTRAINT "sites_state" CHECK ("sites"."state" in ('draft', 'open', 'closed', 'held')),
	CONSTRAINT "sites_open_show_a_version" CHECK ("sites"."state" <> 'open' or "sites"."shown_id" is not null),
	CONSTRAINT "sites_only_open_ones_are_built" CHECK ("sites"."state" = 'open' or "sites"."build" is null),
	CONSTRAINT "sites_held_for_a_reason" CHECK (("sites"."state" = 'held') = ("sites"."held_why" is not null)),
	CONSTRAINT "sites_never_point_ahead" CHECK ("sites"."pointed" <= "sites"."turn")
);
--> statement-breakpoint
ALTER TABLE "post_versions" ADD CONSTRAINT "post_versions_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_builds" ADD CONSTRAINT "site_builds_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_changes" ADD CONSTRAINT "site_changes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_versions" ADD CONSTRAINT "site_versions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_shown_id_site_versions_id_fk" FOREIGN KEY ("shown_id") REFERENCES "public"."site_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "posts_of_a_member" ON "posts" USING btree ("member_id","changed_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "posts_to_come" ON "posts" USING btree ("out_at") WHERE "posts"."out_at" is not null;--> statement-breakpoint
CREATE INDEX "site_changes_of_a_site" ON "site_changes" USING btree ("member_id","id");--> statement-breakpoint
CREATE INDEX "sites_open" ON "sites" USING btree ("opened_at" DESC NULLS LAST,"member_id") WHERE "sites"."state" = 'open';--> statement-breakpoint
CREATE INDEX "sites_to_point" ON "sites" USING btree ("member_id") WHERE "sites"."pointed" < "sites"."turn";--> statement-breakpoint
-- What an open site shows has changed. The row is new, so that nobody waits for anybody and no two can block each other.
create function site_changed(whose uuid) returns void language sql as $$
  insert into site_changes (member_id) select member_id from sites where member_id = whose and state = 'open'
$$;
--> statement-breakpoint
create function changes_site_of_its_member() returns trigger language plpgsql as $$
begin
  perform site_changed(case when tg_op = 'DELETE' then old.member_id else new.member_id end);
  return null;
end $$;
--> statement-breakpoint
create trigger projects_on_a_site after insert or update or delete on projects
  for each row execute function changes_site_of_its_member();
--> statement-breakpoint
create trigger listings_on_a_site after insert or update or delete on listings
  for each row execute function changes_site_of_its_member();
--> statement-breakpoint
create trigger posts_on_a_site after insert or update or delete on posts
  for each row execute function changes_site_of_its_member();
--> statement-breakpoint
create trigger member_skills_on_a_site after insert or update or delete on member_skills
  for each row execute function changes_site_of_its_member();
--> statement-breakpoint
create trigger skill_evidence_on_a_site after insert or update or delete on skill_evidence
  for each row execute function changes_site_of_its_member();
--> statement-breakpoint
create trigger profile_entries_on_a_site after insert or update or delete on profile_entries
  for each row execute function changes_site_of_its_member();
--> statement-breakpoint
create function changes_site_of_a_work() returns trigger language plpgsql as $$
declare
  work uuid := case when tg_op = 'DELETE' then old.project_id else new.project_id end;
begin
  perform site_changed(member_id) from projects where id = work;
  return null;
end $$;
--> statement-breakpoint
create trigger project_media_on_a_site after insert or update or delete on project_media
  for each row execute function changes_site_of_a_work();
--> statement-breakpoint
create trigger project_skills_on_a_site after insert or update or delete on project_skills
  for each row execute function changes_site_of_a_work();
--> statement-breakpoint
create trigger project_collaborators_on_a_site after insert or update or delete on project_collaborators
  for each row execute function changes_site_of_a_work();
--> statement-breakpoint
create function changes_site_of_its_owner() returns trigger language plpgsql as $$
begin
  perform site_changed(new.owner_id);
  return null;
end $$;
--> statement-breakpoint
create trigger media_on_a_site after update of alt, state, variants on media
  for each row when (new.state = 'ready') execute function changes_site_of_its_owner();
--> statement-breakpoint
create function changes_own_site() returns trigger language plpgsql as $$
begin
  perform site_changed(new.id);
  return null;
end $$;
--> statement-breakpoint
create trigger members_on_a_site after update of handle, name, craft, place, story, portrait, visibility, minor, standing on members
  for each row when ((old.handle, old.name, old.craft, old.place, old.story, old.portrait, old.visibility, old.minor, old.standing)
    is distinct from (new.handle, new.name, new.craft, new.place, new.story, new.portrait, new.visibility, new.minor, new.standing))
  execute function changes_own_site();
--> statement-breakpoint
create function changes_sites_of_a_pair() returns trigger language plpgsql as $$
begin
  perform site_changed(mentor_id), site_changed(participant_id) from mentorships where id = new.mentorship_id;
  return null;
end $$;
--> statement-breakpoint
create trigger farewells_on_a_site after insert or update on farewells
  for each row execute function changes_sites_of_a_pair();
