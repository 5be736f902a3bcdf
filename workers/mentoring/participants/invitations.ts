import { sql } from 'drizzle-orm'
import { pages, readTogether, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { mentorSeats } from '#db/schema/mentoring/mentorships.ts'
import { prospects } from '#db/schema/mentoring/outreach.ts'
import { invitations } from '#db/schema/mentoring/participants.ts'
import { resources } from '#db/schema/mentoring/resources.ts'
import { availability } from '#db/schema/people/availability.ts'
import { memberSkills, skills } from '#db/schema/people/skills.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { zoneOf } from '../requests/queue.ts'
import type { InvitationId, InvitationPage, InvitationSearch } from './inputs.ts'

const PAGE = 20

const listed = pages<InvitationPage>({
  name: 'invitations',
  rows: sql`
    select one.id, one.name, one.email, case when one.state = 'sent' and one.expires_at <= now() then 'expired' else one.state end as state,
      one.state = 'accepted' and one.begun_at is null and one.member_id is not null as "waitsForGuardian", one.task ->> 'title' as task,
      one.created_at as "createdAt", one.expires_at as "expiresAt", one.decided_at as "decidedAt", one.mentorship_id as mentorship, one.prospect_id as prospect
    from ${invitations} one where one.mentor_id = ${slot('mentor')}::uuid
      and ${whenGiven('state', sql`one.state = ${slot('state')}`)}
      and ${whenGiven('id', sql`(one.created_at, one.id) < (${slot('since')}::timestamptz, ${slot('id')}::uuid)`)}
    order by one.created_at desc, one.id desc limit ${PAGE + 1}`,
  key: sql`id || '~' || to_char("createdAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  size: PAGE,
})

export function readInvitations({ db, member }: MemberCtx, { state, after }: InvitationSearch) {
  const [id, since] = after ?? []
  return listed(db, { mentor: member.id, state, id, since })
}

export async function readInvitationsPage(ctx: MemberCtx, search: InvitationSearch) {
  const [page, { me }] = await Promise.all([
    readInvitations(ctx, search),
    readTogether(ctx.db, { me: zoneOf(ctx.member.id) }),
  ])
  return { page, me: me[0] ?? { timeZone: 'UTC' } }
}

export async function takeInvitationBack(ctx: MemberCtx, { id }: InvitationId) {
  const [back] = await commit(
    ctx,
    ctx.db
      .update(invitations)
      .set({ state: 'withdrawn', decidedAt: sql`now()` })
      .where(
        sql`${invitations.id} = ${id}::uuid and ${invitations.mentorId} = ${ctx.member.id}::uuid and ${invitations.state} = 'sent'`,
      )
      .returning({ id: invitations.id, state: invitations.state }),
    fact('participant.invitation-withdrawn'),
    backToTalking,
  )
  return back ?? refuse(notFound('invitation'))
}

const AT_ONCE = 500

// A link that nobody pressed in two weeks opens nothing any more, and the mentor hears of it.
export async function expireInvitations(ctx: Ctx) {
  const due = sql`select one.id from ${invitations} one where one.state = 'sent' and one.expires_at <= now() order by one.expires_at limit ${AT_ONCE}`
  const expire = () =>
    commit(
      ctx,
      ctx.db
        .update(invitations)
        .set({ state: 'expired', decidedAt: sql`now()` })
        .where(sql`${invitations.id} in (${due}) and ${invitations.state} = 'sent'`)
        .returning({ id: invitations.id }),
      fact('participant.invitation-expired'),
      backToTalking,
    )
  while ((await expire()).length === AT_ONCE);
}

function backToTalking(changed: ReturnType<typeof sql>) {
  return sql`update ${prospects} set stage = 'talking', updated_at = now() from ${changed} join ${invitations} one on one.id = changed.id
    where ${prospects.id} = one.prospect_id and ${prospects.stage} = 'invited' returning 1`
}

type Known = { name: string; email: string | null; young: string; skillAreas: string[]; nextStep: string }
type Choice = { slug: string; name: string }
export type Offered = { slug: string; name: string; unit: string; stock: number; kind: string }

// What a mentor has at hand to lay out for somebody: what they teach, what lies in the store, the room that is left, and what
// is known of whom they noted.
export async function readForInviting({ db, member }: MemberCtx, prospectId: string | null) {
  const id = sql`${member.id}::uuid`
  const { taught, others, store, room, noted } = await readTogether(db, {
    taught: sql`select skill.slug, skill.name from ${memberSkills} mine join ${skills} skill on skill.id = mine.skill_id
      where mine.member_id = ${id} and mine.bond = 'teaches' and skill.shown order by skill.name` as Shelf<Choice>,
    others: sql`select slug, name from ${skills} where shown order by name` as Shelf<Choice>,
    store:
      sql`select slug, name, unit, stock, kind from ${resources} where retired_at is null order by name limit 200` as Shelf<Offered>,
    room: sql`select coalesce((select mentees_at_most from ${availability} where member_id = ${id}), 0)
      - coalesce((select taken from ${mentorSeats} where mentor_id = ${id}), 0) as left` as Shelf<{ left: number }>,
    noted: sql`select name, email, young, skill_areas as "skillAreas", next_step as "nextStep" from ${prospects}
      where id = ${prospectId}::uuid and owner_id = ${id} and merged_into is null` as Shelf<Known>,
  })
  return { taught, others, store, left: room[0]?.left ?? 0, noted: noted[0] }
}
