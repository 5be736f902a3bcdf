import { decimal } from '#workers/lib/money.ts'
import { wholly } from './address.ts'
import type { Offer, SitePost, SiteWork } from './content.ts'
import type { Site } from './page.ts'
import { postAt } from './parts/journal.ts'
import { isSold } from './parts/saying.ts'

// What machines may know of a page, in the words of schema.org. An address is only told where it is known.

const at = ({ url, isFolder }: Site, path: string) => (url ? { url: wholly(url, path, isFolder) } : {})

export const factsOfPerson = (site: Site) => ({
  '@type': 'Person',
  name: site.content.name,
  ...at(site, ''),
  ...(site.content.craft && { jobTitle: site.content.craft }),
  ...(site.content.place && { homeLocation: site.content.place }),
  sameAs: [`${site.house.url}/members/${site.content.handle}`, ...site.content.links.map(({ url }) => url)],
})

export const factsOfWork = (site: Site, work: SiteWork, offers: Offer[]) => ({
  '@type': offers.length > 0 ? ['VisualArtwork', 'Product'] : 'VisualArtwork',
  name: work.title,
  ...at(site, `work/${work.slug}`),
  creator: { '@type': 'Person', name: site.content.name },
  artMedium: work.medium,
  dateCreated: work.finishedAt.slice(0, 10),
  ...(offers.length > 0 && { offers: offers.map((offer) => factsOfOffer(site, offer)) }),
})

const factsOfOffer = ({ house }: Site, offer: Offer) => ({
  '@type': 'Offer',
  price: decimal({ minor: offer.priceMinor, currency: offer.currency }),
  priceCurrency: offer.currency,
  availability: `https://schema.org/${isSold(offer) ? 'SoldOut' : 'InStock'}`,
  url: `${house.url}/market/${offer.slug}`,
})

export const factsOfPost = (site: Site, post: SitePost) => ({
  '@type': 'BlogPosting',
  headline: post.title,
  ...at(site, postAt(post)),
  datePublished: post.outAt,
  dateModified: post.changedAt,
  author: { '@type': 'Person', name: site.content.name },
  ...(post.tags.length > 0 && { keywords: post.tags.join(', ') }),
})
