import { eq, inArray, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { events } from '#db/schema/events.ts'
import * as stock from '#db/schema/mentoring/resources.ts'
import { tasks } from '#db/schema/mentoring/tasks.ts'
import { loans, type SeedLoan, supplies } from '../community/mentoring/supplies.ts'
import { bringPictures } from './handed-in.ts'
import { ago, type Ids, idOf, idsFor, inDays, type Names, type Tx } from './ids.ts'

// The shelf with its stock, and half a year of what went from hand to hand.
export async function fillShelf(tx: Tx, names: Names) {
  const ids = idsFor(supplies.map(({ name }) => name))
  const buyer = idOf(names.members, 'thandi')
  for (const { name, kind, about, unit = 'piece', place, lowAt = 0, cost = 0, picture } of supplies) {
    const [pictureId] = await bringPictures(tx, buyer, picture && [picture], ago({ days: 175 }))
    const row = { id: idOf(ids, name), slug: slugOf(name), kind, name, unit, place, lowAt, costMinor: cost, pictureId }
    await tx.insert(stock.resources).values({ ...row, description: about, createdAt: ago({ days: 175 }) })
  }
  for (const supply of supplies) await stockUp(tx, ids, supply, buyer)
  for (const loan of loans) await lend(tx, names, ids, loan)
  // They were told long ago.
  await tx
    .update(events)
    .set({ sentAt: sql`now()` })
    .where(inArray(events.name, ['supply.low']))
}

const slugOf = (name: string) => name.toLowerCase().replaceAll(' ', '-')

async function stockUp(
  tx: Tx,
  ids: Ids,
  { name, kind, bought = [], parts = [] }: (typeof supplies)[number],
  byId: string,
) {
  const resourceId = idOf(ids, name)
  for (const [quantity, days] of bought)
    await tx.insert(stock.movements).values({ resourceId, quantity, why: 'bought', byId, at: ago({ days }) })
  if (kind === 'tool') {
    const count = bought.reduce((sum, [more]) => sum + more, 0)
    const labels = Array.from({ length: count }, (_, n) => ({ resourceId, label: `No. ${n + 1}` }))
    await tx.insert(stock.copies).values(labels)
  }
  for (const [part, quantity] of parts)
    await tx.insert(stock.kitParts).values({ kitId: resourceId, partId: idOf(ids, part), quantity })
}

const isOver = (state: SeedLoan['state']) => state === 'returned' || state === 'used-up'
const day = (days: number) => inDays(days).toISOString().slice(0, 10)

async function lend(tx: Tx, { members }: Names, ids: Ids, loan: SeedLoan) {
  const {
    state,
    count = 1,
    approved = state === 'asked' || state === 'refused' ? 0 : count,
    askedDaysAgo: asked,
    days,
  } = loan
  const supply = supplies.find(({ name }) => name === loan.supply)
  const [id, memberId, task] = [newId(), idOf(members, loan.who), await taskOf(tx, loan.task)]
  const wasOut = isOver(state) || state === 'handed-over'
  const decided = state !== 'asked'
  await tx.insert(stock.supplyRequests).values({
    id,
    resourceId: idOf(ids, loan.supply),
    memberId,
    quantity: count,
    approved,
    state,
    taskId: task?.id,
    mentorshipId: task?.mentorshipId,
    fromDay: days && day(days[0]),
    untilDay: days && day(days[1]),
    words: loan.words,
    answer: loan.answer,
    askedAt: ago({ days: asked }),
    decidedById: decided ? idOf(members, 'thandi') : null,
    decidedAt: decided ? ago({ hours: asked * 24 - 20 }) : null,
    handedOverAt: wasOut ? ago({ hours: Math.max(asked - 1, 1) * 24 }) : null,
    endedAt: isOver(state) ? ago({ days: days ? Math.max(-days[1], 1) : Math.max(asked - 30, 1) }) : null,
    costMinor: wasOut ? (supply?.cost ?? 0) * approved : null,
    currency: wasOut ? 'EUR' : null,
    conditionBack: loan.condition,
  })
  if (task) await needFor(tx, task.id, idOf(ids, loan.supply), count)
  if (wasOut) await handOut(tx, ids, loan, { id, approved, memberId })
}

type Lent = { id: string; approved: number; memberId: string }

async function handOut(tx: Tx, ids: Ids, loan: SeedLoan, { id: requestId, approved, memberId }: Lent) {
  const at = ago({ days: Math.max(loan.askedDaysAgo - 1, 1) })
  const whole = supplies.find(({ name }) => name === loan.supply)
  const parts = whole?.parts ?? [[loan.supply, 1] as [string, number]]
  for (const [name, each] of parts) {
    const resourceId = idOf(ids, name)
    if (supplies.find((one) => one.name === name)?.kind === 'supply')
      await tx
        .insert(stock.movements)
        .values({ resourceId, quantity: -approved * each, why: 'reserved', requestId, byId: memberId, at })
    else await reserve(tx, resourceId, requestId, loan)
  }
  for (const [days, words, quantity = 0, picture] of loan.uses ?? []) {
    const [mediaId] = await bringPictures(tx, memberId, picture && [picture], ago({ days }))
    const useId = newId()
    await tx.insert(stock.uses).values({ id: useId, requestId, byId: memberId, quantity, words, at: ago({ days }) })
    if (mediaId) await tx.insert(stock.useFiles).values({ useId, mediaId })
  }
}

async function reserve(tx: Tx, resourceId: string, requestId: string, { days = [0, 0], state }: SeedLoan) {
  const [copy] = await tx
    .select({ id: stock.copies.id })
    .from(stock.copies)
    .where(eq(stock.copies.resourceId, resourceId))
    .orderBy(stock.copies.label)
    .limit(1)
  if (!copy) throw new Error('The seed lends a tool of which there is none.')
  const releasedAt = state === 'returned' ? ago({ days: Math.max(-days[1], 1) }) : null
  const kept = sql<string>`daterange(${day(days[0])}::date, ${day(days[1])}::date, '[]')`
  await tx.insert(stock.reservations).values({ copyId: copy.id, requestId, days: kept, releasedAt })
}

// What was kept for a task is what the task needs.
const needFor = (tx: Tx, taskId: string, resourceId: string, quantity: number) =>
  tx
    .update(tasks)
    .set({ supplies: sql`${tasks.supplies} || ${JSON.stringify([{ resourceId, quantity }])}::jsonb` })
    .where(eq(tasks.id, taskId))

async function taskOf(tx: Tx, title: string | undefined) {
  if (!title) return undefined
  const [task] = await tx
    .select({ id: tasks.id, mentorshipId: tasks.mentorshipId })
    .from(tasks)
    .where(eq(tasks.title, title))
  if (!task) throw new Error(`The seed lends something for "${title}", which was not set.`)
  return task
}
