create function refuse_anothers_handle() returns trigger language plpgsql as $$
begin
  if exists (select from former_handles former where former.handle = new.handle and former.member_id <> new.id) then
    raise unique_violation using constraint = 'handles_are_nobody_elses', message = 'this handle belonged to somebody else';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger handles_are_nobody_elses after insert or update of handle on members
  for each row execute function refuse_anothers_handle();
--> statement-breakpoint
create function works_that_sound_like(wanted text) returns table (id uuid, closeness real)
  language sql stable set pg_trgm.word_similarity_threshold = 0.45 as $$
  select id, word_similarity(lower(wanted), lower(title)) from projects
  where lower(wanted) <% lower(title)
  order by 2 desc, finished_at desc, id limit 50
$$;
