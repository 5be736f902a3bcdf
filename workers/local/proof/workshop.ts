import type { Person } from './person.ts'
import type { Stage } from './stage.ts'
import { togetherWith } from './workshop-together.ts'

export type Cast = { mentor: Person; sought: Person; participant: Person; organiser: Person }

// A workshop where much has happened: a mentor with 200 mentees and 20,000 tasks, one whom a hundred thousand ask, and others
// who have as much.
export async function fillWorkshop(stage: Stage, cast: Cast) {
  const { mentor, sought, participant } = cast
  await stage.sql(`
    set session_replication_role = replica;

    insert into members (id, handle, name) select gen_random_uuid(), 'm-' || n, 'Maker ' || n from generate_series(1, 100000) n;
    create temp table maker as select id, substr(handle, 3)::int as n from members where handle like 'm-%';
    create index on maker (n);

    insert into mentorship_requests (id, participant_id, mentor_id, words, created_at, answer_by)
      select gen_random_uuid(), maker.id, '${sought.id}', 'Please.', now() - make_interval(mins => n), now() + interval '7 days' from maker;
    insert into mentorship_requests (id, participant_id, mentor_id, words, state, reason, created_at, answer_by, decided_at)
      select gen_random_uuid(), case when n % 2000 = 0 then '${participant.id}'::uuid else maker.id end, other.id, 'Please.', 'declined', 'No room.', now(), now(), now() - make_interval(mins => n)
      from maker, lateral (select m.id from maker m where m.n = maker.n / 5 + 70000) other where n <= 60000;

    insert into mentorships (id, mentor_id, participant_id, moved_at)
      select gen_random_uuid(), case when n <= 200 then '${mentor.id}'::uuid else other.id end, maker.id, now() - make_interval(hours => n % 400)
      from maker, lateral (select m.id from maker m where m.n = maker.n + 50000) other where n <= 2000;
    insert into mentorships (id, mentor_id, participant_id) values (gen_random_uuid(), '${mentor.id}', '${participant.id}');

    insert into tasks (id, participant_id, set_by_id, mentorship_id, title, state, set_at, moved_at, done_at)
      select gen_random_uuid(), participant_id, mentor_id, id, 'Task ' || n,
        case when n <= 3 then 'accepted' when n = 4 then 'handed-in' else 'done' end, now() - make_interval(hours => n), now() - make_interval(hours => n), case when n > 4 then now() end
      from mentorships, generate_series(1, 100) n;
    insert into submissions (id, task_id, version, handed_in_at) select gen_random_uuid(), id, 1, moved_at from tasks where state <> 'accepted';
    insert into looks (id, submission_id, kind, reviewer_id, state, due_at, done_at)
      select gen_random_uuid(), s.id, 'mentor', t.set_by_id, case t.state when 'done' then 'done' else 'open' end, now() + interval '2 days', case t.state when 'done' then now() end
      from submissions s join tasks t on t.id = s.task_id;

    insert into journal_entries (id, member_id, text, tags, written_at)
      select gen_random_uuid(), case when n % 10 = 0 then '${participant.id}'::uuid else maker.id end, 'Day ' || n || ' at the bench, nothing fits.', array['day'], now() - make_interval(hours => n)
      from maker where n <= 50000;
    insert into goals (id, member_id, title, target, set_at)
      select gen_random_uuid(), case when n % 10 = 0 then '${participant.id}'::uuid else maker.id end, 'Goal ' || n, 12, now() - make_interval(hours => n) from maker where n <= 50000;
    insert into prospects (id, owner_id, name, met_on, updated_at)
      select gen_random_uuid(), case when n % 10 = 0 then '${mentor.id}'::uuid else maker.id end, 'Passer-by ' || n, current_date, now() - make_interval(mins => n) from maker where n <= 50000;
    ${togetherWith(cast)}
    analyze;`)
}

// What was read of the tables that grow, from end to end, until now. A connection tells what it read at the latest when it ends.
export async function readWhole(stage: Stage): Promise<Record<string, number>> {
  const others = `from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`
  await stage.sql(`select pg_terminate_backend(pid, 1000) ${others}`)
  const rows = await stage.sql(
    `select relname, seq_tup_read::float as read from pg_stat_user_tables where n_live_tup > 1000 order by relname`,
  )
  return Object.fromEntries(rows.map(({ relname, read }) => [relname, read]))
}
