import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { blocks } from '#db/schema/mentoring/mentorships.ts'
import { members } from '#db/schema/people.ts'
import { siteLetters } from '#db/schema/portfolios/letters.ts'
import { sites, siteVersions } from '#db/schema/portfolios/sites.ts'
import { countTries, type Limit } from '#workers/accounts/tries.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import { isMemberThere, nearnessAs } from '#workers/people/profiles/visibility.ts'
import type { NewLetter } from './inputs.ts'
import { insistOnTicket } from './tickets.ts'

const FROM_ONE_NETWORK: Limit = { what: 'site-letter-network', times: 10, minutes: 60 }
const FROM_ONE_ADDRESS: Limit = { what: 'site-letter-address', times: 5, minutes: 60 }
const TO_ONE_MEMBER: Limit = { what: 'site-letter-member', times: 40, minutes: 24 * 60 }

const MOST_LINKS = 2
// The same words to so many others within a week are an advertisement.
const SAME_TO_OTHERS = 2

type Whose = { handle: string }
export type Addressee = { id: string; handle: string; name: string }

// Whoever has a site that others see, and lets them write. Strangers do not write to children, nor those who were blocked.
export async function whoTakesLetters({ db, member }: Ctx, { handle }: Whose): Promise<Addressee> {
  const { rows } = await db.execute<Addressee>(sql`
    select member.id, member.handle, member.name
    from ${members} member join ${sites} site on site.member_id = member.id join ${siteVersions} shown on shown.id = site.shown_id
    where member.handle = ${handle}::citext and site.state = 'open' and not member.minor
      and ${isMemberThere('member', nearnessAs('guest'))}
      and coalesce((site.design ->> 'maySpeak')::boolean, true) and coalesce((shown.design ->> 'maySpeak')::boolean, true)
      and not exists (select from ${blocks} where member_id = member.id and blocked_id = ${member?.id ?? null}::uuid)`)
  return rows[0] ?? refuse(notFound('page'))
}

export async function sendLetter(ctx: Ctx, whose: Whose, { fax, ticket, ...letter }: NewLetter): Promise<unknown> {
  const { id: memberId } = await whoTakesLetters(ctx, whose)
  if (fax !== '') return
  insistOnTicket(ctx, memberId, ticket)
  await countTries(ctx, [
    [FROM_ONE_NETWORK, ctx.visit.network],
    [FROM_ONE_ADDRESS, letter.email],
    [TO_ONE_MEMBER, memberId],
  ])
  const mark = markOf(letter)
  const [sent] = await commit(
    ctx,
    ctx.db
      .insert(siteLetters)
      .values({ memberId, ...letter, mark, state: isAdvertisement(letter) ? 'held' : unlessSentAround(mark) })
      .onConflictDoNothing()
      .returning({ id: siteLetters.id }),
    fact('site-letter.arrived'),
  )
  return sent ?? refuse(conflict('These words have arrived already, so they are not sent twice.', 'already_sent'))
}

const markOf = ({ words }: Pick<NewLetter, 'words'>) =>
  createHash('sha256')
    .update(
      words
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\p{Cf}\s]+/gu, ' ')
        .trim(),
    )
    .digest('hex')
    .slice(0, 32)

const LINK = /https?:|www\.|<a\s|\[url/gi

const isAdvertisement = ({ name, words }: Pick<NewLetter, 'name' | 'words'>) =>
  (words.match(LINK) ?? []).length > MOST_LINKS || name.match(LINK) !== null

const unlessSentAround = (mark: string) => sql`case when (
    select count(*) from ${siteLetters} other where other.mark = ${mark} and other.written_at > now() - interval '7 days') >= ${SAME_TO_OTHERS}
  then 'held' else 'arrived' end`
