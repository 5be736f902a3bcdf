import { type SQL, sql } from 'drizzle-orm'
import { departures } from '#db/schema/accounts/departures.ts'
import { dataExports } from '#db/schema/accounts/exports.ts'
import { guardianConsents } from '#db/schema/accounts/guardians.ts'
import { signUps } from '#db/schema/accounts/joining.ts'
import { oneTimeLinks } from '#db/schema/accounts/links.ts'
import { clearances, mentorApplications } from '#db/schema/accounts/mentor-applications.ts'
import { passkeys } from '#db/schema/accounts/passkeys.ts'
import { identities, providerVisits } from '#db/schema/accounts/providers.ts'
import { authenticators, recoveryCodes } from '#db/schema/accounts/second-step.ts'
import { refreshTokens, signIns } from '#db/schema/accounts/sign-ins.ts'
import { suspensions } from '#db/schema/accounts/suspensions.ts'
import { personalTokens } from '#db/schema/accounts/tokens.ts'
import { accounts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/events.ts'
import { idempotencyKeys } from '#db/schema/requests.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { transact } from '#workers/lib/transact.ts'
import { marketplaceForgotten } from '#workers/marketplace/member-data.ts'
import { matchingForgotten } from '#workers/matching/forgetting.ts'
import { mediaFiles, mediaForgotten } from '#workers/media/forgetting.ts'
import { mentoringForgotten } from '#workers/mentoring/forgetting.ts'
import { noticesForgotten } from '#workers/notifications/forgetting.ts'
import { peopleFiles, peopleForgotten } from '#workers/people/forgetting.ts'
import { folderOf } from '#workers/people/portraits/folder.ts'
import { builtFiles, siteFiles, sitesForgotten } from '#workers/portfolios/forgetting.ts'
import { worksFiles, worksForgotten } from '#workers/projects/forgetting.ts'
import { sessionsForgotten } from '#workers/sessions/forgetting.ts'
import { noteSomeEnded } from '../sign-ins/ended-lately.ts'

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
    for (const { id } of due)
      await forget(
        ctx,
        id,
        sql`
      select from ${departures} where member_id = ${id} and gone_at is null and leaves_at <= now() for update`,
      )
    if (due.length < AT_ONCE) return
  }
}

// `stillDue` finds and locks a row as long as it is time: who stays at the last moment stays whole.
// Pictures go first: a picture without a row would stay for ever, a row without a picture shows an empty frame for a moment.
export async function forget(ctx: Ctx, memberId: string, stillDue: SQL) {
  await transact(ctx, async (within) => {
    const { rows } = await within.db.execute(stillDue)
    if (rows.length === 0) return
    await throwAway(ctx, await filesOf(within, memberId))
    await throwAway(ctx, await portraitsOf(ctx, memberId))
    await throwAway(ctx, await builtFiles(ctx, memberId))
    for (const gone of allForgotten(memberId)) await within.db.execute(gone)
    await commit(
      within,
      within.db
        .insert(departures)
        .values({ memberId, leavesAt: sql`now()`, goneAt: sql`now()` })
        .onConflictDoUpdate({ target: departures.memberId, set: { goneAt: sql`now()`, reason: null } })
        .returning({ id: sql<string>`${departures.memberId}`.as('id') }),
      fact('member.gone'),
    )
  })
  noteSomeEnded()
}

// Whoever keeps more about members adds it here. What is found by the address comes before the account.
export const allForgotten = (memberId: string): SQL[] => [
  ...matchingForgotten(memberId),
  ...mentoringForgotten(memberId),
  ...marketplaceForgotten(memberId),
  ...mediaForgotten(memberId),
  ...sessionsForgotten(memberId),
  ...accountForgotten(memberId),
  ...worksForgotten(memberId),
  ...noticesForgotten(memberId),
  ...sitesForgotten(memberId),
  ...peopleForgotten(memberId),
]

// What happened stays told, for the books; who it was does not.
// Sign-ins stay for a day, without a word of where they were: so every machine hears that they ended.
const accountForgotten = (memberId: string): SQL[] => [
  sql`update ${signIns} set device = '', country = null, ended_at = coalesce(ended_at, now()), ended_because = 'left'
    where member_id = ${memberId}`,
  sql`delete from ${refreshTokens} where sign_in_id in (select id from ${signIns} where member_id = ${memberId})`,
  sql`delete from ${signUps} where email = (select email from ${accounts} where member_id = ${memberId})`,
  sql`delete from ${idempotencyKeys} where actor = ${`member:${memberId}`}`,
  sql`update ${suspensions} set reason = '' where member_id = ${memberId}`,
  sql`update ${clearances} set what = '' where member_id = ${memberId}`,
  sql`delete from ${oneTimeLinks} where subject = ${memberId} or subject in (
    select id from ${guardianConsents} where member_id = ${memberId})`,
  ...[
    identities,
    providerVisits,
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

// Storage takes a thousand names at a time.
async function throwAway({ env }: Ctx, files: string[]) {
  for (let n = 0; n < files.length; n += 1000) await env.MEDIA.delete(files.slice(n, n + 1000))
}

async function filesOf(ctx: Ctx, memberId: string): Promise<string[]> {
  const { rows } = await ctx.db.execute(sql`
    select '_private/exports/' || id || '.zip' as file from ${dataExports} where member_id = ${memberId}
    union all ${worksFiles(memberId)} union all ${peopleFiles(memberId)}
    union all ${mediaFiles(memberId)} union all ${siteFiles(memberId)}`)
  return (rows as { file: string }[]).map(({ file }) => file)
}

// Portraits that were taken down lie in the folder until they are cleared away.
async function portraitsOf({ env }: Ctx, memberId: string): Promise<string[]> {
  const { objects } = await env.MEDIA.list({ prefix: folderOf(env, memberId) })
  return objects.map(({ key }) => key)
}
