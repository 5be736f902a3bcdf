import type { Profile } from '#workers/people/profiles/inputs.ts'
import { portraitOf } from './words.ts'

// What machines read of a person: only what this reader sees on the page.
export function structuredPerson(profile: Profile, origin: string) {
  const portrait = portraitOf(profile)
  const known = [...profile.teaches.map(({ name }) => name), ...profile.alsoTeaches]
  return {
    '@type': 'ProfilePage',
    dateCreated: profile.joinedAt,
    mainEntity: {
      '@type': 'Person',
      name: profile.name,
      alternateName: profile.handle,
      identifier: profile.handle,
      url: `${origin}/members/${profile.handle}`,
      ...(profile.craft && { description: profile.craft }),
      ...(portrait && { image: origin + portrait }),
      ...(profile.place && { homeLocation: { '@type': 'Place', name: profile.place } }),
      ...(known.length > 0 && { knowsAbout: known }),
      ...(profile.languages.length > 0 && { knowsLanguage: profile.languages }),
      ...(profile.links.length > 0 && {
        sameAs: profile.links.flatMap(({ url }) => (url ? new URL(url, origin).href : [])),
      }),
    },
  }
}
