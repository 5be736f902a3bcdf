-- Between peers either does what the other has set: it is the turn of whoever does it, and then of whoever set it.
create or replace function task_moves_pair() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.plan_item_id is not null and new.state = 'set' then
    return new;
  end if;
  update mentorships set moved_at = greatest(moved_at, new.moved_at), turn = case
      when new.state = 'dropped' then turn
      when (new.state in ('handed-in', 'done')) = (new.participant_id = participant_id) then 'mentor'
      else 'participant' end
    where id = new.mentorship_id;
  return new;
end $$;
