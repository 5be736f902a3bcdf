import { newId } from '#db/id.ts'
import { projects } from '#db/schema/projects.ts'
import { NewListing } from '#workers/marketplace/listings/inputs.ts'
import { sell } from '#workers/marketplace/listings/selling.ts'
import type { Somebody } from './people.ts'

let count = 0

// A finished work of somebody's.
export async function aWork({ ctx, id }: Pick<Somebody, 'ctx' | 'id'>, title = 'A bowl'): Promise<string> {
  const slug = `work-${++count}`
  const about = { medium: 'Ash', story: 'It was a plank.', lengthOfWork: 'A day', finishedAt: new Date() }
  const picture = { picture: 'works/bowl.webp', alt: 'A bowl of ash', width: 4, height: 3 }
  await ctx.db.insert(projects).values({ id: newId(), slug, memberId: id, title, ...about, ...picture })
  return slug
}

// A work of theirs, for sale: an original for 40 euros that is fetched, if nothing else is said.
export async function aListing(maker: Somebody, offer: Partial<Record<keyof NewListing | 'price', unknown>> = {}) {
  const work = await aWork(maker)
  const { slug } = await sell(
    maker.ctx,
    NewListing.parse({ work, kind: 'original', currency: 'EUR', price: '40', pickup: 'The workshop', ...offer }),
  )
  return slug
}
