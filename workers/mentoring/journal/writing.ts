import { and, eq, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { journalEntries, journalFiles, journalShares } from '#db/schema/mentoring/journal.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import { hangFiles, ifFileIsMissing, takeOffOthers } from '#workers/media/pieces.ts'
import type { ChangedEntry, EntryId, NewEntry, NewShare } from './inputs.ts'

const shape = { id: journalEntries.id, version: journalEntries.version }

const isMine = ({ member }: MemberCtx, id: string) =>
  and(eq(journalEntries.id, id), eq(journalEntries.memberId, member.id))

const onEntry = { table: sql`${journalFiles}`, column: sql`entry_id`, id: sql`changed.id` }

// What is told of a journal never says what stands in it.
export async function writeEntry(ctx: MemberCtx, { text, mood, tags, prompt, files }: NewEntry) {
  const [written] = await commit(
    ctx,
    ctx.db
      .insert(journalEntries)
      .values({ id: newId(), memberId: ctx.member.id, text, mood: mood ?? null, tags, prompt: prompt || null })
      .returning(shape),
    fact('journal.written'),
    hangFiles(ctx, onEntry, files),
  ).catch(ifFileIsMissing)
  return written ?? refuse(notFound('entry'))
}

// A draft that waited without signal overwrites nothing that was changed elsewhere meanwhile.
export async function changeEntry(ctx: MemberCtx, { id }: EntryId, { text, mood, tags, version, files }: ChangedEntry) {
  const [changed] = await commit(
    ctx,
    ctx.db
      .update(journalEntries)
      .set({ text, mood: mood ?? null, tags, version: sql`${journalEntries.version} + 1`, updatedAt: sql`now()` })
      .where(and(isMine(ctx, id), eq(journalEntries.version, version)))
      .returning(shape),
    fact('journal.changed'),
    hangFiles(ctx, onEntry, files),
    takeOffOthers(onEntry, files),
  ).catch(ifFileIsMissing)
  return changed ?? refuse(await whyNot(ctx, id))
}

async function whyNot(ctx: MemberCtx, id: string) {
  const [there] = await ctx.db.select({ id: journalEntries.id }).from(journalEntries).where(isMine(ctx, id))
  return there
    ? conflict(
        'You changed this entry somewhere else meanwhile. Your words are still here: copy what you need, then open the entry again.',
        'changed_elsewhere',
      )
    : notFound('entry')
}

export async function removeEntry(ctx: MemberCtx, { id }: EntryId) {
  const [removed] = await commit(
    ctx,
    ctx.db.delete(journalEntries).where(isMine(ctx, id)).returning(shape),
    fact('journal.removed'),
  )
  return removed ?? refuse(notFound('entry'))
}

const share = { id: sql<string>`${journalShares.entryId}`.as('id'), entryId: journalShares.entryId }

// With one person one works with; whoever it was shared with before no longer reads it.
export async function shareEntry(ctx: MemberCtx, { id }: EntryId, { with: handle, days }: NewShare) {
  const until = sql`now() + make_interval(days => ${days}::int)`
  const [shared] = await commit(
    ctx,
    ctx.db
      .insert(journalShares)
      .select(
        sql`select entry.id, reader.id, now(), ${until}, null::timestamptz from ${journalEntries} entry, ${members} reader
          where entry.id = ${id}::uuid and entry.member_id = ${ctx.member.id}::uuid and reader.handle = ${handle} and reader.standing = 'active'
            and exists (select from ${mentorships} pair where pair.state <> 'closed'
              and ((pair.participant_id = ${ctx.member.id}::uuid and pair.mentor_id = reader.id)
                or (pair.mentor_id = ${ctx.member.id}::uuid and pair.participant_id = reader.id)))`,
      )
      .onConflictDoUpdate({
        target: journalShares.entryId,
        set: {
          withId: sql`excluded.with_id`,
          since: sql`excluded.since`,
          until: sql`excluded.until`,
          takenBackAt: null,
        },
      })
      .returning(share),
    fact('journal.shared'),
  )
  return shared ? { id: shared.entryId, version: 1 } : refuse(await whyNotShared(ctx, id))
}

async function whyNotShared(ctx: MemberCtx, id: string) {
  const [there] = await ctx.db.select({ id: journalEntries.id }).from(journalEntries).where(isMine(ctx, id))
  return there
    ? conflict('An entry is shared with somebody you work with. Nobody can read it now.', 'nobody_close')
    : notFound('entry')
}

export async function takeBack(ctx: MemberCtx, { id }: EntryId) {
  const [taken] = await commit(
    ctx,
    ctx.db
      .update(journalShares)
      .set({ takenBackAt: sql`coalesce(${journalShares.takenBackAt}, now())` })
      .where(
        and(
          eq(journalShares.entryId, id),
          sql`exists (select from journal_entries entry where entry.id = journal_shares.entry_id and entry.member_id = ${ctx.member.id}::uuid)`,
        ),
      )
      .returning(share),
    fact('journal.taken-back'),
  )
  return taken ? { id: taken.entryId, version: 1 } : refuse(notFound('share'))
}
