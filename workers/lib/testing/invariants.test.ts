import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { asking, brokenInvariants, expectInvariants } from './invariants.ts'
import { aMember } from './people.ts'
import { aWorld } from './world.ts'

const world = await aWorld()
beforeEach(() => world.startAfresh())

const token = (n: number, used: boolean) => (signIn: string) =>
  sql`
  insert into refresh_tokens (hash, sign_in_id, generation, used_at)
  values (${`hash-${n}-${used}`}, ${signIn}, ${n}, ${used ? sql`now()` : null})`

type Break = (signIn: string, member: string) => ReturnType<typeof sql>

// How records would look that break it. What a constraint makes impossible is left out.
const BREAKS: [invariant: string, breaks: Break[]][] = [
  [
    'I8 no fact waits longer than ten minutes for the queue',
    [() => sql`insert into events (name, subject, actor, at) values ('a', 'b', 'c', now() - interval '11 minutes')`],
  ],
  [
    'I8 no cron holds on past its lease',
    [() => sql`insert into cron_leases (name, slot, leased_until) values ('a', now(), now() - interval '11 minutes')`],
  ],
  [
    'I8 no export is gathered for ever',
    [
      (_, member) => sql`insert into data_exports (id, member_id, status, asked_at)
        values (gen_random_uuid(), ${member}, 'gathering', now() - interval '2 days')`,
    ],
  ],
  [
    'I8 a message that died has told somebody',
    [() => sql`insert into dead_letters (id, message_id, message, attempts) values (gen_random_uuid(), 'a', '{}', 5)`],
  ],
  ['I11 of the refresh tokens of a sign-in only the last was not used', [token(1, false), token(2, true)]],
  ['I11 generations follow each other without a gap', [token(1, true), token(3, false)]],
  [
    'I11 who was suspended or is gone is signed in nowhere',
    [(_, member) => sql`update members set standing = 'suspended' where id = ${member}`],
  ],
  [
    'I11 who is gone left no way in',
    [
      (_, member) => sql`update members set standing = 'gone' where id = ${member}`,
      (_, member) => sql`update accounts set password_hash = 'still there' where member_id = ${member}`,
    ],
  ],
  ['whoever is counted is there', [() => sql`update headcounts set members = members + 1`]],
]

describe('the invariants', () => {
  it('hold in a house where nothing went wrong', async () => {
    await aMember(world)
    await expectInvariants(asking(world.ctx().db))
  })

  it.each(BREAKS)('notice when this does not hold: %s', async (invariant, breaks) => {
    const { id, ctx } = await aMember(world)
    for (const one of breaks) await world.ctx().db.execute(one(ctx.member.signIn ?? '', id))
    const broken = await brokenInvariants(asking(world.ctx().db))
    expect(Object.keys(broken)).toContain(invariant)
  })
})
