import ClipboardList from '@lucide/astro/icons/clipboard-list'
import Frame from '@lucide/astro/icons/frame'
import House from '@lucide/astro/icons/house'
import Shapes from '@lucide/astro/icons/shapes'
import Sprout from '@lucide/astro/icons/sprout'
import Users from '@lucide/astro/icons/users'
import type { Member } from '#workers/lib/context.ts'
import { belongs } from '#workers/lib/http/audience.ts'

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

export const accountEntries: Entry[] = [{ label: 'Sign in', href: '/sign-in' }]

export function entriesFor(member: Pick<Member, 'roles'>): Entry[] {
  const inCharge = belongs(member, 'organisers') ? [{ label: 'Organise', href: '/organise', icon: ClipboardList }] : []
  return [
    { label: 'Home', href: '/home', icon: House },
    { label: 'Members', href: '/members', icon: Users },
    { label: 'Mentors', href: '/mentors', icon: Sprout },
    { label: 'Works', href: '/works', icon: Frame },
    { label: 'Skills', href: '/skills', icon: Shapes },
    ...inCharge,
  ]
}

export const memberInbox: Entry = { label: 'Inbox', href: '/inbox' }

export const newEntriesFor = (_: Pick<Member, 'roles'>): Entry[] => []

export const settingsEntries: { label: string; entries: Entry[] }[] = [
  {
    label: 'What others see',
    entries: [
      { label: 'Profile', href: '/settings/profile' },
      { label: 'Skills', href: '/settings/skills' },
      { label: 'Availability', href: '/settings/availability' },
      { label: 'Who sees what', href: '/settings/visibility' },
    ],
  },
  {
    label: 'What reaches you',
    entries: [{ label: 'Notifications', href: '/settings/notifications' }],
  },
  {
    label: 'Your account',
    entries: [
      { label: 'Address and password', href: '/settings/account' },
      { label: 'Second step', href: '/settings/second-step' },
      { label: 'Passkeys', href: '/settings/passkeys' },
      { label: 'Other ways in', href: '/settings/providers' },
      { label: 'Signed-in devices', href: '/settings/sign-ins' },
      { label: 'Tokens for programs', href: '/settings/tokens' },
      { label: 'Your data', href: '/settings/data' },
    ],
  },
]

export const isCurrent = (entry: Entry, path: string) => path === entry.href || path.startsWith(`${entry.href}/`)
