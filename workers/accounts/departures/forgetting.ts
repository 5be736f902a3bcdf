import { eq, type SQL, sql } from 'drizzle-orm'
import { departures } from '#db/schema/accounts/departures.ts'
import { dataExports } from '#db/schema/accounts/exports.ts'
import { guardianConsents } from '#db/schema/accounts/guardians.ts'
import { mentorApplications } from '#db/schema/accounts/mentor-applications.ts'
import { passkeys } from '#db/schema/accounts/passkeys.ts'
import { identities } from '#db/schema/accounts/providers.ts'
import { authenticators, recoveryCodes } from '#db/schema/accounts/second-step.ts'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import { personalTokens } from '#db/schema/accounts/tokens.ts'
import { accounts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/events.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { transact } from '#workers/lib/transact.ts'
import { noticesForgotten } from '#workers/notifications/forgetting.ts'
import { peopleFiles, peopleForgotten } from '#workers/people/forgetting.ts'
import { worksFiles, worksForgotten } from '#workers/projects/forgetting.ts'

const AT_ONCE = 20

// Every night, those whose thirty days are over. Each goes whole or not at all, so a night that breaks off goes on tomorrow.
export async function forgetTheDeparted(ctx: Ctx) {
  for (;;) {
    const due = await ctx.db
      .select({ id: departures.memberId })
      .from(departures)
      .where(sql`gone_at is null and leaves_at <= now()`)
      .orderBy(departures.leavesAt)
      .limit(AT_ONCE)
    for (const { id } of due) await forget(ctx, id)
    if (due.length < AT_ONCE) return
  }
}

// Pictures go first: a picture without a row would stay for ever, a row without a picture shows an empty frame for a moment.
async function forget(ctx: Ctx, memberId: string) {
  await ctx.env.MEDIA.delete(await filesOf(ctx, memberId))
  await transact(ctx, async (within) => {
    for (const gone of [
      ...accountForgotten(memberId),
      ...worksForgotten(memberId),
      ...noticesForgotten(memberId),
      ...peopleForgotten(memberId),
    ])
      await within.db.execute(gone)
    await commit(
      within,
      within.db
        .update(departures)
        .set({ goneAt: sql`now()`, reason: null })
        .where(eq(departures.memberId, memberId))
        .returning({ id: sql<string>`${departures.memberId}`.as('id') }),
      fact('member.gone'),
    )
  })
}

// What happened stays told, for the books; who it was does not.
const accountForgotten = (memberId: string): SQL[] => [
  ...[
    signIns,
    identities,
    passkeys,
    personalTokens,
    authenticators,
    recoveryCodes,
    mentorApplications,
    guardianConsents,
    dataExports,
    accounts,
  ].map((table) => sql`delete from ${table} where member_id = ${memberId}`),
  sql`update ${events} set data = '{}' where actor = ${`member:${memberId}`} or subject = ${memberId}`,
]

async function filesOf(ctx: Ctx, memberId: string): Promise<string[]> {
  const { rows } = await ctx.db.execute(sql`
    select file from ${dataExports} where member_id = ${memberId} and file is not null
    union all ${worksFiles(memberId)} union all ${peopleFiles(memberId)}`)
  return (rows as { file: string }[]).map(({ file }) => file)
}
