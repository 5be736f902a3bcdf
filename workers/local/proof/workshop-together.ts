import type { Cast } from './workshop.ts'

// What many do together in the workshop: fifty programs with 3,000 pairs and 30,000 applications, circles, versions that wait
// for a peer, and templates that are shared. `maker` numbers the members.
export const togetherWith = ({ mentor, participant, organiser }: Cast) => `
    create temp table round as select gen_random_uuid() as id, gen_random_uuid() as program_id, n from generate_series(0, 49) n;
    insert into programs (id, slug, name, summary, state, starts_on, ends_on, consent, sight)
      select program_id, 'bench-' || n, 'Bench ' || n, 'At the bench.', 'running', current_date - 100, current_date + 100, 'We see it.', 'content' from round;
    insert into program_organisers (program_id, member_id)
      select program_id, case round.n when 7 then '${organiser.id}'::uuid else maker.id end from round join maker on maker.n = round.n + 1;
    insert into cohorts (id, program_id, name, starts_on, ends_on, seats, taken)
      select id, program_id, 'The first', current_date - 100, current_date + 100, 1000, 0 from round;
    insert into plan_items (id, program_id, kind, title, after_days, questions)
      select gen_random_uuid(), program_id, 'survey', 'Half way', 30, '[{"key": "q1", "label": "How is it going?", "kind": "rating"}]' from round;

    create temp table learning as select gen_random_uuid() as id, gen_random_uuid() as task_id, gen_random_uuid() as version_id, learner.id as participant_id,
        teacher.id as mentor_id, round.program_id, round.id as round_id, learner.n
      from maker learner join maker teacher on teacher.n = learner.n + 50000 join round on round.n = learner.n % 50 where learner.n between 10001 and 13000;
    insert into mentorships (id, mentor_id, participant_id, program_id, started_at, moved_at)
      select id, mentor_id, participant_id, program_id, now() - interval '60 days', now() - make_interval(hours => n % 500) from learning;
    insert into program_applications (id, program_id, cohort_id, member_id, form, answers, state, applied_at, decided_at)
      select gen_random_uuid(), program_id, round_id, participant_id, '[]', '{}', 'accepted', now() - interval '90 days', now() from learning;
    insert into program_applications (id, program_id, cohort_id, member_id, form, answers, applied_at)
      select gen_random_uuid(), round.program_id, round.id, maker.id, '[]', '{}', now() - make_interval(mins => maker.n)
      from maker join round on round.n = maker.n % 50 where maker.n between 20001 and 47000;
    insert into survey_answers (id, plan_item_id, mentorship_id, member_id, answers)
      select gen_random_uuid(), item.id, learning.id, learning.participant_id, '{"q1": 4}' from learning join plan_items item on item.program_id = learning.program_id;
    insert into events (name, subject, actor, data, sent_at)
      select 'pair.reminded', id::text, 'job:test', jsonb_build_object('mentorship', id), now() from learning, generate_series(1, 5);

    insert into tasks (id, participant_id, set_by_id, mentorship_id, title, state, looks_first)
      select task_id, participant_id, mentor_id, id, 'A corner', 'handed-in', '{peer}' from learning;
    insert into submissions (id, task_id, version) select version_id, task_id, 1 from learning;
    insert into looks (id, submission_id, kind, due_at) select gen_random_uuid(), version_id, 'peer', now() + make_interval(hours => n % 90) from learning;

    create temp table circle as select gen_random_uuid() as id, n from generate_series(1, 3000) n;
    insert into circles (id, mentor_id, name, created_at)
      select circle.id, case when circle.n <= 60 then '${mentor.id}'::uuid else maker.id end, 'Circle ' || circle.n, now() - make_interval(hours => circle.n)
      from circle join maker on maker.n = circle.n;
    update mentorships set circle_id = circle.id from learning join circle on circle.n = learning.n - 10000 where mentorships.id = learning.id;
    update mentorships set circle_id = (select id from circle where n = 1), program_id = (select program_id from round where n = 7)
      where participant_id = '${participant.id}';

    insert into task_templates (id, owner_id, title, shared, created_at)
      select gen_random_uuid(), case when n % 100 = 0 then '${mentor.id}'::uuid else maker.id end, 'Template ' || n, n % 2 = 0, now() - make_interval(mins => n)
      from maker where n <= 20000;`
