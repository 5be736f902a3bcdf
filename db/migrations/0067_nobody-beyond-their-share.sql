-- Whoever looks at a mentor in the same moment stands in line for that mentor, and counts again when it is their turn: a slate that
-- would be one too many goes without them. The line is no row, so that a night of prices waits for nobody.
create function keeps_the_share() returns trigger language plpgsql as $$
declare
  most integer := (select share from mentor_prices where member_id = new.other_id);
begin
  if most is null then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended('share of ' || new.other_id, 0));
  if most <= (select count(*) from recommendations shown
    where shown.other_id = new.other_id and shown.kind = 'mentor' and shown.member_id <> new.member_id) then return null; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger recommendations_keep_the_share before insert on recommendations
  for each row when (new.kind = 'mentor') execute function keeps_the_share();
