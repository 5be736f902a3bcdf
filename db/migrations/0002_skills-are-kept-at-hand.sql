create function keep_skill_at_hand() returns trigger language plpgsql as $$
begin
  new.sought := lower(unaccent(concat_ws(' | ', new.name, array_to_string(new.synonyms, ' | '), array_to_string(new.tags, ' | '))));
  new.card := json_build_object('id', new.id, 'slug', new.slug, 'name', new.name, 'category', new.category,
    'summary', new.summary, 'tags', new.tags);
  return new;
end $$;
--> statement-breakpoint
create trigger skills_at_hand before insert or update on skills
  for each row execute function keep_skill_at_hand();
--> statement-breakpoint
create function skills_that_sound_like(wanted text, of_category text, with_tag text) returns table (id uuid, closeness real)
  language sql stable set pg_trgm.word_similarity_threshold = 0.45 as $$
  select id, word_similarity(lower(unaccent(wanted)), sought) from skills
  where lower(unaccent(wanted)) <% sought
    and (of_category is null or category = of_category) and (with_tag is null or tags @> array[with_tag])
  order by 2 desc, id limit 200
$$;
