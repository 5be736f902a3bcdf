create function remember_what_skill_is_called() returns trigger language plpgsql as $$
begin
  new.sought := lower(unaccent(concat_ws(' | ', new.name, array_to_string(new.synonyms, ' | '), array_to_string(new.tags, ' | '))));
  return new;
end $$;
--> statement-breakpoint
create trigger skills_sought before insert or update of name, synonyms, tags on skills
  for each row execute function remember_what_skill_is_called();
--> statement-breakpoint
create function skills_that_sound_like(wanted text) returns table (id uuid, closeness real)
  language sql stable set pg_trgm.word_similarity_threshold = 0.45 as $$
  select id, word_similarity(lower(unaccent(wanted)), sought) from skills
  where lower(unaccent(wanted)) <% sought
  order by 2 desc, id limit 200
$$;
