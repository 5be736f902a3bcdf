ALTER TABLE "mentorships" DROP CONSTRAINT "mentorships_closing_reason";--> statement-breakpoint
CREATE INDEX "mentorships_asked_for_once" ON "mentorships" USING btree ("id") WHERE "mentorships"."format" = 'one-off' and "mentorships"."state" <> 'closed';--> statement-breakpoint
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_closing_reason" CHECK ("mentorships"."closed_because" in ('goal-reached', 'time-is-up', 'no-time', 'not-a-fit', 'moved-on', 'went-quiet', 'changed-mentor', 'answered', 'blocked'));
--> statement-breakpoint
-- Only what was asked for once ends with its answer, and only when its last open task is done.
create function ends_with_an_answer() returns trigger language plpgsql as $$
begin
  if new.format <> 'one-off'
    or not exists (select from tasks where mentorship_id = new.id and state = 'done')
    or exists (select from tasks where mentorship_id = new.id and state in ('set', 'accepted', 'handed-in', 'again')) then
    raise exception 'this mentorship has not been answered'
      using errcode = 'check_violation', constraint = 'mentorships_end_with_an_answer', table = 'mentorships';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger mentorships_are_answered before update of state on mentorships for each row
  when (new.state = 'closed' and new.closed_because = 'answered') execute function ends_with_an_answer();
