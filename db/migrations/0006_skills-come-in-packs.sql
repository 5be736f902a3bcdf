ALTER TABLE "skills" ADD COLUMN "shown" boolean DEFAULT true NOT NULL;
--> statement-breakpoint
create or replace function skills_that_sound_like(wanted text, of_category text, with_tag text) returns table (id uuid, closeness real)
  language sql stable set pg_trgm.word_similarity_threshold = 0.45 as $$
  select id, word_similarity(lower(unaccent(wanted)), sought) from skills
  where lower(unaccent(wanted)) <% sought and shown
    and (of_category is null or category = of_category) and (with_tag is null or tags @> array[with_tag])
  order by 2 desc, id limit 200
$$;
