import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, type Person } from './person.ts'
import { aRealPostgres, aStage, realPostgresIsHere, type Stage } from './stage.ts'

describe.runIf(realPostgresIsHere)('many at the same time in mentoring, on a real Postgres', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await aStage({ postgres: await aRealPostgres() })
  })
  afterAll(() => stage?.stop())

  const people = (count: number, wish?: { room: number }) =>
    Promise.all(Array.from({ length: count }, () => aPerson(stage, wish)))

  const aRequest = async (participant: Person, mentor: Person) => {
    const id = randomUUID()
    await stage.sql(
      `insert into mentorship_requests (id, participant_id, mentor_id, words, answer_by) values ($1, $2, $3, 'Please.', now() + interval '7 days')`,
      [id, participant.id, mentor.id],
    )
    return id
  }

  const accept = (mentor: Person, request: string) =>
    stage.write(
      `/api/mentorship-requests/${request}/answer`,
      { answer: 'accepted' },
      { Cookie: mentor.cookie, 'CF-Connecting-IP': '192.0.2.7' },
      'PUT',
    )

  const tally = (answers: Response[]) => {
    const statuses = answers.map(({ status }) => status)
    return Object.fromEntries(
      [...new Set(statuses)].map((one) => [one, statuses.filter((status) => status === one).length]),
    )
  }

  it('MEN-3 fifty mentors say yes to one person: one of them is first', { timeout: 120_000 }, async () => {
    const participant = await aPerson(stage)
    const mentors = await people(50, { room: 1 })
    const requests = await Promise.all(mentors.map((mentor) => aRequest(participant, mentor)))
    const answers = await Promise.all(mentors.map((mentor, n) => accept(mentor, requests[n] ?? '')))
    expect(tally(answers)).toEqual({ 200: 1, 409: 49 })
    const states = await stage.sql(
      'select state, count(*)::int as n from mentorship_requests where participant_id = $1 group by state order by state',
      [participant.id],
    )
    expect(states).toEqual([
      { state: 'accepted', n: 1 },
      { state: 'withdrawn', n: 49 },
    ])
    expect(await stage.sql('select 1 from mentorships where participant_id = $1', [participant.id])).toHaveLength(1)
  })

  it('MEN-4 I6 thirty are accepted at once where there is room for three: three begin', {
    timeout: 120_000,
  }, async () => {
    const mentor = await aPerson(stage, { room: 3 })
    const requests = await Promise.all((await people(30)).map((participant) => aRequest(participant, mentor)))
    const answers = await Promise.all(requests.map((request) => accept(mentor, request)))
    expect(tally(answers)).toEqual({ 200: 3, 409: 27 })
    expect(await stage.sql('select taken from mentor_seats where mentor_id = $1', [mentor.id])).toEqual([{ taken: 3 }])
    const open = `select count(*)::int as n from mentorships where mentor_id = $1 and state <> 'closed'`
    expect(await stage.sql(open, [mentor.id])).toEqual([{ n: 3 }])
  })

  async function aPair() {
    const [mentor, participant, id] = [await aPerson(stage, { room: 5 }), await aPerson(stage), randomUUID()]
    await stage.sql('insert into mentorships (id, mentor_id, participant_id) values ($1, $2, $3)', [
      id,
      mentor.id,
      participant.id,
    ])
    return { id, mentor, participant }
  }

  const aTask = async ({ id: pair, mentor, participant }: Awaited<ReturnType<typeof aPair>>) => {
    const id = randomUUID()
    await stage.sql(
      `insert into tasks (id, participant_id, set_by_id, mentorship_id, title, state) values ($1, $2, $3, $4, 'A hinge', 'accepted')`,
      [id, participant.id, mentor.id, pair],
    )
    return id
  }

  const twenty = (ask: (n: number) => Promise<Response>) => Promise.all(Array.from({ length: 20 }, (_, n) => ask(n)))

  it('MEN-3 MEN-4 a mentor is changed once however often it is asked, and whoever is asked has one place', {
    timeout: 120_000,
  }, async () => {
    const next = await aPerson(stage, { room: 1 })
    const [handle] = await stage.sql('select handle from members where id = $1', [next.id])
    const pairs = await Promise.all(Array.from({ length: 10 }, () => aPair()))
    const words = 'The corners close. What should come next is the back of the cabinet.'
    const from = (who: Person) => ({ Cookie: who.cookie, 'CF-Connecting-IP': '192.0.2.8' })
    const change = ({ id, mentor, participant }: (typeof pairs)[number], n: number) =>
      stage.write(
        `/api/mentorships/${id}/change`,
        { mentor: handle.handle, words },
        from(n % 2 ? mentor : participant),
        'PUT',
      )
    const answers = await Promise.all(pairs.flatMap((pair) => [change(pair, 0), change(pair, 1)]))
    expect(tally(answers)).toEqual({ 200: 10, 409: 10 })
    const asked = await stage.sql(
      'select id from mentorship_requests where mentor_id = $1 and changes_from is not null',
      [next.id],
    )
    expect(asked).toHaveLength(10)
    const accepted = await Promise.all(asked.map(({ id }) => accept(next, id)))
    expect(tally(accepted)).toEqual({ 200: 1, 409: 9 })
    const ended = `select 1 from mentorships where id = any($1::uuid[]) and closed_because = 'changed-mentor'`
    expect(await stage.sql(ended, [pairs.map(({ id }) => id)])).toHaveLength(10)
  })

  it('one version is handed in however often the button is pressed, and one look finishes it', {
    timeout: 120_000,
  }, async () => {
    const pair = await aPair()
    const task = await aTask(pair)
    const handIn = () =>
      stage.write(`/api/tasks/${task}/versions`, { note: 'It swings.' }, { Cookie: pair.participant.cookie })
    expect(tally(await twenty(handIn))).toEqual({ 201: 1, 409: 19 })
    const [version] = await stage.sql('select id, version from submissions where task_id = $1', [task])
    expect(version.version).toBe(1)

    const look = (n: number) =>
      stage.write(
        '/api/feedback',
        { submission: version.id, verdict: n % 2 ? 'accepted' : 'again', words: `Look ${n}`, nextStep: 'Oil it.' },
        { Cookie: pair.mentor.cookie },
      )
    expect(tally(await twenty(look))).toEqual({ 201: 1, 409: 19 })
    const [kept] = await stage.sql(
      `select said.verdict, task.state from feedback said join submissions version on version.id = said.submission_id
        join tasks task on task.id = version.task_id where task.id = $1`,
      [task],
    )
    expect(kept.state).toBe(kept.verdict === 'accepted' ? 'done' : 'again')
  })

  it('F1 a yes that cannot reach the records is told so, and counts when it is said again', {
    timeout: 60_000,
  }, async () => {
    const [mentor, participant] = [await aPerson(stage, { room: 1 }), await aPerson(stage)]
    const request = await aRequest(participant, mentor)
    await stage.wire.refuse()
    const answer = await accept(mentor, request)
    await stage.wire.accept()
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5'])
    expect((await accept(mentor, request)).status).toBe(200)
  })

  it('I6 overlapping days of one tool are reserved once, whoever writes to the table', async () => {
    const { id: memberId } = await aPerson(stage)
    const [tool, copy] = [randomUUID(), randomUUID()]
    await stage.sql(`insert into resources (id, slug, kind, name) values ($1, $2, 'tool', 'Plane')`, [
      tool,
      `plane-${tool}`,
    ])
    await stage.sql(`insert into copies (id, resource_id, label) values ($1, $2, 'No. 1')`, [copy, tool])
    const reserve = async (n: number) => {
      const request = randomUUID()
      await stage.sql('insert into supply_requests (id, resource_id, member_id, quantity) values ($1, $2, $3, 1)', [
        request,
        tool,
        memberId,
      ])
      return stage.sql(
        `insert into reservations (id, copy_id, request_id, days)
          values ($1, $2, $3, daterange('2027-01-01'::date + $4::int, '2027-01-10'::date + $4::int))`,
        [randomUUID(), copy, request, n % 5],
      )
    }
    const settled = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => reserve(n)))
    const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason.constraint] : []))
    expect(refused).toEqual(Array(19).fill('reservations_never_overlap'))
  })

  it('I6 twenty take on tasks that need one plane and two of six boards: what is there is kept for each who got it, and for nobody twice', {
    timeout: 120_000,
  }, async () => {
    const [tool, board] = [randomUUID(), randomUUID()]
    await stage.sql(
      `insert into resources (id, slug, kind, name) values ($1, $2, 'tool', 'Plane'), ($3, $4, 'supply', 'Board')`,
      [tool, `plane-${tool}`, board, `board-${board}`],
    )
    await stage.sql(`insert into copies (id, resource_id, label) values ($1, $2, 'No. 1')`, [randomUUID(), tool])
    await stage.sql(`insert into movements (id, resource_id, quantity, why) values ($1, $2, 6, 'bought')`, [
      randomUUID(),
      board,
    ])
    const aTaskNeeding = async (supplies: { resourceId: string; quantity: number }[]) => {
      const [{ id: pair, mentor, participant }, id] = [await aPair(), randomUUID()]
      await stage.sql(
        `insert into tasks (id, participant_id, set_by_id, mentorship_id, title, supplies) values ($1, $2, $3, $4, 'A tray', $5::jsonb)`,
        [id, participant.id, mentor.id, pair, JSON.stringify(supplies)],
      )
      return { id, participant }
    }
    const takeOn = ({ id, participant }: { id: string; participant: Person }) =>
      stage.write(`/api/tasks/${id}/acceptance`, {}, { Cookie: participant.cookie }, 'PUT')
    const needs = (n: number) =>
      n % 2
        ? [
            { resourceId: tool, quantity: 1 },
            { resourceId: board, quantity: 2 },
          ]
        : [{ resourceId: board, quantity: 2 }]
    const taken = await Promise.all(Array.from({ length: 20 }, (_, n) => aTaskNeeding(needs(n))))
    const answers = await Promise.all(taken.map(takeOn))
    expect(tally(answers)).toEqual({ 200: 3, 409: 17 })
    expect(await stage.sql('select stock from resources where id = $1', [board])).toEqual([{ stock: 0 }])
    const kept = await stage.sql(
      `select count(*)::int as n from reservations kept join copies copy on copy.id = kept.copy_id where copy.resource_id = $1`,
      [tool],
    )
    expect(kept[0].n).toBeLessThanOrEqual(1)
    const requests = `select count(distinct task_id)::int as n from supply_requests where resource_id = $1 and state = 'approved'`
    expect(await stage.sql(requests, [board])).toEqual([{ n: 3 }])
  })

  async function aProgram(seats: number) {
    const [organiser, id, round] = [
      await aPerson(stage, { roles: ['participant', 'organiser'] }),
      randomUUID(),
      randomUUID(),
    ]
    await stage.sql(
      `insert into programs (id, slug, name, summary, state, starts_on, ends_on, consent)
        values ($1, $2, 'Bench', '', 'running', current_date, current_date + 90, 'We see how far you came.')`,
      [id, `bench-${id}`],
    )
    await stage.sql('insert into program_organisers (program_id, member_id) values ($1, $2)', [id, organiser.id])
    await stage.sql(
      `insert into cohorts (id, program_id, name, starts_on, ends_on, seats) values ($1, $2, 'The first', current_date, current_date + 90, $3)`,
      [round, id, seats],
    )
    return { id, round, organiser }
  }

  it('I6 the last seat of a round is given once, however many get a yes for it at once', {
    timeout: 120_000,
  }, async () => {
    const { id, round, organiser } = await aProgram(1)
    const applied = await Promise.all((await people(20)).map((person) => anApplication(id, round, person)))
    const decide = (application: string) =>
      stage.write(
        `/api/program-applications/${application}/decision`,
        { decision: 'accepted' },
        { Cookie: organiser.cookie },
        'PUT',
      )
    expect(tally(await Promise.all(applied.map(decide)))).toEqual({ 200: 1, 409: 19 })
    expect(await stage.sql('select taken from cohorts where id = $1', [round])).toEqual([{ taken: 1 }])
    const states = `select state, count(*)::int as n from program_applications where program_id = $1 group by state order by state`
    expect(await stage.sql(states, [id])).toEqual([
      { state: 'accepted', n: 1 },
      { state: 'applied', n: 19 },
    ])
  })

  async function anApplication(program: string, round: string, person: Person) {
    const id = randomUUID()
    await stage.sql(
      `insert into program_applications (id, program_id, cohort_id, member_id, form, answers) values ($1, $2, $3, $4, '[]', '{}')`,
      [id, program, round, person.id],
    )
    return id
  }

  it('F33 somebody who was met is handed on once: to one of two who reach for them, or to nobody', {
    timeout: 120_000,
  }, async () => {
    const [owner, ...both] = [
      await aPerson(stage, { room: 3 }),
      await aPerson(stage, { room: 3 }),
      await aPerson(stage, { room: 3 }),
    ]
    const handles = await Promise.all(both.map(({ id }) => stage.sql('select handle from members where id = $1', [id])))
    const offer = (id: string, n: number) =>
      stage.write(`/api/prospects/${id}/offer`, { to: handles[n]?.[0].handle }, { Cookie: owner.cookie }, 'PUT')
    const sayYes = (id: string, { cookie }: Person) =>
      stage.write(`/api/prospects/${id}/offer/answer`, { answer: 'yes' }, { Cookie: cookie }, 'PUT')
    const takeBack = (id: string) => stage.write(`/api/prospects/${id}/offer`, {}, { Cookie: owner.cookie }, 'DELETE')
    for (let n = 0; n < 10; n += 1) {
      const id = randomUUID()
      await stage.sql(`insert into prospects (id, owner_id, name, met_on) values ($1, $2, 'Wiebe', current_date)`, [
        id,
        owner.id,
      ])
      expect(tally(await Promise.all([offer(id, 0), offer(id, 1)]))).toEqual({ 200: 2 })
      const [offered] = await stage.sql('select offered_to_id from prospects where id = $1', [id])
      const answers = await Promise.all(
        [...both, ...both].map((one) => sayYes(id, one)).concat(n % 2 ? takeBack(id) : []),
      )
      expect(tally(answers)).toEqual({ 200: 1, 404: n % 2 ? 4 : 3 })
      const wentBack = n % 2 === 1 && answers.at(-1)?.status === 200
      const [now] = await stage.sql('select owner_id, offered_to_id from prospects where id = $1', [id])
      expect(now).toEqual({ owner_id: wentBack ? owner.id : offered.offered_to_id, offered_to_id: null })
      const told = await stage.sql(`select name from events where subject = $1 and name <> 'prospect.offered'`, [id])
      expect(told).toEqual([{ name: wentBack ? 'prospect.offer-taken-back' : 'prospect.handed-on' }])
    }
  })

  it('MEN-3 of two who say yes at once to a change inside a program one goes on with its plan, which lies there once', {
    timeout: 120_000,
  }, async () => {
    const [{ id: program }, pair, others] = [await aProgram(5), await aPair(), await people(2, { room: 1 })]
    await stage.sql(
      `update mentorships set program_id = $1, started_at = now() - interval '20 days', state = 'closed', closed_at = now(), closed_because = 'changed-mentor' where id = $2`,
      [program, pair.id],
    )
    await stage.sql(
      `insert into plan_items (id, program_id, kind, title, after_days, sent_version) select gen_random_uuid(), $1, 'task', 'Step ' || n, 10 * n, 1 from generate_series(1, 5) n`,
      [program],
    )
    // Of five steps one is done, one is begun, two lie there, and one came into the plan since.
    await stage.sql(
      `insert into tasks (id, participant_id, set_by_id, mentorship_id, plan_item_id, title, state, done_at)
        select gen_random_uuid(), $1, $2, $3, id, title, case title when 'Step 1' then 'done' when 'Step 2' then 'accepted' else 'set' end,
          case title when 'Step 1' then now() end from plan_items where program_id = $4 and title <> 'Step 5'`,
      [pair.participant.id, pair.mentor.id, pair.id, program],
    )
    const requests = await Promise.all(others.map((mentor) => aRequest(pair.participant, mentor)))
    await stage.sql(
      'update mentorship_requests set program_id = $1, changes_from = $2, brings = true where id = any($3::uuid[])',
      [program, pair.id, requests],
    )
    const twice = [0, 1, 0, 1].map((n) => accept(others[n] as Person, requests[n] ?? ''))
    expect(tally(await Promise.all(twice))).toEqual({ 200: 1, 409: 3 })
    const [begun, ...more] = await stage.sql(
      `select now.id, now.mentor_id, now.plan_since = was.started_at as goes_on from mentorships now, mentorships was where now.program_id = $1 and now.id <> was.id and was.id = $2`,
      [program, pair.id],
    )
    expect([begun.goes_on, more]).toEqual([true, []])
    const steps = `select title, state, mentorship_id = $2 and set_by_id = $3 as theirs from tasks where participant_id = $1 order by title, id`
    const laid = () => stage.sql(steps, [pair.participant.id, begun.id, begun.mentor_id])
    await expect.poll(async () => (await laid()).length, { timeout: 20_000 }).toBe(5)
    expect((await laid()).map(({ title, state, theirs }) => `${title} ${state} ${theirs}`)).toEqual([
      'Step 1 done false',
      'Step 2 accepted true',
      'Step 3 set true',
      'Step 4 set true',
      'Step 5 set true',
    ])
  })
})
