import { newId } from '#db/id.ts'
import { listings, listingZones } from '#db/schema/marketplace/listings.ts'
import { payoutAccounts } from '#db/schema/marketplace/payouts.ts'
import { projects } from '#db/schema/projects.ts'
import { shop } from '../community/shop.ts'
import { works } from '../community/works/index.ts'
import { ago, idOf, type Names, type Tx } from './ids.ts'

const minor = (euros: number) => Math.round(euros * 100)

// Nobody sells before that.
async function sayWhereMoneyGoes(tx: Tx, members: Names['members']) {
  const makers = new Set(shop.map((offer) => works.find(({ slug }) => slug === offer.work)?.maker ?? ''))
  const rows = [...makers].map((maker) => ({ memberId: idOf(members, maker), way: 'by-hand', isReady: true }) as const)
  await tx
    .insert(payoutAccounts)
    .values(rows.map((row) => ({ ...row, changedAt: ago({ days: 200 }) })))
    .onConflictDoNothing()
}

// Each piece hangs on the wall already; here it gets a price.
export async function openShop(tx: Tx, { members }: Names) {
  const hung = new Map(
    (await tx.select({ id: projects.id, slug: projects.slug }).from(projects)).map((row) => [row.slug, row.id]),
  )
  await sayWhereMoneyGoes(tx, members)
  for (const { work, slug = work, price, zones = [], listedDaysAgo, title, copies, ...offer } of shop) {
    const shown = works.find(({ slug }) => slug === work)
    if (!shown) throw new Error(`The shop of the demo sells “${work}”, which hangs nowhere.`)
    const [id, at] = [newId(), ago({ days: listedDaysAgo })]
    await tx.insert(listings).values({
      currency: 'EUR',
      ...offer,
      id,
      slug,
      memberId: idOf(members, shown.maker),
      projectId: idOf(hung, work),
      title: title ?? shown.title,
      priceMinor: minor(price),
      copies: offer.kind === 'original' ? 1 : (copies ?? null),
      state: 'listed',
      createdAt: at,
      listedAt: at,
    })
    for (const [zone, cost, days] of zones)
      await tx
        .insert(listingZones)
        .values({ listingId: id, zone, priceMinor: minor(cost), moreMinor: minor(cost / 4), days })
  }
}
