import { sql } from 'drizzle-orm'
import { planItems, programOrganisers, programs } from '#db/schema/mentoring/programs.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict } from '#workers/lib/errors.ts'
import type { ProgramSlug } from '../programs/inputs.ts'
import type { PlanYes } from './inputs.ts'
import { markOf, readPlan } from './plan.ts'

// Yes to what was shown, and to nothing else: whoever changed the plan in between has to be heard first.
export async function sendPlan(ctx: MemberCtx, { slug }: ProgramSlug, { mark }: PlanYes) {
  const [sent] = await commit(
    ctx,
    ctx.db
      .update(programs)
      .set({ updatedAt: sql`now()` })
      .where(
        sql`${programs.id} in (select program.id from ${programs} program join ${programOrganisers} organiser
          on organiser.program_id = program.id and organiser.member_id = ${ctx.member.id}::uuid
          where program.slug = ${slug} and program.state <> 'finished' and ${markOf} = ${mark})`,
      )
      .returning({ id: programs.id, slug: programs.slug }),
    fact('plan.sent'),
    (
      changed,
    ) => sql`update ${planItems} item set sent_version = item.version from ${changed}, (select id, version from plan_items) shown
      where item.program_id = changed.id and shown.id = item.id and shown.version = item.version and item.sent_version < item.version returning 1`,
  )
  if (sent) return sent
  await readPlan(ctx, { slug })
  throw conflict(
    'The plan was changed after this was shown, or the program is over. Nothing was brought to anybody; look at it once more.',
    'plan_changed',
  )
}
