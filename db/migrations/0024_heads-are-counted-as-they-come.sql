CREATE TABLE "headcounts" (
	"time_zone" text NOT NULL,
	"standing" text NOT NULL,
	"members" integer NOT NULL,
	CONSTRAINT "headcounts_time_zone_standing_pk" PRIMARY KEY("time_zone","standing")
);
--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "open_quote" text GENERATED ALWAYS AS (case when standing in ('active', 'leaving') and audience_rank('profile', visibility, minor) = 0
    and audience_rank('story', visibility, minor) = 0 then quote end) STORED;--> statement-breakpoint
CREATE INDEX "members_with_a_voice" ON "members" USING btree (length("open_quote"),"id") WHERE "members"."open_quote" is not null;--> statement-breakpoint
-- Once a statement and always in the same order, so that two who change many members do not wait for each other in a circle.
-- Whatever leaves the numbers as they are takes no lock.
create function count_heads() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into headcounts (time_zone, standing, members)
      select time_zone, standing, count(*) from come group by 1, 2 order by 1, 2
      on conflict (time_zone, standing) do update set members = headcounts.members + excluded.members;
  elsif tg_op = 'DELETE' then
    insert into headcounts (time_zone, standing, members)
      select time_zone, standing, -count(*) from gone group by 1, 2 order by 1, 2
      on conflict (time_zone, standing) do update set members = headcounts.members + excluded.members;
  else
    insert into headcounts (time_zone, standing, members)
      select time_zone, standing, sum(one) from (
        select time_zone, standing, 1 as one from come union all select time_zone, standing, -1 from gone) moved
      group by 1, 2 having sum(one) <> 0 order by 1, 2
      on conflict (time_zone, standing) do update set members = headcounts.members + excluded.members;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger members_come after insert on members referencing new table as come
  for each statement execute function count_heads();
--> statement-breakpoint
create trigger members_go after delete on members referencing old table as gone
  for each statement execute function count_heads();
--> statement-breakpoint
create trigger members_move after update on members referencing old table as gone new table as come
  for each statement execute function count_heads();
--> statement-breakpoint
insert into headcounts (time_zone, standing, members) select time_zone, standing, count(*) from members group by 1, 2;
