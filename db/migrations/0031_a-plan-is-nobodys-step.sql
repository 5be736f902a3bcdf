alter table surveys_asked add constraint surveys_asked_mentorship_id_mentorships_id_fk foreign key (mentorship_id) references mentorships (id) on delete cascade;
--> statement-breakpoint
-- What the plan of a program lays before a pair is no step that either of the two took: their silence goes on, and so does
-- whose turn it is.
create or replace function task_moves_pair() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.plan_item_id is not null and new.state = 'set' then
    return new;
  end if;
  update mentorships set moved_at = greatest(moved_at, new.moved_at), turn = case
      when new.state = 'handed-in' or new.state = 'done' then 'mentor'
      when new.state = 'dropped' then turn
      else 'participant' end
    where id = new.mentorship_id;
  return new;
end $$;
