import { type SQL, sql } from 'drizzle-orm'
import { pages, readTogether, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { journalEntries, journalFiles, journalShares } from '#db/schema/mentoring/journal.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { piecesOn } from '#workers/media/pieces.ts'
import { zoneOf } from '../requests/queue.ts'
import type { Entry, EntryId, EntryPage, JournalSearch } from './inputs.ts'

const PAGE = 20

const isOpenNow = sql`share.taken_back_at is null and share.until > now()`

const asEntry = sql`
  select entry.id, entry.prompt, entry.text, entry.mood, entry.tags, entry.version, entry.written_at as "writtenAt", entry.updated_at as "updatedAt",
    (select json_build_object('handle', reader.handle, 'name', reader.name, 'until', share.until) from ${journalShares} share
      join ${members} reader on reader.id = share.with_id where share.entry_id = entry.id and ${isOpenNow}) as "sharedWith",
    ${piecesOn(sql`${journalFiles}`, sql`file.entry_id = entry.id`)} as files
  from ${journalEntries} entry`

const list = pages<EntryPage>({
  name: 'entries',
  rows: sql`${asEntry} where entry.member_id = ${slot('me')}::uuid
      and ${whenGiven('q', sql`lower(entry.text) like '%' || ${slot('q')} || '%'`)}
      and ${whenGiven('tag', sql`entry.tags @> array[${slot('tag')}::text]`)}
      and ${whenGiven('mood', sql`entry.mood = ${slot('mood')}`)}
      and ${whenGiven('id', sql`(entry.written_at, entry.id) < (${slot('since')}::timestamptz, ${slot('id')}::uuid)`)}
    order by entry.written_at desc, entry.id desc limit ${PAGE + 1}`,
  key: sql`id || '~' || to_char("writtenAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  size: PAGE,
})

export function readJournal({ db, member }: MemberCtx, { q, tag, mood, after }: JournalSearch) {
  const [id, since] = after ?? []
  const sought = q ? q.toLowerCase().replace(/[\\%_]/g, '\\$&') : undefined
  return list(db, { me: member.id, q: sought, tag, mood, id, since })
}

type Shared = { id: string; begins: string; until: string; writtenAt: string; by: { name: string; handle: string } }

// One's own pages, one's tags, and what others let one read.
export async function readJournalPage(ctx: MemberCtx, search: JournalSearch) {
  const [page, found] = await Promise.all([
    readJournal(ctx, search),
    readTogether(ctx.db, { me: zoneOf(ctx.member.id), tags: tagsOf(ctx.member.id), shared: sharedWith(ctx.member.id) }),
  ])
  return { page, tags: found.tags, shared: found.shared, me: found.me[0] ?? { timeZone: 'UTC' } }
}

const tagsOf = (memberId: string): Shelf<{ tag: string; count: number }> => sql`
  select tag, count(*)::int as count from ${journalEntries} entry, unnest(entry.tags) tag
  where entry.member_id = ${memberId}::uuid group by tag order by count(*) desc, tag limit 12`

const sharedWith = (memberId: string): Shelf<Shared> => sql`
  select entry.id, left(entry.text, 160) as begins, share.until, entry.written_at as "writtenAt",
    json_build_object('name', writer.name, 'handle', writer.handle) as by
  from ${journalShares} share join ${journalEntries} entry on entry.id = share.entry_id join ${members} writer on writer.id = entry.member_id
  where share.with_id = ${memberId}::uuid and ${isOpenNow} order by share.since desc limit 12`

export type WholeEntry = Entry & { mine: boolean; by: { name: string; handle: string }; mayReadUntil: string | null }
type Person = { handle: string; name: string }

// Its writer reads it, and the one it is shared with, until the days are over or it is taken back. Nobody else, whoever they are.
export async function readEntry({ db, member }: MemberCtx, { id }: EntryId) {
  const { entry, me, people } = await readTogether(db, {
    entry: whole(member.id, id),
    me: zoneOf(member.id),
    people: closePeople(member.id),
  })
  return { entry: entry[0] ?? refuse(notFound('entry')), people, me: me[0] ?? { timeZone: 'UTC' } }
}

const whole = (memberId: string, id: string): Shelf<WholeEntry> => sql`
  select listed.*, entry.member_id = ${memberId}::uuid as mine, json_build_object('name', writer.name, 'handle', writer.handle) as by,
    (select share.until from ${journalShares} share where share.entry_id = entry.id and share.with_id = ${memberId}::uuid and ${isOpenNow}) as "mayReadUntil"
  from (${asEntry} where entry.id = ${id}::uuid) listed join ${journalEntries} entry on entry.id = listed.id
    join ${members} writer on writer.id = entry.member_id
  where ${mayRead(memberId)}`

// `entry` is the name by which the query knows the table.
export const mayRead = (memberId: string): SQL => sql`(entry.member_id = ${memberId}::uuid or exists (
  select from ${journalShares} share where share.entry_id = entry.id and share.with_id = ${memberId}::uuid and ${isOpenNow}))`

// With whom one may share: those one works with.
const closePeople = (memberId: string): Shelf<Person> => sql`
  select distinct other.handle, other.name from ${mentorships} pair join ${members} other
    on other.id = case when pair.participant_id = ${memberId}::uuid then pair.mentor_id else pair.participant_id end
  where ${memberId}::uuid in (pair.participant_id, pair.mentor_id) and pair.state <> 'closed' and other.standing = 'active' order by other.name`
