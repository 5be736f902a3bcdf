import { newId } from '#db/id.ts'
import { sites, siteVersions } from '#db/schema/portfolios/sites.ts'
import { Design } from '#workers/portfolios/design.ts'
import { communitySites } from '../community/sites.ts'
import { ago, idOf, type Names, type Tx } from './ids.ts'

// They are published; the first minute of the house builds them.
export async function openSites(tx: Tx, { members }: Names) {
  for (const { who, openedDaysAgo, design } of communitySites) {
    const [id, memberId, at] = [newId(), idOf(members, who), ago({ days: openedDaysAgo })]
    const whole = Design.parse(design)
    await tx.insert(siteVersions).values({ id, memberId, number: 1, design: whole, publishedAt: at })
    await tx.insert(sites).values({
      ...{ memberId, design: whole, state: 'open', versions: 1, shownId: id, turn: 1 },
      ...{ createdAt: at, openedAt: at },
    })
  }
}
