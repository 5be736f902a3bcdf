import { createHash } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import { members } from '#db/schema/people.ts'
import { projectCollaborators } from '#db/schema/projects/hanging.ts'
import { shareACircle } from '#workers/mentoring/sight.ts'
import { isMemberThere, isPartOpen, nearnessTo } from '#workers/people/profiles/visibility.ts'

// Who sees a work is decided here and nowhere else. `work` is the table projects, `maker` the table members.

// Walls are the same for all who come by: they hang what its maker shows to everyone.
export const hangsForAll = sql`hangs_for_all(work.visibility, maker.standing, maker.visibility, maker.minor)`

// Whoever looks, and the secret link they came with.
export type Looker = { id: string | undefined; linkHash?: string | undefined }

export function seesWork({ id, linkHash }: Looker): SQL {
  const near = nearnessTo('maker', id)
  const asNear = sql`(${isPartOpen('works', 'maker', near)} and ${isWithin(near, id)})`
  return sql`(${isMemberThere('maker', near, id)} and (${asNear} ${orMadeItToo(id)}) ${orHasTheLink(linkHash)})`
}

// How near one has to stand for what is shown to this circle: numbers as in visibility.ts.
export function isWithin(near: SQL, readerId: string | undefined, shown: 'work' | 'collection' = 'work'): SQL {
  const column = (name: string) => sql`${sql.identifier(shown)}.${sql.identifier(name)}`
  return sql`case ${column('visibility')}
    when 'public' then true
    when 'members' then (${near}) >= 1
    when 'group' then (${near}) >= 2 ${readerId ? sql`or ${shareACircle(column('member_id'), readerId)}` : sql``}
    when 'mentors' then (${near}) >= 2
    else (${near}) = 3 end`
}

// What only people in charge may do is never decided by a token that is minutes old.
export const isInCharge = (memberId: string): SQL => sql`exists (select from ${members} keeper
  where keeper.id = ${memberId}::uuid and keeper.standing = 'active' and keeper.roles && array['organiser', 'admin'])`

// Who is asked whether they made it too has to see what.
const orMadeItToo = (id: string | undefined) =>
  id
    ? sql`or work.visibility <> 'me' and exists (select from ${projectCollaborators} beside
        where beside.project_id = work.id and beside.member_id = ${id}::uuid)`
    : sql``

const orHasTheLink = (linkHash: string | undefined) =>
  linkHash ? sql`or ${isOpenedBy(linkHash)} and maker.standing in ('active', 'leaving')` : sql``

const isOpenedBy = (linkHash: string) => sql`(work.link_hash = ${linkHash} and work.link_until > now())`

export const hashOfLink = (secret: string) => createHash('sha256').update(`work\n${secret}`).digest('base64url')
