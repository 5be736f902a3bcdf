ALTER TABLE "listings" ADD COLUMN "starts_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "place" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_only_lessons_begin" CHECK ("listings"."kind" = 'lesson' or ("listings"."starts_at" is null and "listings"."place" = ''));
--> statement-breakpoint
-- A lesson that began is not sold any more.
create or replace function takes_its_pieces() returns trigger language plpgsql as $$
declare
  offered listings%rowtype;
  buying record;
  got integer := 0;
  added integer;
  refused text;
begin
  select * into offered from listings where id = new.listing_id;
  select bought.member_id, bought.until, ordered.seller_id, ordered.currency into buying
    from orders ordered join purchases bought on bought.id = ordered.purchase_id where ordered.id = new.order_id;
  refused := case
    when offered.state <> 'listed' or offered.member_id <> buying.seller_id or offered.starts_at <= now() then 'listings_are_listed'
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
--> statement-breakpoint
-- And whoever has a place in it comes on the day they bought.
create or replace function keeps_its_pieces() returns trigger language plpgsql as $$
declare
  refused text := case
    when exists (select from claims taken where taken.listing_id = new.id and taken.state in ('held', 'sold')
      and taken.number > new.copies) then 'listings_keep_their_pieces'
    when (new.starts_at, new.place) is distinct from (old.starts_at, old.place) and new.taken > 0 then 'listings_keep_their_day'
    when new.kind = 'edition' and new.copies > old.copies and new.taken > 0 then 'listings_editions_do_not_grow'
  end;
begin
  if refused is not null then
    raise exception 'somebody took pieces of it'
      using errcode = 'check_violation', constraint = refused, table = 'listings', detail = new.id;
  end if;
  return null;
end $$;
--> statement-breakpoint
drop trigger listings_keep_their_pieces on listings;
--> statement-breakpoint
create trigger listings_keep_their_pieces after update of copies, starts_at, place on listings for each row
  when ((old.copies, old.starts_at, old.place) is distinct from (new.copies, new.starts_at, new.place))
  execute function keeps_its_pieces();
