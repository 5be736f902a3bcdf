alter table plan_items add constraint plan_items_rubric_id_rubrics_id_fk foreign key (rubric_id) references rubrics (id) on delete set null;
--> statement-breakpoint
alter table survey_answers add constraint survey_answers_mentorship_id_mentorships_id_fk foreign key (mentorship_id) references mentorships (id) on delete cascade;
--> statement-breakpoint
alter table tasks add constraint tasks_from_item_id_comments_id_fk foreign key (from_item_id) references comments (id) on delete set null;
--> statement-breakpoint
alter table comments add constraint comments_phrase_id_phrases_id_fk foreign key (phrase_id) references phrases (id) on delete set null;
--> statement-breakpoint
alter table mentorship_requests add constraint mentorship_requests_goes_on_from_fk foreign key (goes_on_from) references mentorship_requests (id) on delete set null;
--> statement-breakpoint
alter table prospects add constraint prospects_merged_into_fk foreign key (merged_into) references prospects (id) on delete set null;
--> statement-breakpoint
alter table programs add constraint programs_copied_from_fk foreign key (copied_from) references programs (id) on delete set null;
--> statement-breakpoint
-- A state goes on only as its trigger says, in pairs of "from>to"; whoever tries otherwise meets a constraint by name.
create function goes_on_as_told() returns trigger language plpgsql as $$
begin
  if not (old.state || '>' || new.state = any (tg_argv)) then
    raise exception '% cannot go from % to %', tg_table_name, old.state, new.state
      using errcode = 'check_violation', constraint = tg_table_name || '_go_on_as_told', table = tg_table_name;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger mentorship_requests_go_on before update of state on mentorship_requests for each row
  when (old.state is distinct from new.state) execute function goes_on_as_told(
    'waiting>asked', 'waiting>accepted', 'waiting>declined', 'waiting>withdrawn', 'waiting>expired',
    'asked>waiting', 'asked>accepted', 'asked>declined', 'asked>withdrawn', 'asked>expired');
--> statement-breakpoint
create trigger mentorships_go_on before update of state on mentorships for each row
  when (old.state is distinct from new.state) execute function goes_on_as_told(
    'active>paused', 'paused>active', 'active>closed', 'paused>closed');
--> statement-breakpoint
create trigger invitations_go_on before update of state on invitations for each row
  when (old.state is distinct from new.state) execute function goes_on_as_told(
    'sent>accepted', 'sent>declined', 'sent>withdrawn', 'sent>expired');
--> statement-breakpoint
create trigger programs_go_on before update of state on programs for each row
  when (old.state is distinct from new.state) execute function goes_on_as_told(
    'draft>open', 'open>running', 'open>draft', 'running>finished', 'open>finished');
--> statement-breakpoint
create trigger program_applications_go_on before update of state on program_applications for each row
  when (old.state is distinct from new.state) execute function goes_on_as_told(
    'applied>accepted', 'applied>declined', 'applied>withdrawn', 'accepted>withdrawn');
--> statement-breakpoint
create trigger tasks_go_on before update of state on tasks for each row
  when (old.state is distinct from new.state) execute function goes_on_as_told(
    'set>accepted', 'set>dropped', 'accepted>handed-in', 'accepted>dropped', 'handed-in>again', 'handed-in>done',
    'again>handed-in', 'again>dropped', 'accepted>done');
--> statement-breakpoint
create trigger task_extensions_go_on before update of state on task_extensions for each row
  when (old.state is distinct from new.state) execute function goes_on_as_told('asked>granted', 'asked>refused');
--> statement-breakpoint
create trigger looks_go_on before update of state on looks for each row
  when (old.state is distinct from new.state) execute function goes_on_as_told('open>done', 'open>handed-on');
--> statement-breakpoint
create trigger supply_requests_go_on before update of state on supply_requests for each row
  when (old.state is distinct from new.state) execute function goes_on_as_told(
    'asked>approved', 'asked>part-approved', 'asked>refused', 'asked>cancelled',
    'approved>handed-over', 'approved>cancelled', 'part-approved>handed-over', 'part-approved>cancelled',
    'handed-over>returned', 'handed-over>used-up');
--> statement-breakpoint
create trigger media_go_on before update of state on media for each row
  when (old.state is distinct from new.state) execute function goes_on_as_told(
    'coming>looking', 'coming>refused', 'looking>ready', 'looking>refused');
--> statement-breakpoint
-- A rubric that something was judged by stays as it was.
create function stays_as_it_was() returns trigger language plpgsql as $$
begin
  raise exception '% never changes', tg_table_name
    using errcode = 'check_violation', constraint = tg_table_name || '_stay_as_they_were', table = tg_table_name;
end $$;
--> statement-breakpoint
create trigger rubric_versions_stay before update on rubric_versions for each row execute function stays_as_it_was();
--> statement-breakpoint
-- Each mentor has as many seats as they said. The row of mentor_seats is the lock: acceptances of the same moment stand
-- in line for it, and each sees what the one before it left.
create function takes_a_seat() returns trigger language plpgsql as $$
declare
  was integer := case when tg_op = 'UPDATE' and old.state <> 'closed' then 1 else 0 end;
  is_now integer := case when new.state <> 'closed' then 1 else 0 end;
  seats integer;
  at_most integer;
begin
  if is_now = was then return new; end if;
  insert into mentor_seats (mentor_id, taken) values (new.mentor_id, is_now - was)
    on conflict (mentor_id) do update set taken = greatest(mentor_seats.taken + is_now - was, 0)
    returning taken into seats;
  if is_now > was then
    select mentees_at_most into at_most from availability where member_id = new.mentor_id;
    if seats > coalesce(at_most, 0) then
      raise exception 'this mentor has no room' using errcode = 'check_violation', constraint = 'mentors_have_room', table = 'mentorships';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger mentorships_take_a_seat after insert or update of state on mentorships for each row
  when (new.format <> 'one-off' and new.format <> 'peer') execute function takes_a_seat();
--> statement-breakpoint
create function leaves_a_seat() returns trigger language plpgsql as $$
begin
  update mentor_seats set taken = greatest(taken - 1, 0) where mentor_id = old.mentor_id;
  return old;
end $$;
--> statement-breakpoint
create trigger mentorships_leave_a_seat after delete on mentorships for each row
  when (old.state <> 'closed' and old.format <> 'one-off' and old.format <> 'peer') execute function leaves_a_seat();
--> statement-breakpoint
-- What the two do moves their mentorship: silence is counted from the last step, and the last step says whose turn it is.
create function task_moves_pair() returns trigger language plpgsql as $$
begin
  update mentorships set moved_at = greatest(moved_at, new.moved_at), turn = case
      when new.state = 'handed-in' or new.state = 'done' then 'mentor'
      when new.state = 'dropped' then turn
      else 'participant' end
    where id = new.mentorship_id;
  return new;
end $$;
--> statement-breakpoint
create trigger tasks_move_their_pair after insert or update of state on tasks for each row
  when (new.mentorship_id is not null) execute function task_moves_pair();
--> statement-breakpoint
create function note_moves_pair() returns trigger language plpgsql as $$
begin
  update mentorships set moved_at = greatest(moved_at, new.at) where id = new.mentorship_id;
  return new;
end $$;
--> statement-breakpoint
create trigger pair_notes_move_their_pair after insert on pair_notes for each row execute function note_moves_pair();
--> statement-breakpoint
-- Seats of a cohort are taken by accepted participants.
create function takes_a_place() returns trigger language plpgsql as $$
declare
  was uuid := case when tg_op <> 'INSERT' and old.state = 'accepted' and old.part = 'participant' then old.cohort_id end;
  is_now uuid := case when tg_op <> 'DELETE' and new.state = 'accepted' and new.part = 'participant' then new.cohort_id end;
begin
  if was is distinct from is_now then
    update cohorts set taken = taken + 1 where id = is_now;
    update cohorts set taken = taken - 1 where id = was;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger program_applications_take_a_place after insert or update of state, cohort_id or delete on program_applications
  for each row execute function takes_a_place();
--> statement-breakpoint
-- A stock is the sum of its movements, and never less than nothing.
create function moves_stock() returns trigger language plpgsql as $$
begin
  update resources set stock = stock + new.quantity where id = new.resource_id;
  return new;
end $$;
--> statement-breakpoint
create trigger movements_move_stock after insert on movements for each row execute function moves_stock();
--> statement-breakpoint
create trigger movements_stay before update on movements for each row execute function stays_as_it_was();
--> statement-breakpoint
alter table reservations add constraint reservations_never_overlap
  exclude using gist (copy_id with =, days with &&) where (released_at is null);
--> statement-breakpoint
-- What members bring counts against their share from the moment it is announced until it is refused or gone.
create function counts_in_share() returns trigger language plpgsql as $$
declare
  was_bytes bigint := case when tg_op <> 'INSERT' and old.state <> 'refused' then old.bytes else 0 end;
  was_pieces integer := case when tg_op <> 'INSERT' and old.state <> 'refused' then 1 else 0 end;
  now_bytes bigint := case when tg_op <> 'DELETE' and new.state <> 'refused' then new.bytes else 0 end;
  now_pieces integer := case when tg_op <> 'DELETE' and new.state <> 'refused' then 1 else 0 end;
  whose uuid := case when tg_op = 'DELETE' then old.owner_id else new.owner_id end;
begin
  if was_bytes = now_bytes and was_pieces = now_pieces then return null; end if;
  if tg_op = 'INSERT' then
    insert into media_shares (member_id, bytes, pieces) values (whose, now_bytes, now_pieces)
      on conflict (member_id) do update set bytes = media_shares.bytes + now_bytes, pieces = media_shares.pieces + now_pieces;
  else
    update media_shares set bytes = bytes + now_bytes - was_bytes, pieces = pieces + now_pieces - was_pieces where member_id = whose;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger media_count_in_share after insert or update of state, bytes or delete on media
  for each row execute function counts_in_share();
--> statement-breakpoint
-- Who is in a mentorship works together, and so may endorse each other.
create function works_together() returns trigger language plpgsql as $$
begin
  insert into worked_together (member_id, other_id, "on")
    values (new.mentor_id, new.participant_id, 'a mentorship'), (new.participant_id, new.mentor_id, 'a mentorship')
    on conflict do nothing;
  return new;
end $$;
--> statement-breakpoint
create trigger mentorships_are_work_together after insert on mentorships for each row execute function works_together();
--> statement-breakpoint
create index events_of_a_pair on events ((data ->> 'mentorship'), id) where data ? 'mentorship';
