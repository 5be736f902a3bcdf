create function keep_member_findable() returns trigger language plpgsql as $$
begin
  new.sought := lower(unaccent(concat_ws(' | ', new.name, new.handle, new.craft, array_to_string(new.interests, ' | '))));
  return new;
end $$;
--> statement-breakpoint
create trigger members_findable before insert or update of name, handle, craft, interests on members
  for each row execute function keep_member_findable();
--> statement-breakpoint
update members set name = name;
--> statement-breakpoint
create function members_that_sound_like(wanted text) returns table (id uuid, closeness real)
  language sql stable set pg_trgm.word_similarity_threshold = 0.45 as $$
  select id, word_similarity(lower(unaccent(wanted)), sought) from members
  where lower(unaccent(wanted)) <% sought and standing in ('active', 'leaving')
  order by 2 desc, id limit 200
$$;
