import { type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { constraintOf } from '#db/patience.ts'
import { accounts } from '#db/schema/accounts.ts'
import { mentorSeats } from '#db/schema/mentoring/mentorships.ts'
import { prospects } from '#db/schema/mentoring/outreach.ts'
import { invitations } from '#db/schema/mentoring/participants.ts'
import { programOrganisers, programs } from '#db/schema/mentoring/programs.ts'
import { resources } from '#db/schema/mentoring/resources.ts'
import { availability } from '#db/schema/people/availability.ts'
import { skills } from '#db/schema/people/skills.ts'
import { linkOf } from '#workers/accounts/links.ts'
import { countTries, type Limit } from '#workers/accounts/tries.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict } from '#workers/lib/errors.ts'
import type { NewParticipant } from './inputs.ts'
import { whyNot } from './obstacles.ts'

// So long a link in a mail opens the door.
export const INVITED_DAYS = 14

const MAILS_TO_ONE_ADDRESS: Limit = { what: 'invitation-mail', times: 5, minutes: 30 }

// A mentor brings somebody in. Everything is laid out here; nothing of it is theirs, and no account is made, until they say yes.
export async function inviteParticipant(ctx: MemberCtx, asked: NewParticipant) {
  await countTries(ctx, [[MAILS_TO_ONE_ADDRESS, asked.email]])
  const id = newId()
  const [invited] = await commit(
    ctx,
    written(ctx, id, asked),
    fact('participant.invited'),
    (changed) => sql`
    update ${prospects} set stage = 'invited', next_step = '', next_step_on = null, version = ${prospects.version} + 1, updated_at = now()
    from ${changed} where ${prospects.id} = ${asked.prospect ?? null}::uuid and ${prospects.stage} <> 'joined' returning 1`,
  ).catch(explain)
  if (!invited) throw await whyNot(ctx, asked)
  return invited
}

const written = (ctx: MemberCtx, id: string, asked: NewParticipant) =>
  ctx.db
    .insert(invitations)
    .select(
      sql`select ${id}::uuid, me.id, ${programOf(ctx, asked)}, ${asked.prospect ?? null}::uuid, ${asked.name}, ${asked.email}::citext,
        ${asked.ageBand}, ${asked.guardianEmail ?? null}::citext, ${asked.words}, (${skillsOf(asked)}), ${listOf(asked.goals)},
        (${suppliesOf(asked)}), ${asked.task ? JSON.stringify(taskOf(asked.task)) : null}::jsonb, 'sent', ${linkOf(ctx, 'invitation', id).hash},
        'not-asked', null::uuid, null::uuid, null::timestamptz, now(), now() + make_interval(days => ${INVITED_DAYS}), null::timestamptz
      from (select ${ctx.member.id}::uuid as id) me
      where ${mentorHasRoom(sql`me.id`)} and ${isOwnProspect(ctx, asked)} and ${knowsAll(asked)} and ${organises(ctx, asked)}
        and not exists (select from ${accounts} own where own.member_id = me.id and own.email = ${asked.email}::citext)`,
    )
    .returning({ id: invitations.id, state: invitations.state })

export const mentorHasRoom = (mentorId: SQL) => sql`(
  coalesce((select seat.taken from ${mentorSeats} seat where seat.mentor_id = ${mentorId}), 0)
    < coalesce((select times.mentees_at_most from ${availability} times where times.member_id = ${mentorId}), 0))`

export const isOwnProspect = (
  { member }: MemberCtx,
  { prospect }: NewParticipant,
) => sql`(${prospect ?? null}::uuid is null or exists (
  select from ${prospects} noted where noted.id = ${prospect ?? null}::uuid and noted.owner_id = ${member.id}::uuid and noted.merged_into is null))`

// Every skill and every supply that was named is there.
export const knowsAll = ({ skills: named, supplies }: NewParticipant) => sql`(
  (select count(*) from ${skills} where ${skills.slug} in (${words(named)})) = ${new Set(named).size}::int
  and (select count(*) from ${resources} where ${resources.retiredAt} is null and ${resources.slug} in (${words(supplies.map(({ resource }) => resource))}))
    = ${new Set(supplies.map(({ resource }) => resource)).size}::int)`

// Into a program only its organisers bring somebody.
export const organises = (
  { member }: MemberCtx,
  { program }: NewParticipant,
) => sql`(${program ?? null}::text is null or exists (
  select from ${programOrganisers} organiser join ${programs} one on one.id = organiser.program_id
  where one.slug = ${program ?? null} and organiser.member_id = ${member.id}::uuid))`

const programOf = (_: MemberCtx, { program }: NewParticipant) =>
  sql`(select one.id from ${programs} one where one.slug = ${program ?? null})`

const words = (list: string[]) => sql`select jsonb_array_elements_text(${JSON.stringify(list)}::jsonb)`
const listOf = (list: string[]) => sql`array(${words(list)})`

const skillsOf = ({ skills: named }: NewParticipant) => sql`
  select coalesce(jsonb_agg(jsonb_build_object('skillId', one.id, 'level', null) order by wished.place), '[]')
  from jsonb_array_elements_text(${JSON.stringify(named)}::jsonb) with ordinality wished (slug, place) join ${skills} one on one.slug = wished.slug`

const suppliesOf = ({ supplies }: NewParticipant) => sql`
  select coalesce(jsonb_agg(jsonb_build_object('resourceId', one.id, 'quantity', wished.quantity)), '[]')
  from jsonb_to_recordset(${JSON.stringify(supplies)}::jsonb) wished (resource text, quantity int) join ${resources} one on one.slug = wished.resource`

const taskOf = ({ title, description, dueOn }: NonNullable<NewParticipant['task']>) => ({
  title,
  description,
  skillId: null,
  dueOn: dueOn ?? null,
})

function explain(error: unknown): never {
  const constraint = constraintOf(error)
  if (constraint === 'whoever_wants_peace_is_left_alone')
    throw conflict('This person asked to be left alone, so nothing is sent. Nothing you wrote was lost.', 'left_alone')
  if (constraint === 'consents_still_hold')
    throw conflict(
      'What they agreed to has run out. Ask them again, note their new yes, and invite them then.',
      'consent_over',
    )
  if (constraint === 'invitations_one_at_a_time')
    throw conflict(
      'An invitation to this address is under way already. Take it back first, or wait.',
      'already_invited',
    )
  throw error
}
