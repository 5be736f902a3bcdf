import { and, eq, type SQL, sql } from 'drizzle-orm'
import { pagesAmong, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { members } from '#db/schema/people.ts'
import { siteLetters } from '#db/schema/portfolios/letters.ts'
import { sites } from '#db/schema/portfolios/sites.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import type { LetterBox, LetterId, LetterPage, LetterSearch, LetterState } from './inputs.ts'

const PAGE = 20

// Why nobody can write, if so, and what waits to be looked at.
type Box = { timeZone: string; minor: boolean; isOpen: boolean; isSiteOpen: boolean; hasSite: boolean; held: number }

const me = sql`${slot('me')}::uuid`

const isHeld = sql`letter.state in ('held', 'spam')`

const box: Shelf<Box> = sql`
  select member.time_zone as "timeZone", member.minor, site.member_id is not null as "hasSite", coalesce(site.state = 'open', false) as "isSiteOpen",
    coalesce((site.design ->> 'maySpeak')::boolean, true) as "isOpen",
    (select count(*)::int from ${siteLetters} letter where letter.member_id = member.id and ${isHeld}) as held
  from ${members} member left join ${sites} site on site.member_id = member.id where member.id = ${me}`

const list = pagesAmong<LetterPage, { box: typeof box }>(
  {
    name: 'letters',
    rows: sql`select id, name, email, words, state, written_at as "writtenAt" from ${siteLetters} letter
      where letter.member_id = ${me} and (${isHeld}) = (${slot('show')}::text = 'held')
        and ${whenGiven('id', sql`(letter.written_at, letter.id) < (${slot('since')}::timestamptz, ${slot('id')}::uuid)`)}
      order by letter.written_at desc, letter.id desc limit ${PAGE + 1}`,
    key: sql`id || '~' || to_char("writtenAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    size: PAGE,
  },
  { box },
)

// What visitors wrote to a member, the latest first.
export async function readLetters({ db, member }: MemberCtx, { show, after }: LetterSearch) {
  const [id, since] = after ?? []
  const { page, around } = await list(db, { me: member.id, show, id, since })
  return { page, box: around.box[0] }
}

const mine = ({ member }: MemberCtx, { id }: LetterId) =>
  and(eq(siteLetters.id, id), eq(siteLetters.memberId, member.id))

const shape = { id: siteLetters.id, state: siteLetters.state }

// Spam is kept for a month, so that the same words do not come again; what is none stands among the letters.
export async function sortLetter(ctx: MemberCtx, which: LetterId, state: 'arrived' | 'spam'): Promise<LetterState> {
  const [sorted] = await commit(
    ctx,
    ctx.db.update(siteLetters).set({ state }).where(mine(ctx, which)).returning(shape),
    fact('site-letter.sorted'),
  )
  return sorted ?? refuse(notFound('letter'))
}

export async function removeLetter(ctx: MemberCtx, which: LetterId): Promise<LetterState> {
  const [gone] = await commit(
    ctx,
    ctx.db.delete(siteLetters).where(mine(ctx, which)).returning(shape),
    fact('site-letter.removed'),
  )
  return gone ?? refuse(notFound('letter'))
}

// At once, whatever the site says until it is published again.
export async function openLetterBox(ctx: MemberCtx, { open }: LetterBox): Promise<LetterBox> {
  const [changed] = await commit(
    ctx,
    ctx.db
      .update(sites)
      .set({ design: withSpeech(open), version: sql`${sites.version} + 1` })
      .where(eq(sites.memberId, ctx.member.id))
      .returning({ id: sql<string>`${sites.memberId}`.as('id') }),
    fact('site.arranged'),
  )
  return changed ? { open } : refuse(notFound('site'))
}

const withSpeech = (open: boolean): SQL => sql`${sites.design} || jsonb_build_object('maySpeak', ${open}::boolean)`

// Every night: a letter is kept for a year, what was held back or sorted out for a month.
export const forgetOldLetters = ({ db }: Ctx) =>
  db.execute(sql`
    delete from ${siteLetters} letter
    where written_at < now() - case when ${isHeld} then interval '30 days' else interval '1 year' end`)
