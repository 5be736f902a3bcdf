import { sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { holds, payouts as paidOut, payoutAccounts } from '#db/schema/marketplace/payouts.ts'
import * as saving from '#db/schema/marketplace/savings.ts'
import { share } from '#workers/lib/money.ts'
import { payable, platformFee } from '#workers/marketplace/ledger/accounts.ts'
import { correction } from '#workers/marketplace/ledger/bookings/corrections.ts'
import { payoutAsked, payoutPaid } from '#workers/marketplace/ledger/bookings/payouts.ts'
import { netOf, sale } from '#workers/marketplace/ledger/bookings/sale.ts'
import type { Booking } from '#workers/marketplace/ledger/post.ts'
import { corrections, jars, payouts, sales } from '../community/makers-money.ts'
import { bringPictures } from './handed-in.ts'
import { ago, idOf, inDays, type Names, type Tx } from './ids.ts'

export const post = (tx: Tx, booking: Booking, actor = 'job:seed') =>
  tx.execute(sql`select ledger_post(${JSON.stringify({ ...booking, actor })}::jsonb)`)

// What of each sale goes into somebody's jars, at that time.
export async function rulesOf(tx: Tx, memberId: string, at: Date) {
  const theirs = await tx
    .select({ jarId: saving.jars.id, basisPoints: saving.jars.shareBasisPoints })
    .from(saving.jars)
    .where(
      sql`${saving.jars.memberId} = ${memberId} and ${saving.jars.madeAt} < ${at.toISOString()}::timestamptz and ${saving.jars.shareBasisPoints} > 0`,
    )
  return theirs
}

type Jar = { id: string; memberId: string; share: number; since: Date }

// Sold, saved and paid out, through the books as everybody's money goes.
export async function countMoney(tx: Tx, names: Names) {
  const made = await makeJars(tx, names)
  await sell(tx, names, made)
  await payOut(tx, names)
  await putRight(tx, names)
}

async function makeJars(tx: Tx, { members }: Names): Promise<Jar[]> {
  const made: Jar[] = []
  for (const { who, name, targetMinor = null, dueInDays, share: basisPoints, madeDaysAgo, goal, picture } of jars) {
    const [id, memberId, since] = [newId(), idOf(members, who), ago({ days: madeDaysAgo })]
    const dueOn = dueInDays === undefined ? null : inDays(dueInDays).toISOString().slice(0, 10)
    const [pictureId = null] = await bringPictures(tx, memberId, picture && [picture], since)
    const goalId = goal ? sql`(select id from goals where member_id = ${memberId} and title = ${goal})` : null
    const row = {
      id,
      memberId,
      name,
      currency: 'EUR',
      targetMinor,
      dueOn,
      shareBasisPoints: basisPoints,
      madeAt: since,
    }
    await tx.insert(saving.jars).values({ ...row, goalId, pictureId })
    made.push({ id, memberId, share: basisPoints, since })
  }
  return made
}

async function sell(tx: Tx, { members }: Names, made: Jar[]) {
  for (const { who, what, daysAgo, grossMinor, provider = 'stripe', currency = 'EUR' } of sales) {
    const [orderId, sellerId, at] = [newId(), idOf(members, who), ago({ days: daysAgo })]
    const fees = {
      taxMinor: 0,
      platformFeeMinor: share(grossMinor, 300),
      processorFeeMinor: share(grossMinor, 150) + 25,
    }
    const sold = {
      orderId,
      sellerId,
      provider,
      currency,
      grossMinor,
      ...fees,
      about: what,
      at,
    } as const
    const rules = made
      .filter(({ memberId, since }) => memberId === sellerId && since < at)
      .map(({ id, share: basisPoints }) => ({ jarId: id, basisPoints }))
    await post(tx, sale(sold, rules))
    if (daysAgo < 14)
      await tx.insert(holds).values({
        memberId: sellerId,
        minor: netOf(sold) - rules.reduce((all, rule) => all + share(netOf(sold), rule.basisPoints), 0),
        currency,
        reason: 'may-be-returned',
        source: `order:${orderId}`,
        about: what,
        heldAt: at,
        until: inDays(14 - daysAgo),
      })
  }
}

async function payOut(tx: Tx, { members }: Names) {
  for (const { who, daysAgo, minor, handedBy, note = '' } of payouts) {
    const [payoutId, memberId, at] = [newId(), idOf(members, who), ago({ days: daysAgo })]
    await tx
      .insert(payoutAccounts)
      .values({ memberId, way: 'by-hand', isReady: true, changedAt: ago({ days: 200 }) })
      .onConflictDoNothing()
    await tx.insert(paidOut).values({
      id: payoutId,
      memberId,
      way: 'by-hand',
      minor,
      currency: 'EUR',
      ...(handedBy && {
        state: 'paid' as const,
        receipt: sql`nextval('payout_receipts')::int`,
        handedById: idOf(members, handedBy),
        endedAt: at,
      }),
      note,
      askedAt: ago({ days: daysAgo + 2 }),
    })
    const payout = { payoutId, memberId, provider: 'organisation', minor, currency: 'EUR', at } as const
    await post(tx, payoutAsked(payout))
    if (handedBy) await post(tx, payoutPaid(payout))
  }
}

async function putRight(tx: Tx, { members }: Names) {
  for (const { who, by, minor, daysAgo, reason } of corrections) {
    const to = payable(idOf(members, who))
    const wrong = { correctionId: newId(), from: platformFee, to, minor, currency: 'EUR', reason }
    await post(tx, { ...correction(wrong), at: ago({ days: daysAgo }) }, `member:${idOf(members, by)}`)
  }
}

// Each milestone on the day whose sale reached it.
export const noteMilestones = (tx: Tx) =>
  tx.execute(sql`
    insert into ${saving.jarMilestones} (id, jar_id, percent, reached_at)
    select gen_random_uuid(), filled.jar_id, step.percent, min(filled.at) from (
      select account.jar_id, jar.target_minor, made.at, sum(entry.minor) over (partition by account.id order by made.at, entry.id) as holds
      from ledger_entries entry join ledger_accounts account on account.id = entry.account_id and account.kind = 'jar'
      join ledger_transactions made on made.id = entry.transaction_id join jars jar on jar.id = account.jar_id
    ) filled cross join (values (25), (50), (75), (100)) step(percent)
    where filled.holds * 100 >= filled.target_minor * step.percent group by filled.jar_id, step.percent`)
