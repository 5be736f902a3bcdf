import { sql } from 'drizzle-orm'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, invalid, notFound, type Refusal } from '#workers/lib/errors.ts'
import type { NewParticipant } from './inputs.ts'
import { isOwnProspect, knowsAll, mentorHasRoom, organises } from './inviting.ts'

type Found = { room: boolean; prospect: boolean; known: boolean; organises: boolean }

// Why an invitation was not written, in the words of whoever wrote it.
export async function whyNot(ctx: MemberCtx, asked: NewParticipant): Promise<Refusal> {
  const { rows } = await ctx.db.execute(sql`
    select ${mentorHasRoom(sql`${ctx.member.id}::uuid`)} as room, ${isOwnProspect(ctx, asked)} as prospect,
      ${knowsAll(asked)} as known, ${organises(ctx, asked)} as organises`)
  const [found] = rows as Found[]
  if (!found?.prospect) return notFound('person')
  if (!found.room)
    return conflict(
      'All your places are taken, so there would be none for them. Make room in your availability, then invite them.',
      'no_room',
    )
  if (!found.known)
    return wrong('skills', 'One of these skills or supplies is not there any more. Please choose again.')
  if (!found.organises) return wrong('program', 'Only its organisers bring somebody into a program.')
  return wrong('email', 'This is your own address. Whose is theirs?')
}

const wrong = (path: string, message: string) => invalid([{ path, message }])
