import type { EntryKind } from '#db/schema/people/entries.ts'

type Words = {
  heading: string
  add: string
  title: string
  by?: string
  url: string
  since?: string
  until?: string
  none: string
}

export const KINDS: Record<EntryKind, Words> = {
  work: {
    heading: 'Where you worked',
    add: 'Add a place of work',
    title: 'What you did',
    by: 'Where, or for whom',
    url: 'Web page',
    since: 'From',
    until: 'Until',
    none: 'A workshop, a shop, a kitchen table: wherever the practice comes from.',
  },
  certification: {
    heading: 'Certificates',
    add: 'Add a certificate',
    title: 'What it certifies',
    by: 'Who gave it',
    url: 'Where it can be checked',
    since: 'Given',
    until: 'Valid until',
    none: 'A course, a guild, a licence; best with a page where it can be checked.',
  },
  achievement: {
    heading: 'What you are proud of',
    add: 'Add something you are proud of',
    title: 'What it is',
    by: 'Where, or with whom',
    url: 'Web page',
    since: 'When',
    none: 'A show, a prize, a first finished blanket.',
  },
  link: {
    heading: 'Where else you are found',
    add: 'Add a link',
    title: 'What it is called',
    url: 'Address',
    none: 'Your shop, your pictures, your code.',
  },
}

const month = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' })

// "May 2021 – Mar 2024"
export function when({ since, until }: { since: string | null; until: string | null }): string {
  const [from, to] = [since, until].map((day) => day && month.format(new Date(`${day}T00:00:00Z`)))
  return from && to ? `${from} – ${to}` : from ? from : to ? `until ${to}` : ''
}
