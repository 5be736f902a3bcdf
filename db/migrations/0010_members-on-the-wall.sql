DROP INDEX "members_by_language";--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "minor" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "openly_sought" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "facets" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "open_facets" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "last_seen_making" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "members_openly_sought" ON "members" USING gin ("openly_sought" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "members_by_facet" ON "members" USING gin ("facets");--> statement-breakpoint
CREATE INDEX "members_by_open_facet" ON "members" USING gin ("open_facets");--> statement-breakpoint
CREATE INDEX "members_on_the_wall" ON "members" USING btree ("last_seen_making","id");--> statement-breakpoint
create function audience_rank(part text, visibility jsonb, minor boolean) returns integer language sql immutable parallel safe as $$
  select greatest(
    case coalesce(visibility->>part, case when part in ('work', 'goals', 'availability') then 'members' else 'everyone' end)
      when 'everyone' then 0 when 'members' then 1 when 'mentors' then 2 else 3 end,
    case when minor and part in ('story', 'place', 'work', 'certifications', 'achievements', 'links', 'availability') then 1 else 0 end)
$$;
--> statement-breakpoint
create function facets_for(m members, nearness integer) returns text[] language sql stable as $$
  select case when m.standing in ('active', 'leaving') and audience_rank('profile', m.visibility, m.minor) <= nearness then array(
    select 'here'
    union all select 'mentor' where 'mentor' = any(m.roles)
    union all select 'takes-mentees' from availability
      where member_id = m.id and mentees_at_most > 0 and 'mentor' = any(m.roles)
    union all select 'has-hours' from availability
      where member_id = m.id and bit_count(week) > 0 and audience_rank('availability', m.visibility, m.minor) <= nearness
    union all select 'experience:' || m.experience
      where m.experience is not null and audience_rank('experience', m.visibility, m.minor) <= nearness
    union all select distinct 'speaks:' || lower(split_part(language, '-', 1)) from unnest(m.languages) language
      where audience_rank('languages', m.visibility, m.minor) <= nearness
    union all select its.bond || ':' || skill.slug from member_skills its join skills skill on skill.id = its.skill_id
      where its.member_id = m.id and audience_rank('skills', m.visibility, m.minor) <= nearness
    union all select distinct its.bond || '/' || skill.category from member_skills its join skills skill on skill.id = its.skill_id
      where its.member_id = m.id and audience_rank('skills', m.visibility, m.minor) <= nearness
  ) else '{}' end
$$;
--> statement-breakpoint
create function words_for(m members, nearness integer) returns text language sql stable as $$
  select case when m.standing in ('active', 'leaving') and audience_rank('profile', m.visibility, m.minor) <= nearness
    then lower(unaccent(concat_ws(' | ', m.name, m.handle, m.craft,
      case when audience_rank('interests', m.visibility, m.minor) <= nearness then array_to_string(m.interests, ' | ') end,
      case when audience_rank('skills', m.visibility, m.minor) <= nearness
        then (select string_agg(word::text, ' | ' order by word) from skill_words where member_id = m.id) end)))
    else '' end
$$;
--> statement-breakpoint
create or replace function keep_member_findable() returns trigger language plpgsql as $$
begin
  new.minor := exists (select from accounts where member_id = new.id and age_band <> 'adult');
  new.last_seen_making := greatest(new.joined_at, (select max(finished_at) from projects where member_id = new.id));
  new.sought := words_for(new, 1);
  new.openly_sought := words_for(new, 0);
  new.facets := facets_for(new, 1);
  new.open_facets := facets_for(new, 0);
  return new;
end $$;
--> statement-breakpoint
drop trigger members_findable on members;
--> statement-breakpoint
create trigger members_findable before insert or update on members for each row execute function keep_member_findable();
--> statement-breakpoint
create function find_changed_members_anew() returns trigger language plpgsql as $$
begin
  update members set name = name where id in (select member_id from changed);
  return null;
end $$;
--> statement-breakpoint
create function find_members_of_changed_skills_anew() returns trigger language plpgsql as $$
begin
  update members set name = name where id in (
    select its.member_id from changed join before using (id) join member_skills its on its.skill_id = changed.id
    where (changed.slug, changed.category) is distinct from (before.slug, before.category));
  return null;
end $$;
--> statement-breakpoint
create trigger member_skills_insert_is_found after insert on member_skills referencing new table as changed
  for each statement execute function find_changed_members_anew();
--> statement-breakpoint
create trigger member_skills_update_is_found after update on member_skills referencing new table as changed
  for each statement execute function find_changed_members_anew();
--> statement-breakpoint
create trigger member_skills_delete_is_found after delete on member_skills referencing old table as changed
  for each statement execute function find_changed_members_anew();
--> statement-breakpoint
create trigger skill_words_insert_is_found after insert on skill_words referencing new table as changed
  for each statement execute function find_changed_members_anew();
--> statement-breakpoint
create trigger skill_words_update_is_found after update on skill_words referencing new table as changed
  for each statement execute function find_changed_members_anew();
--> statement-breakpoint
create trigger skill_words_delete_is_found after delete on skill_words referencing old table as changed
  for each statement execute function find_changed_members_anew();
--> statement-breakpoint
create trigger availability_insert_is_found after insert on availability referencing new table as changed
  for each statement execute function find_changed_members_anew();
--> statement-breakpoint
create trigger availability_update_is_found after update on availability referencing new table as changed
  for each statement execute function find_changed_members_anew();
--> statement-breakpoint
create trigger availability_delete_is_found after delete on availability referencing old table as changed
  for each statement execute function find_changed_members_anew();
--> statement-breakpoint
create trigger projects_insert_is_found after insert on projects referencing new table as changed
  for each statement execute function find_changed_members_anew();
--> statement-breakpoint
create trigger projects_update_is_found after update on projects referencing new table as changed
  for each statement execute function find_changed_members_anew();
--> statement-breakpoint
create trigger projects_delete_is_found after delete on projects referencing old table as changed
  for each statement execute function find_changed_members_anew();
--> statement-breakpoint
create trigger accounts_insert_is_found after insert on accounts referencing new table as changed
  for each statement execute function find_changed_members_anew();
--> statement-breakpoint
create trigger accounts_update_is_found after update on accounts referencing new table as changed
  for each statement execute function find_changed_members_anew();
--> statement-breakpoint
create trigger accounts_delete_is_found after delete on accounts referencing old table as changed
  for each statement execute function find_changed_members_anew();
--> statement-breakpoint
create trigger skills_update_is_found after update on skills referencing old table as before new table as changed
  for each statement execute function find_members_of_changed_skills_anew();
--> statement-breakpoint
drop function members_that_sound_like(text);
--> statement-breakpoint
create function members_that_sound_like(wanted text, everyone boolean, all_of text[], any_of text[])
returns table (id uuid, closeness real) language sql stable
set pg_trgm.word_similarity_threshold = 0.45 set enable_seqscan = off as $$
  with plain as (select lower(unaccent(wanted)) as words),
  named as (
    select m.id, word_similarity(words, m.openly_sought) as closeness from members m, plain
    where everyone and words <% m.openly_sought and m.open_facets @> all_of and (any_of is null or m.open_facets && any_of)
    union all
    select m.id, word_similarity(words, m.sought) from members m, plain
    where not everyone and words <% m.sought and m.facets @> all_of and (any_of is null or m.facets && any_of)),
  meant as (
    select slug, heard.closeness * 0.95 as closeness
    from skills_that_sound_like(wanted, null, null) heard join skills using (id)
    where heard.closeness >= 0.6 order by heard.closeness desc, slug limit 5),
  skilled as (
    select found.id, meant.closeness from meant cross join lateral (
      select m.id from members m
      where everyone and m.open_facets && array['teaches:' || meant.slug, 'learns:' || meant.slug]
        and m.open_facets @> all_of and (any_of is null or m.open_facets && any_of) limit 200) found
    union all
    select found.id, meant.closeness from meant cross join lateral (
      select m.id from members m
      where not everyone and m.facets && array['teaches:' || meant.slug, 'learns:' || meant.slug]
        and m.facets @> all_of and (any_of is null or m.facets && any_of) limit 200) found)
  select id, max(closeness)::real from (select * from named union all select * from skilled) found
  group by id order by 2 desc, id limit 200
$$;
--> statement-breakpoint
update members set name = name;
