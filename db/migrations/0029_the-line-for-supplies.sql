-- Whoever stands in line for a supply already holds its key, for the request that names it: the lock leaves that alone.
create or replace function keep_for(request supply_requests, resource uuid, wanted integer) returns void language plpgsql as $$
declare
  what resources;
  part record;
  kept integer;
begin
  perform pg_advisory_xact_lock(hashtext('supplies'));
  select * into what from resources where id = resource for no key update;
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
