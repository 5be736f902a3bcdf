import { sql } from 'drizzle-orm'
import { tries } from '#db/schema/accounts/tries.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { tooMany } from '#workers/lib/errors.ts'

export type Limit = { what: string; times: number; minutes: number }

// Exact across all machines, in one round trip for several counts. Who comes too often is told to wait, whatever they bring.
export async function countTries(ctx: Ctx, counted: [Limit, who: string][]) {
  const over = await triesOver(ctx, counted)
  if (over > 0) throw tooMany(over)
}

// The seconds to wait until all of them are below their limit again; 0 when nobody has to wait.
export const triesOver = async (ctx: Ctx, counted: [Limit, who: string][]): Promise<number> =>
  Math.max(0, ...(await waits(ctx, counted)))

// The same for each of them, in their order.
export async function waits(ctx: Ctx, counted: [Limit, who: string][]): Promise<number[]> {
  const asked = counted.map(([limit, who]) => ({ ...limit, who: who.toLowerCase().slice(0, 320) }))
  const { rows } = await ctx.db.execute(sql`
    with asked as (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(what text, who text, times int, minutes int)),
    counted as (
      insert into ${tries} as kept (what, who) select what, who from asked order by what, who
      on conflict (what, who) do update set
        since = case when kept.since < now() - ${windowOf} then now() else kept.since end,
        times = case when kept.since < now() - ${windowOf} then 1 else kept.times + 1 end
      returning what, who, since, times)
    select what, ceil(extract(epoch from counted.since + asked.minutes * interval '1 minute' - now()))::int as wait
    from counted join asked using (what, who) where counted.times > asked.times`)
  const over = new Map((rows as { what: string; wait: number }[]).map(({ what, wait }) => [what, wait]))
  return counted.map(([{ what }]) => over.get(what) ?? 0)
}

const windowOf = sql`(select minutes from asked where asked.what = kept.what and asked.who = kept.who) * interval '1 minute'`
