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
})
