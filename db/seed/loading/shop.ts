import { newId } from '#db/id.ts'
import { listingFiles, listings, listingZones } from '#db/schema/marketplace/listings.ts'
import { payoutAccounts } from '#db/schema/marketplace/payouts.ts'
import { media } from '#db/schema/media.ts'
import { projects } from '#db/schema/projects.ts'
import { drawWork } from '../art/index.ts'
import { shop } from '../community/shop.ts'
import { works } from '../community/works/index.ts'
import { ago, idOf, inDays, type Names, type Tx } from './ids.ts'

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

// The drawing itself, in full size.
async function addFile(tx: Tx, listingId: string, ownerId: string, work: (typeof works)[number]) {
  const [id, key, type] = [newId(), `seed/works/${work.slug}.svg`, 'image/svg+xml']
  const size = { width: work.width, height: work.height, type, bytes: Buffer.byteLength(drawWork(work)), key }
  const at = { createdAt: ago({ days: 20 }), readyAt: ago({ days: 20 }) }
  await tx.insert(media).values({
    ...{ ...size, ...at, id, ownerId, kind: 'image', state: 'ready' },
    ...{ name: `${work.slug}.svg`, alt: work.alt, variants: [size] },
  })
  await tx.insert(listingFiles).values({ listingId, mediaId: id })
}

// Each piece hangs on the wall already; here it gets a price.
export async function openShop(tx: Tx, { members }: Names) {
  const hung = new Map(
    (await tx.select({ id: projects.id, slug: projects.slug }).from(projects)).map((row) => [row.slug, row.id]),
  )
  await sayWhereMoneyGoes(tx, members)
  for (const { work, slug = work, price, zones = [], listedDaysAgo, title, copies, startsInDays, ...offer } of shop) {
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
      startsAt: startsInDays === undefined ? null : onTheHour(inDays(startsInDays)),
      state: 'listed',
      createdAt: at,
      listedAt: at,
    })
    if (offer.kind === 'digital') await addFile(tx, id, idOf(members, shown.maker), shown)
    for (const [zone, cost, days] of zones)
      await tx
        .insert(listingZones)
        .values({ listingId: id, zone, priceMinor: minor(cost), moreMinor: minor(cost / 4), days })
  }
}

const onTheHour = (at: Date) => new Date(at.setUTCHours(16, 0, 0, 0))
