import type House from '@lucide/astro/icons/house'

export type Entry = { label: string; href: string; icon?: typeof House; count?: number }

export const publicEntries: Entry[] = [
  { label: 'Works', href: '/works' },
  { label: 'Skills', href: '/skills' },
  { label: 'For organisers', href: '/organisers' },
]

export const footerEntries: Entry[] = [
  ...publicEntries,
  { label: 'The monthly letter', href: '/newsletter' },
  { label: 'The API', href: '/api/docs' },
]

export const publicSearch = { action: '/skills', label: 'Search skills' }

export const accountEntries: Entry[] = []

export const memberEntries: Entry[] = []

export const memberInbox: Entry | undefined = undefined

export const newEntries: Entry[] = []

export const isCurrent = (entry: Entry, path: string) => path === entry.href || path.startsWith(`${entry.href}/`)
