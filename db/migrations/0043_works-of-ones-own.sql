CREATE TABLE "collection_works" (
	"collection_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"place" integer DEFAULT 0 NOT NULL,
	"hung_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "collection_works_collection_id_project_id_pk" PRIMARY KEY("collection_id","project_id")
);
--> statement-breakpoint
CREATE TABLE "collections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"title" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"visibility" text DEFAULT 'me' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "collections_visibility" CHECK ("collections"."visibility" in ('me', 'mentors', 'group', 'members', 'public')),
	CONSTRAINT "collections_title" CHECK (length("collections"."title") between 1 and 120)
);
--> statement-breakpoint
CREATE TABLE "project_collaborators" (
	"project_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"part" text DEFAULT '' NOT NULL,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"agreed_at" timestamp (3) with time zone,
	CONSTRAINT "project_collaborators_project_id_member_id_pk" PRIMARY KEY("project_id","member_id"),
	CONSTRAINT "project_collaborators_part" CHECK (length("project_collaborators"."part") <= 120)
);
--> statement-breakpoint
CREATE TABLE "project_media" (
	"project_id" uuid NOT NULL,
	"media_id" uuid NOT NULL,
	"place" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "project_media_project_id_media_id_pk" PRIMARY KEY("project_id","media_id")
);
--> statement-breakpoint
CREATE TABLE "project_picks" (
	"project_id" uuid PRIMARY KEY NOT NULL,
	"picked_by_id" uuid,
	"picked_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "project_appreciations" (
	"project_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "project_appreciations_project_id_member_id_pk" PRIMARY KEY("project_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "project_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"words" text NOT NULL,
	"said_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "project_comments_words" CHECK (length("project_comments"."words") between 1 and 2000)
);
--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "visibility" text DEFAULT 'public' NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "status" text DEFAULT 'finished' NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "licence" text DEFAULT 'reserved' NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "ai" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "ai_words" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "cost_minor" bigint;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "cost_currency" text;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "code_link" text;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "task_id" uuid;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "shows_process" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "link_hash" text;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "link_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "created_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "published_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "collection_works" ADD CONSTRAINT "collection_works_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_works" ADD CONSTRAINT "collection_works_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_collaborators" ADD CONSTRAINT "project_collaborators_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_collaborators" ADD CONSTRAINT "project_collaborators_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_media" ADD CONSTRAINT "project_media_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_media" ADD CONSTRAINT "project_media_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_picks" ADD CONSTRAINT "project_picks_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_picks" ADD CONSTRAINT "project_picks_picked_by_id_members_id_fk" FOREIGN KEY ("picked_by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_appreciations" ADD CONSTRAINT "project_appreciations_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_appreciations" ADD CONSTRAINT "project_appreciations_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_comments" ADD CONSTRAINT "project_comments_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_comments" ADD CONSTRAINT "project_comments_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "collection_works_by_work" ON "collection_works" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "collections_of_a_member" ON "collections" USING btree ("member_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "collections_newest" ON "collections" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "collections"."visibility" = 'public';--> statement-breakpoint
CREATE INDEX "project_collaborators_by_member" ON "project_collaborators" USING btree ("member_id","agreed_at");--> statement-breakpoint
CREATE INDEX "project_media_by_media" ON "project_media" USING btree ("media_id");--> statement-breakpoint
CREATE INDEX "project_picks_newest" ON "project_picks" USING btree ("picked_at" DESC NULLS LAST,"project_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "project_appreciations_by_member" ON "project_appreciations" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "project_comments_of_a_work" ON "project_comments" USING btree ("project_id","said_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "project_comments_by_member" ON "project_comments" USING btree ("member_id");--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "projects_by_task" ON "projects" USING btree ("task_id") WHERE "projects"."task_id" is not null;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_link_hash_unique" UNIQUE("link_hash");--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_visibility" CHECK ("projects"."visibility" in ('me', 'mentors', 'group', 'members', 'public'));--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_status" CHECK ("projects"."status" in ('making', 'finished', 'resting'));--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_licence" CHECK ("projects"."licence" in ('reserved', 'by', 'by-sa', 'by-nc', 'by-nc-sa', 'by-nd', 'cc0'));--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_ai" CHECK ("projects"."ai" in ('none', 'assisted', 'generated'));--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_cost" CHECK (("projects"."cost_minor" is null) = ("projects"."cost_currency" is null) and "projects"."cost_minor" between 0 and 100000000
        and "projects"."cost_currency" ~ '^[A-Z]{3}$');--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_code_link" CHECK ("projects"."code_link" ~ '^https://');--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_link" CHECK (("projects"."link_hash" is null) = ("projects"."link_until" is null));
--> statement-breakpoint
-- Its first picture is the cover of a work; without one, a drawing of the house stands for what it is. What was hung before
-- works could be brought keeps the picture it has.
create function hang_cover(work uuid) returns void language sql as $$
  update projects hung set picture = cover.picture, alt = cover.alt, width = cover.width, height = cover.height
  from (
    select 'm/' || piece.id || '/' || drawn.width as picture, coalesce(nullif(piece.alt, ''), project.title) as alt, drawn.width, drawn.height, 0 as rank, file.place
    from project_media file join projects project on project.id = file.project_id join media piece on piece.id = file.media_id
    cross join lateral (
      select (variant ->> 'width')::int as width, (variant ->> 'height')::int as height
      from jsonb_array_elements(piece.variants) variant
      order by (variant ->> 'width')::int < 960, abs((variant ->> 'width')::int - 960) limit 1) drawn
    where file.project_id = work and piece.kind = 'image' and piece.state = 'ready'
    union all
    select 'cover/' || case when piece.type like 'model/%' then 'model' when piece.kind = 'file' then 'paper' else piece.kind end || '.svg',
      project.title, 1200, 900, 1, file.place
    from project_media file join projects project on project.id = file.project_id join media piece on piece.id = file.media_id
    where file.project_id = work
    union all
    select 'cover/image.svg', title, 1200, 900, 2, 0 from projects where id = work
    order by rank, place limit 1) cover
  where hung.id = work and hung.picture ~ '^(m|cover)/'
    and (hung.picture, hung.alt, hung.width, hung.height) is distinct from (cover.picture, cover.alt, cover.width, cover.height)
$$;
--> statement-breakpoint
create function hang_covers_anew() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform hang_cover(old.project_id); end if;
  if tg_op <> 'DELETE' then perform hang_cover(new.project_id); end if;
  return null;
end $$;
--> statement-breakpoint
create trigger project_media_cover after insert or update or delete on project_media
  for each row execute function hang_covers_anew();
--> statement-breakpoint
create function hang_covers_of_media() returns trigger language plpgsql as $$
begin
  perform hang_cover(file.project_id) from project_media file where file.media_id = new.id;
  return null;
end $$;
--> statement-breakpoint
create trigger media_cover after update of state, alt, variants on media
  for each row when (new.state = 'ready') execute function hang_covers_of_media();
--> statement-breakpoint
-- What only its maker sees tells nobody that they were here.
create or replace function keep_member_findable() returns trigger language plpgsql as $$
begin
  new.minor := exists (select from accounts where member_id = new.id and age_band <> 'adult');
  new.last_seen_making := greatest(new.joined_at, (select max(finished_at) from projects where member_id = new.id and visibility = 'public'));
  new.sought := words_for(new, 1);
  new.openly_sought := words_for(new, 0);
  new.facets := facets_for(new, 1);
  new.open_facets := facets_for(new, 0);
  return new;
end $$;
--> statement-breakpoint
create or replace function works_that_sound_like(wanted text) returns table (id uuid, closeness real)
  language sql stable set pg_trgm.word_similarity_threshold = 0.45 as $$
  select id, word_similarity(lower(wanted), lower(title)) from projects
  where lower(wanted) <% lower(title) and visibility <> 'me'
  order by 2 desc, finished_at desc, id limit 50
$$;
--> statement-breakpoint
update projects set published_at = finished_at, created_at = finished_at;
