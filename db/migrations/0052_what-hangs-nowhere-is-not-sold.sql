-- Whoever hides it in the same moment is waited for, and what does not hang in the market then is not sold.
create or replace function takes_its_pieces() returns trigger language plpgsql as $$
declare
  offered listings%rowtype;
  buying record;
  got integer := 0;
  added integer;
  refused text;
begin
  select * into offered from listings where id = new.listing_id for no key update;
  select bought.member_id, bought.until, ordered.seller_id, ordered.currency into buying
    from orders ordered join purchases bought on bought.id = ordered.purchase_id where ordered.id = new.order_id;
  refused := case
    when not offered.on_show or offered.member_id <> buying.seller_id or offered.starts_at <= now() then 'listings_are_listed'
    when offered.member_id = buying.member_id then 'listings_are_for_others'
    when offered.currency <> buying.currency or new.unit_minor < offered.price_minor
      or (new.unit_minor > offered.price_minor and not offered.pay_more) then 'listings_cost_what_they_cost'
  end;
  if refused is null and offered.copies is not null then
    update claims set state = 'let-go' where listing_id = offered.id and state = 'held' and until <= now();
    for tries in 1 .. 20 loop
      insert into claims (listing_id, number, order_line_id, until)
        select offered.id, free.number, new.id, buying.until
        from generate_series(1, offered.copies) as free(number)
        where not exists (select from claims taken
          where taken.listing_id = offered.id and taken.number = free.number and taken.state in ('held', 'sold'))
        order by free.number limit new.quantity - got
      on conflict (listing_id, number) where state in ('held', 'sold') do nothing;
      get diagnostics added = row_count;
      got := got + added;
      exit when got = new.quantity;
    end loop;
    if got < new.quantity then refused := 'listings_have_pieces'; end if;
  end if;
  if refused is not null then
    raise exception 'this cannot be bought like this'
      using errcode = 'check_violation', constraint = refused, table = 'listings', detail = offered.id;
  end if;
  return new;
end $$;
