ALTER TABLE "listings" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
-- What somebody took keeps its number among as many as it was bought of.
create function keeps_its_pieces() returns trigger language plpgsql as $$
declare
  refused text := case
    when exists (select from claims taken where taken.listing_id = new.id and taken.state in ('held', 'sold')
      and taken.number > new.copies) then 'listings_keep_their_pieces'
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
create trigger listings_keep_their_pieces after update of copies on listings for each row
  when (old.copies is distinct from new.copies) execute function keeps_its_pieces();
--> statement-breakpoint
-- Somebody who takes a piece in the moment in which there become fewer takes it of those that are left.
create or replace function counts_what_is_taken() returns trigger language plpgsql as $$
declare
  was integer := case when tg_op = 'UPDATE' and old.state in ('held', 'sold') then 1 else 0 end;
  is_now integer := case when new.state in ('held', 'sold') then 1 else 0 end;
  there_are integer;
begin
  if is_now <> was then
    update listings set taken = taken + is_now - was where id = new.listing_id returning copies into there_are;
    if is_now = 1 and new.number > there_are then
      raise exception 'there are fewer meanwhile'
        using errcode = 'check_violation', constraint = 'listings_have_pieces', table = 'listings', detail = new.listing_id;
    end if;
  end if;
  return new;
end $$;
