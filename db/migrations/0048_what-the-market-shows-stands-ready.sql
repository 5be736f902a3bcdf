DROP INDEX "listings_newest";--> statement-breakpoint
DROP INDEX "listings_of_a_kind";--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "on_show" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "category" text;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "card" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "listings_of_a_category" ON "listings" USING btree ("category","listed_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "listings"."on_show";--> statement-breakpoint
CREATE INDEX "listings_by_title" ON "listings" USING gin (lower("title") gin_trgm_ops) WHERE "listings"."on_show";--> statement-breakpoint
CREATE INDEX "listings_newest" ON "listings" USING btree ("listed_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "listings"."on_show";--> statement-breakpoint
CREATE INDEX "listings_of_a_kind" ON "listings" USING btree ("kind","listed_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "listings"."on_show";
--> statement-breakpoint
create function hangs_for_all(shown text, standing text, visibility jsonb, minor boolean) returns boolean
  language sql immutable parallel safe as $$
  select shown = 'public' and standing in ('active', 'leaving')
    and audience_rank('profile', visibility, minor) <= 0 and audience_rank('works', visibility, minor) <= 0
$$;
--> statement-breakpoint
create function in_the_market(offered listings) returns table (on_show boolean, category text, card text)
  language sql stable as $$
  select offered.state = 'listed' and hangs_for_all(work.visibility, maker.standing, maker.visibility, maker.minor), skill.category,
    json_build_object('id', offered.id, 'slug', offered.slug, 'kind', offered.kind, 'title', offered.title,
      'currency', offered.currency, 'priceMinor', offered.price_minor, 'payMore', offered.pay_more,
      'left', offered.copies - offered.taken,
      'listedAt', to_char(offered.listed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'picture', '/media/' || work.picture, 'alt', work.alt, 'width', work.width, 'height', work.height,
      'maker', json_build_object('handle', maker.handle, 'name', maker.name))::text
  from projects work join members maker on maker.id = offered.member_id left join skills skill on skill.id = work.skill_id
  where work.id = offered.project_id
$$;
--> statement-breakpoint
-- A listing that is new waits for whoever is changing its work or its maker just now: they cannot see it yet. One that is there
-- is found by them, and comes by here again.
create function goes_to_market() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform from projects where id = new.project_id for share;
    perform from members where id = new.member_id for share;
  end if;
  select shown.on_show, shown.category, shown.card into new.on_show, new.category, new.card from in_the_market(new) shown;
  new.on_show := coalesce(new.on_show, false);
  new.card := coalesce(new.card, '');
  return new;
end $$;
--> statement-breakpoint
create trigger listings_at_hand before insert or update on listings
  for each row execute function goes_to_market();
--> statement-breakpoint
-- Works, then members, then listings: all who change several of them lock them in this order. A changed work finds its maker
-- anew (projects_update_is_found); triggers of one table run by their names, so this one comes after it.
create function shows_changed_works_again() returns trigger language plpgsql as $$
begin
  update listings set card = '' from changed join before using (id)
  where project_id = changed.id
    and (before.visibility, before.skill_id, before.picture, before.alt, before.width, before.height)
      is distinct from (changed.visibility, changed.skill_id, changed.picture, changed.alt, changed.width, changed.height);
  return null;
end $$;
--> statement-breakpoint
create trigger projects_update_is_shown after update on projects referencing old table as before new table as changed
  for each statement execute function shows_changed_works_again();
--> statement-breakpoint
create function shows_changed_makers_again() returns trigger language plpgsql as $$
begin
  update listings set card = '' from changed join before using (id)
  where listings.member_id = changed.id
    and (before.handle, before.name, before.standing, before.visibility, before.minor)
      is distinct from (changed.handle, changed.name, changed.standing, changed.visibility, changed.minor);
  return null;
end $$;
--> statement-breakpoint
create trigger members_update_is_shown after update on members referencing old table as before new table as changed
  for each statement execute function shows_changed_makers_again();
--> statement-breakpoint
create function shows_changed_skills_again() returns trigger language plpgsql as $$
begin
  update listings set card = '' from changed join before using (id) join projects work on work.skill_id = changed.id
  where project_id = work.id and before.category is distinct from changed.category;
  return null;
end $$;
--> statement-breakpoint
create trigger skills_update_is_shown after update on skills referencing old table as before new table as changed
  for each statement execute function shows_changed_skills_again();
--> statement-breakpoint
update listings set card = '';
