CREATE TABLE "project_skills" (
	"project_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"place" integer NOT NULL,
	CONSTRAINT "project_skills_project_id_skill_id_pk" PRIMARY KEY("project_id","skill_id"),
	CONSTRAINT "project_skills_place" CHECK ("project_skills"."place" between 0 and 4)
);
--> statement-breakpoint
ALTER TABLE "project_skills" ADD CONSTRAINT "project_skills_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_skills" ADD CONSTRAINT "project_skills_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "project_skills_by_skill" ON "project_skills" USING btree ("skill_id");--> statement-breakpoint
-- One in each place, looked at when a statement is over: two may change places in one.
alter table project_skills add constraint project_skills_one_in_each_place unique (project_id, place) deferrable;
--> statement-breakpoint
insert into project_skills (project_id, skill_id, place) select id, skill_id, 0 from projects where skill_id is not null;
--> statement-breakpoint
-- The first is the main one. The work carries it too, for what walks an index of works, and for the market.
create function carries_main_skill() returns trigger language plpgsql as $$
declare
  touched uuid := coalesce(new.project_id, old.project_id);
  main uuid := (select skill_id from project_skills where project_id = touched order by place limit 1);
begin
  update projects set skill_id = main where id = touched and skill_id is distinct from main;
  return null;
end $$;
--> statement-breakpoint
create trigger project_skills_main after insert or update or delete on project_skills
  for each row execute function carries_main_skill();
--> statement-breakpoint
-- The Worker of before knows only this one skill. What it writes while it is being replaced counts.
create function shows_the_only_skill() returns trigger language plpgsql as $$
begin
  if new.skill_id is distinct from old.skill_id then
    delete from project_skills where project_id = new.id;
    insert into project_skills (project_id, skill_id, place) select new.id, new.skill_id, 0 where new.skill_id is not null;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger projects_show_their_only_skill after insert or update of skill_id on projects
  for each row when (pg_trigger_depth() = 0) execute function shows_the_only_skill();
