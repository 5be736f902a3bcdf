import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, type Person } from './person.ts'
import { aRealPostgres, aStage, realPostgresIsHere, type Stage } from './stage.ts'

describe.runIf(realPostgresIsHere)('many who look at one version, on a real Postgres', () => {
  let stage: Stage
  let mentor: Person
  let maker: Person
  let peers: Person[]

  beforeAll(async () => {
    stage = await aStage({ postgres: await aRealPostgres() })
    mentor = await aPerson(stage, { room: 30 })
    maker = await aPerson(stage)
    peers = await Promise.all(Array.from({ length: 20 }, () => aPerson(stage)))
    for (const { id } of [maker, ...peers])
      await stage.sql('insert into mentorships (id, mentor_id, participant_id) values ($1, $2, $3)', [
        randomUUID(),
        mentor.id,
        id,
      ])
  })
  afterAll(() => stage?.stop())

  const tally = (answers: Response[]) => {
    const statuses = answers.map(({ status }) => status).sort()
    return Object.fromEntries(statuses.map((one) => [one, statuses.filter((status) => status === one).length]))
  }

  async function aVersion(looksFirst: string) {
    const id = randomUUID()
    await stage.sql(
      `insert into tasks (id, participant_id, set_by_id, mentorship_id, title, state, looks_first)
        select $1, $2, $3, id, 'A hinge', 'accepted', $4::text[] from mentorships where participant_id = $2`,
      [id, maker.id, mentor.id, looksFirst],
    )
    const handedIn = await stage.write(`/api/tasks/${id}/versions`, { note: 'It swings.' }, { Cookie: maker.cookie })
    const { id: submission }: { id: string } = await handedIn.json()
    const [look] = await stage.sql('select id, kind from looks where submission_id = $1', [submission])
    return { submission, look: look as { id: string; kind: string } }
  }

  const stepsOf = (submission: string) =>
    stage.sql(
      `select kind, state from looks where submission_id = $1 order by array_position(array['self', 'peer', 'mentor'], kind)`,
      [submission],
    )

  const take = (who: Person, id: string) => stage.write(`/api/looks/${id}/reviewer`, {}, { Cookie: who.cookie }, 'PUT')

  const give = (who: Person, id: string, n: number) =>
    stage.write(`/api/looks/${id}/feedback`, { words: `Look ${n}` }, { Cookie: who.cookie })

  it('FBK-2 twenty peers reach for one look: one of them has it, and finishes it once', {
    timeout: 120_000,
  }, async () => {
    const { submission, look } = await aVersion('{peer}')
    expect(look.kind).toBe('peer')
    expect(tally(await Promise.all(peers.map((peer) => take(peer, look.id))))).toEqual({ 200: 1, 409: 19 })
    const [taken] = await stage.sql('select reviewer_id from looks where id = $1', [look.id])
    const reviewer = peers.find(({ id }) => id === taken.reviewer_id) ?? mentor
    const given = await Promise.all(Array.from({ length: 20 }, (_, n) => give(reviewer, look.id, n)))
    expect(tally(given)).toEqual({ 201: 1, 409: 19 })
    expect(await stage.sql('select 1 from feedback where submission_id = $1', [submission])).toHaveLength(1)
    expect(await stepsOf(submission)).toEqual([
      { kind: 'peer', state: 'done' },
      { kind: 'mentor', state: 'open' },
    ])
  })

  it('FBK-2 F33 what is finished at the moment it is handed on ends one way, and the mentor has one look', {
    timeout: 120_000,
  }, async () => {
    const versions = await Promise.all(Array.from({ length: 10 }, () => aVersion('{self}')))
    const handOn = (id: string) =>
      stage.sql(
        `with changed as (update looks set state = 'handed-on', done_at = now() where id = $1 and state = 'open' returning submission_id)
          insert into looks (id, submission_id, kind, reviewer_id, due_at) select gen_random_uuid(), submission_id, 'mentor', $2, now() from changed returning 1`,
        [id, mentor.id],
      )
    for (const [n, { submission, look }] of versions.entries()) {
      const [answer, handedOn] = await Promise.all([give(maker, look.id, n), handOn(look.id)])
      expect([answer.status, handedOn.length]).toEqual(answer.status === 201 ? [201, 0] : [409, 1])
      expect(await stepsOf(submission)).toEqual([
        { kind: 'self', state: answer.status === 201 ? 'done' : 'handed-on' },
        { kind: 'mentor', state: 'open' },
      ])
    }
  })
})
