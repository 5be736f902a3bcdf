import { type SQL, sql } from 'drizzle-orm'
import { prospects } from '#db/schema/mentoring/outreach.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'

const AT_ONCE = 500
const DAYS_BEFORE = 14
const DAYS_AFTER = 30

// Each night: who wanted to be in touch with whom on this day, whose consent ends soon, and who is to be forgotten.
export async function remindOfPeople(ctx: Ctx) {
  for (const one of [stepsOfToday, endingConsents, forgetWithoutConsent]) while ((await one(ctx)).length === AT_ONCE);
}

// The day begins where the mentor lives, which may be hours after this runs.
const theirToday = sql`((now() + interval '8 hours') at time zone owner.time_zone)::date`

// Once for each day that was named; whoever names another is reminded of that.
const stepsOfToday = (ctx: Ctx) =>
  commit(
    ctx,
    ctx.db
      .update(prospects)
      .set({ remindedOn: sql`${prospects.nextStepOn}` })
      .where(some(sql`one.next_step_on <= ${theirToday} and one.reminded_on is distinct from one.next_step_on`))
      .returning({ id: prospects.id }),
    fact('prospect.due'),
  )

const endingConsents = (ctx: Ctx) =>
  commit(
    ctx,
    ctx.db
      .update(prospects)
      .set({ consentRemindedOn: sql`${prospects.consentUntil}` })
      .where(
        some(sql`one.consent_until between current_date and current_date + ${DAYS_BEFORE}::int
          and one.consent_reminded_on is distinct from one.consent_until and one.stage <> 'joined'`),
      )
      .returning({ id: prospects.id }),
    fact('prospect.consent-ends'),
  )

const some = (due: SQL) => sql`${prospects.id} in (
  select one.id from ${prospects} one join ${members} owner on owner.id = one.owner_id
  where one.merged_into is null and one.left_alone_at is null and ${due} order by one.id limit ${AT_ONCE})`

// Nothing is kept about somebody who was not asked again.
const forgetWithoutConsent = (ctx: Ctx) =>
  commit(
    ctx,
    ctx.db
      .delete(prospects)
      .where(some(sql`one.consent_until < current_date - ${DAYS_AFTER}::int and one.stage <> 'joined'`))
      .returning({ id: prospects.id }),
    fact('prospect.forgotten'),
    (changed) => sql`delete from ${prospects} where merged_into in (select id from ${changed}) returning 1`,
  )
