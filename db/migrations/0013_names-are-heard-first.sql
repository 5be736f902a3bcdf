drop function members_that_sound_like(text, boolean, text[], text[]);
--> statement-breakpoint
create function members_called(wanted text, everyone boolean, all_of text[], any_of text[])
returns table (id uuid, closeness real) language sql stable
set pg_trgm.word_similarity_threshold = 0.85 set enable_seqscan = off set jit = off as $$
  (select id, word_similarity(wanted, openly_sought) from members
    where everyone and wanted <% openly_sought and open_facets @> all_of and (any_of is null or open_facets && any_of) limit 200)
  union all
  (select id, word_similarity(wanted, sought) from members
    where not everyone and wanted <% sought and facets @> all_of and (any_of is null or facets && any_of) limit 200)
$$;
--> statement-breakpoint
create function members_called_about(wanted text, everyone boolean, all_of text[], any_of text[])
returns table (id uuid, closeness real) language sql stable
set pg_trgm.word_similarity_threshold = 0.4 set enable_seqscan = off set jit = off as $$
  (select id, word_similarity(wanted, openly_sought) from members
    where everyone and wanted <% openly_sought and open_facets @> all_of and (any_of is null or open_facets && any_of) limit 200)
  union all
  (select id, word_similarity(wanted, sought) from members
    where not everyone and wanted <% sought and facets @> all_of and (any_of is null or facets && any_of) limit 200)
$$;
--> statement-breakpoint
create function members_who_can(wanted text, at_least real, everyone boolean, all_of text[], any_of text[])
returns table (id uuid, closeness real) language sql stable
set pg_trgm.word_similarity_threshold = 0.5 set enable_seqscan = off set jit = off as $$
  with heard as (
    select slug, word_similarity(wanted, sought) as closeness from skills where wanted <% sought and shown limit 100),
  meant as (
    select array['teaches:' || slug, 'learns:' || slug] as bonds, (closeness * 0.95)::real as closeness
    from heard where heard.closeness >= at_least order by heard.closeness desc, slug limit 5)
  (select found.id, meant.closeness from meant cross join lateral (
    select m.id from members m where everyone and m.open_facets && meant.bonds
      and m.open_facets @> all_of and (any_of is null or m.open_facets && any_of) limit 100) found)
  union all
  (select found.id, meant.closeness from meant cross join lateral (
    select m.id from members m where not everyone and m.facets && meant.bonds
      and m.facets @> all_of and (any_of is null or m.facets && any_of) limit 100) found)
$$;
--> statement-breakpoint
create function members_that_sound_like(wanted text, everyone boolean, all_of text[], any_of text[])
returns table (id uuid, closeness real) language sql stable as $$
  with plain as materialized (select lower(unaccent(wanted)) as words),
  surely as materialized (
    select called.* from plain, members_called(words, everyone, all_of, any_of) called
    union all
    select able.* from plain, members_who_can(words, 0.6, everyone, all_of, any_of) able),
  perhaps as (
    select about.* from plain, members_called_about(words, everyone, all_of, any_of) about
    where (select count(*) from surely) < 24
    union all
    select able.* from plain, members_who_can(words, 0.5, everyone, all_of, any_of) able
    where (select count(*) from surely) < 24)
  select id, max(closeness) from (select * from surely union all select * from perhaps) heard
  group by id order by 2 desc, id limit 200
$$;
