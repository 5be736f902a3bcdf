-- Nothing is sent to whoever asked to be left alone, whoever noted that, nor to somebody whose consent has run out.
create function nobody_left_alone_is_written_to() returns trigger language plpgsql as $$
begin
  if new.state <> 'sent' then return new; end if;
  if exists (select from prospects one where one.left_alone_at is not null and one.email = new.email)
    or exists (select from prospects one where one.left_alone_at is not null and one.id = new.prospect_id) then
    raise exception 'somebody asked to be left alone'
      using errcode = 'check_violation', constraint = 'whoever_wants_peace_is_left_alone', table = tg_table_name;
  end if;
  if exists (select from prospects one where one.id = new.prospect_id and one.consent_until < current_date) then
    raise exception 'a consent has run out'
      using errcode = 'check_violation', constraint = 'consents_still_hold', table = tg_table_name;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger invitations_leave_alone before insert or update of email, prospect_id, expires_at on invitations
  for each row execute function nobody_left_alone_is_written_to();
--> statement-breakpoint
-- What is under way to somebody who asks to be left alone is taken back in the same moment.
create function takes_invitations_back() returns trigger language plpgsql as $$
begin
  update invitations set state = 'withdrawn', decided_at = now()
    where state = 'sent' and (prospect_id = new.id or email = new.email);
  return new;
end $$;
--> statement-breakpoint
create trigger prospects_are_left_alone after update of left_alone_at on prospects for each row
  when (old.left_alone_at is null and new.left_alone_at is not null) execute function takes_invitations_back();
--> statement-breakpoint
create index prospects_left_alone_by_email on prospects (email) where left_alone_at is not null;
--> statement-breakpoint
-- Whoever joined has joined; nobody joins who was merged into another.
create function prospect_stages_go_on() returns trigger language plpgsql as $$
begin
  if old.stage = 'joined' or (new.stage = 'joined' and new.merged_into is not null) then
    raise exception 'a prospect cannot go from % to %', old.stage, new.stage
      using errcode = 'check_violation', constraint = 'prospects_go_on_as_told', table = tg_table_name;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger prospects_go_on before update of stage on prospects for each row
  when (old.stage is distinct from new.stage) execute function prospect_stages_go_on();
