import { type SQL, sql } from 'drizzle-orm'
import { type PairingRules, pairingBonds, pairingRules } from '#db/schema/mentoring/pairings.ts'
import { programApplications, programOrganisers, programs } from '#db/schema/mentoring/programs.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { invalid, notFound } from '#workers/lib/errors.ts'
import { transact } from '#workers/lib/transact.ts'
import type { ProgramSlug } from '#workers/mentoring/programs/inputs.ts'
import { ASKED } from './choosing/choosers.ts'
import { asRules, type Bond, type Rules } from './inputs.ts'

export const ownProgram = (slug: string, organiserId: string) => sql`
  select program.id from ${programs} program join ${programOrganisers} organiser
    on organiser.program_id = program.id and organiser.member_id = ${organiserId}::uuid
  where program.slug = ${slug}`

// How this program pairs, from the next time on.
export const setRules = (ctx: MemberCtx, { slug }: ProgramSlug, said: Rules) =>
  transact(ctx, async (within) => {
    const before = await rulesBefore(within, ownProgram(slug, ctx.member.id))
    const rules = asRules(said)
    const parts = ASKED[rules.process].filter((part) => !before.asked.includes(part))
    await commit(
      within,
      within.db
        .insert(pairingRules)
        .values({ programId: before.programId, rules })
        .onConflictDoUpdate({ target: pairingRules.programId, set: { rules, updatedAt: sql`now()` } })
        .returning({ id: sql<string>`${pairingRules.programId}`.as('id') }),
      fact('pairing.ruled', { ...rules }),
      ...(parts.length > 0 ? [fact('choosing.opened', { parts })] : []),
    )
  })

type Before = { programId: string; process: PairingRules['process']; isOver: boolean }

// Whoever is asked already does not hear of it again, unless their last day is over.
async function rulesBefore({ db }: Ctx, own: SQL) {
  const { rows }: { rows: Before[] } = await db.execute(sql`
    select program.id as "programId", coalesce(kept.rules ->> 'process', 'organiser') as process,
      coalesce((kept.rules ->> 'until')::date < current_date, false) as "isOver"
    from ${programs} program left join ${pairingRules} kept on kept.program_id = program.id
    where program.id = (${own}) for no key update of program`)
  const [before] = rows
  if (!before) throw notFound('program')
  return { programId: before.programId, asked: before.isOver ? [] : ASKED[before.process] }
}

// Two must be together, or never; of two musts for the same person the later one holds.
export const bind = (ctx: MemberCtx, { slug }: ProgramSlug, { participant, mentor, bond }: Bond) =>
  transact(ctx, async (within) => {
    const [two] = (await within.db.execute<Two>(twoIn(slug, ctx.member.id, { participant, mentor }))).rows
    if (!two)
      throw invalid([{ path: 'participant', message: 'One of the two is not in this program. Please choose others.' }])
    const isOther = sql`${pairingBonds.bond} = 'must' and ${bond === 'must'} or ${pairingBonds.mentorId} = ${two.mentorId}::uuid`
    await within.db
      .delete(pairingBonds)
      .where(sql`program_id = ${two.programId}::uuid and participant_id = ${two.participantId}::uuid and (${isOther})`)
    if (bond === 'neither') return
    await commit(
      within,
      within.db
        .insert(pairingBonds)
        .values({ ...two, bond })
        .returning({ id: sql<string>`${pairingBonds.programId}`.as('id') }),
      fact('pairing.bound', { bond }),
    )
  })

type Two = { programId: string; participantId: string; mentorId: string }

const twoIn = (slug: string, organiserId: string, { participant, mentor }: Pick<Bond, 'participant' | 'mentor'>) => sql`
  select own.id as "programId", who.id as "participantId", teacher.id as "mentorId"
  from (${ownProgram(slug, organiserId)}) own join ${programApplications} applied on applied.program_id = own.id
      and applied.part = 'participant' and applied.state = 'accepted'
    join ${members} who on who.id = applied.member_id and who.handle = ${participant}::citext
    join ${members} teacher on teacher.handle = ${mentor}::citext and teacher.id <> who.id and teacher.standing = 'active'`
