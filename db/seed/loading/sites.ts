import { newId } from '#db/id.ts'
import { posts } from '#db/schema/portfolios/posts.ts'
import { sites, siteVersions } from '#db/schema/portfolios/sites.ts'
import { Design } from '#workers/portfolios/design.ts'
import { inAnAddress } from '#workers/projects/own/slugs.ts'
import { communityPosts } from '../community/posts.ts'
import { communitySites } from '../community/sites/index.ts'
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

const DRAFTED_DAYS_AGO = 2

export async function writePosts(tx: Tx, { members }: Names) {
  for (const { who, outDaysAgo, title, ...post } of communityPosts) {
    const at = ago({ days: Math.max(DRAFTED_DAYS_AGO, outDaysAgo ?? 0) })
    await tx.insert(posts).values({
      ...{ ...post, title, memberId: idOf(members, who), slug: inAnAddress(title, 70) },
      outAt: outDaysAgo === undefined ? null : ago({ days: outDaysAgo }),
      ...{ createdAt: at, changedAt: at },
    })
  }
}
