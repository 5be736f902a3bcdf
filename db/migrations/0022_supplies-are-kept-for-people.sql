-- Keeps so much of something for a request: supplies leave the stock, a copy of a tool is kept for the days, a kit is kept
-- part by part. Wishes of the same moment stand in one line for all supplies, so none waits for another in a circle.
create function keep_for(request supply_requests, resource uuid, wanted integer) returns void language plpgsql as $$
declare
  what resources;
  part record;
  kept integer;
begin
  perform pg_advisory_xact_lock(hashtext('supplies'));
  select * into what from resources where id = resource for update;
  if what.kind = 'kit' then
    for part in select one.part_id, one.quantity from kit_parts one join resources whole on whole.id = one.part_id
      where one.kit_id = resource and whole.kind <> 'kit' order by one.part_id
    loop
      perform keep_for(request, part.part_id, part.quantity * wanted);
    end loop;
    return;
  end if;
  if what.kind = 'supply' then
    if what.stock < wanted then
      raise exception 'there is not enough of %', what.slug
        using errcode = 'check_violation', constraint = 'supplies_are_enough', table = 'resources';
    end if;
    insert into movements (id, resource_id, quantity, why, request_id, by_id)
      values (gen_random_uuid(), resource, -wanted, 'reserved', request.id, request.decided_by_id);
    return;
  end if;
  if request.from_day is null or request.until_day is null then
    raise exception 'a tool is lent for days'
      using errcode = 'check_violation', constraint = 'tools_are_lent_for_days', table = 'supply_requests';
  end if;
  insert into reservations (id, copy_id, request_id, days)
    select gen_random_uuid(), copy.id, request.id, daterange(request.from_day, request.until_day, '[]')
    from copies copy
    where copy.resource_id = resource and copy.retired_at is null and copy.condition <> 'broken'
      and not exists (select from reservations taken where taken.copy_id = copy.id and taken.released_at is null
        and taken.days && daterange(request.from_day, request.until_day, '[]'))
    order by copy.label, copy.id limit wanted;
  get diagnostics kept = row_count;
  if kept < wanted then
    raise exception 'no copy of % is free', what.slug
      using errcode = 'check_violation', constraint = 'tools_are_free', table = 'reservations';
  end if;
end $$;
--> statement-breakpoint
create function keeps_what_is_promised() returns trigger language plpgsql as $$
begin
  if new.state in ('approved', 'part-approved') then
    if new.approved = 0 then
      raise exception 'nothing was promised'
        using errcode = 'check_violation', constraint = 'promises_hold_something', table = tg_table_name;
    end if;
    perform keep_for(new, new.resource_id, new.approved);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger supply_requests_are_kept after insert on supply_requests for each row execute function keeps_what_is_promised();
--> statement-breakpoint
create trigger supply_requests_are_kept_when_promised after update of state on supply_requests for each row
  when (old.state is distinct from new.state) execute function keeps_what_is_promised();
--> statement-breakpoint
-- What was promised and is not wanted any more goes back; what came back is free for the next.
create function lets_go_of_what_is_kept() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('supplies'));
  if new.state = 'cancelled' then
    insert into movements (id, resource_id, quantity, why, request_id)
      select gen_random_uuid(), resource_id, -sum(quantity), 'released', new.id from movements
      where request_id = new.id group by resource_id having sum(quantity) < 0;
  end if;
  update reservations set released_at = now() where request_id = new.id and released_at is null;
  return null;
end $$;
--> statement-breakpoint
create trigger supply_requests_let_go after update of state on supply_requests for each row
  when (old.state is distinct from new.state and new.state in ('cancelled', 'returned', 'used-up'))
  execute function lets_go_of_what_is_kept();
--> statement-breakpoint
-- A stock that falls to where somebody wanted to hear of it is told once.
create or replace function moves_stock() returns trigger language plpgsql as $$
declare
  what resources;
begin
  update resources set stock = stock + new.quantity where id = new.resource_id returning * into what;
  if what.kind = 'supply' and what.retired_at is null and what.stock <= what.low_at and what.stock - new.quantity > what.low_at then
    insert into events (name, subject, actor, data)
      values ('supply.low', what.id::text, 'system', jsonb_build_object('name', what.name, 'stock', what.stock, 'unit', what.unit));
  end if;
  return new;
end $$;
