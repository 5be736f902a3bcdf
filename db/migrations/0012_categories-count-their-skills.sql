ALTER TABLE "skill_categories" ADD COLUMN "skills" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
create function count_skills_of_categories() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    update skill_categories set skills = skills - gone.number
      from (select category, count(*) as number from skills_before where shown group by category) gone where slug = gone.category;
  end if;
  if tg_op <> 'DELETE' then
    update skill_categories set skills = skills + come.number
      from (select category, count(*) as number from skills_after where shown group by category) come where slug = come.category;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger skills_come after insert on skills referencing new table as skills_after
  for each statement execute function count_skills_of_categories();
--> statement-breakpoint
create trigger skills_change after update on skills referencing old table as skills_before new table as skills_after
  for each statement execute function count_skills_of_categories();
--> statement-breakpoint
create trigger skills_go after delete on skills referencing old table as skills_before
  for each statement execute function count_skills_of_categories();
--> statement-breakpoint
update skill_categories set skills = (select count(*) from skills where category = slug and shown);
