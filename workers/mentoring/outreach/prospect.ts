import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { contacts, prospectMerges, prospects } from '#db/schema/mentoring/outreach.ts'
import { invitations } from '#db/schema/mentoring/participants.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { zoneOf } from '../requests/queue.ts'
import { alike } from './alike.ts'
import { otherMentors } from './handing-on.ts'
import type { Prospect, ProspectId } from './inputs.ts'

// Everything a mentor noted about somebody, with who else it might be.
export async function readProspect(ctx: MemberCtx, { id }: ProspectId): Promise<Prospect> {
  const { found } = await readTogether(ctx.db, { found: noted(id, ctx.member.id) })
  return found[0] ?? refuse(notFound('person'))
}

export async function readProspectPage(ctx: MemberCtx, { id }: ProspectId) {
  const { found, mentors, me } = await readTogether(ctx.db, {
    found: noted(id, ctx.member.id),
    mentors: otherMentors(ctx.member.id),
    me: zoneOf(ctx.member.id),
  })
  return { prospect: found[0] ?? refuse(notFound('person')), mentors, me: me[0] ?? { timeZone: 'UTC' } }
}

const noted = (id: string, ownerId: string): Shelf<Prospect> => sql`
  select me.id, me.name, me.place, me.stage, me.young, me.skill_areas as "skillAreas", me.next_step as "nextStep",
    me.next_step_on as "nextStepOn", me.updated_at as "updatedAt", me.email, me.phone, me.languages,
    me.first_assessment as "firstAssessment", me.has_time as "hasTime", me.consent_to as "consentTo",
    me.consent_from as "consentFrom", me.consent_until as "consentUntil",
    coalesce(me.consent_until < current_date, false) as "consentIsOver", me.left_alone_at as "leftAloneAt",
    me.left_alone_because as "leftAloneBecause", me.met_on as "metOn", me.version,
    (select json_build_object('handle', who.handle, 'name', who.name) from ${members} who
      where who.id = me.member_id and who.standing <> 'gone') as member,
    (select json_build_object('handle', who.handle, 'name', who.name) from ${members} who where who.id = me.offered_to_id) as "offeredTo",
    (select json_build_object('id', asked.id, 'state', asked.state, 'createdAt', asked.created_at) from ${invitations} asked
      where asked.prospect_id = me.id order by asked.created_at desc limit 1) as invitation,
    (${logOf(sql`me.id`)}) as contacts,
    (select coalesce(json_agg(look), '[]') from (${alike(sql`me.owner_id`, likeOne)}) look) as alike,
    (select coalesce(json_agg(json_build_object('id', merged.id, 'name', gone.name, 'at', merged.at) order by merged.at), '[]')
      from ${prospectMerges} merged join ${prospects} gone on gone.id = merged.gone_id
      where merged.kept_id = me.id and merged.undone_at is null) as merges
  from ${prospects} me where me.id = ${id}::uuid and me.owner_id = ${ownerId}::uuid and me.merged_into is null`

// The words of what was merged stand in the same log.
export const logOf = (prospectId: ReturnType<typeof sql>) => sql`
  select coalesce(json_agg(json_build_object('id', log.id, 'by', by.name, 'channel', log.channel, 'outcome', log.outcome,
    'place', log.place, 'words', log.words, 'at', log.at) order by log.at desc, log.id desc), '[]')
  from ${contacts} log join ${members} by on by.id = log.by_id where log.prospect_id = ${prospectId}`

const likeOne = {
  name: sql`me.name`,
  email: sql`me.email`,
  phone: sql`me.phone`,
  place: sql`me.place`,
  except: sql`me.id`,
}
