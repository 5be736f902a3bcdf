import ClipboardList from '@lucide/astro/icons/clipboard-list'
import Coins from '@lucide/astro/icons/coins'
import Frame from '@lucide/astro/icons/frame'
import GraduationCap from '@lucide/astro/icons/graduation-cap'
import HandHeart from '@lucide/astro/icons/hand-heart'
import House from '@lucide/astro/icons/house'
import KeyRound from '@lucide/astro/icons/key-round'
import Landmark from '@lucide/astro/icons/landmark'
import Shapes from '@lucide/astro/icons/shapes'
import Sprout from '@lucide/astro/icons/sprout'
import Store from '@lucide/astro/icons/store'
import Users from '@lucide/astro/icons/users'
import type { Member } from '#workers/lib/context.ts'
import { belongs } from '#workers/lib/http/audience.ts'
import { pageAt } from '#workers/pages.ts'
import type { Part, House as Settings } from '#workers/settings/inputs.ts'

export type Entry = { label: string; href: string; icon?: typeof House; count?: number; part?: Part; pages?: Entry[] }
type Parts = Pick<Settings, 'off'> | undefined

// What belongs to a part that this community switched off leads nowhere, so it is not shown.
export const shownIn = <E extends Entry>(house: Parts, entries: E[]): E[] =>
  entries.filter(({ part }) => !part || hasPart(house, part))

export const hasPart = (house: Parts, part: Part) => !house?.off.includes(part)

// Whether there is a page at this path; other addresses are not ours to judge.
export const leadsSomewhere = (house: Parts, path: string) => {
  const part = pageAt(path)?.part
  return !house?.off.some((off) => off === part)
}

export const publicEntries: Entry[] = [
  { label: 'Works', href: '/works', part: 'works' },
  { label: 'Market', href: '/market', part: 'market' },
  { label: 'Skills', href: '/skills' },
  { label: 'Members', href: '/members' },
  { label: 'Mentors', href: '/mentors', part: 'mentoring' },
  { label: 'For organisers', href: '/organisers' },
]

export const footerEntries: Entry[] = [
  ...publicEntries,
  { label: 'The monthly letter', href: '/newsletter', part: 'newsletter' },
  { label: 'The API', href: '/api/docs' },
  { label: 'Terms', href: '/terms' },
  { label: 'Privacy', href: '/privacy' },
]

export const publicSearch = { action: '/skills', label: 'Search skills' }

export const accountEntries: Entry[] = [{ label: 'Sign in', href: '/sign-in' }]

export function entriesFor(member: Pick<Member, 'roles'>): Entry[] {
  const inCharge = belongs(member, 'organisers') ? [{ label: 'Organise', href: '/organise', icon: ClipboardList }] : []
  const atTheTop = belongs(member, 'admins')
    ? [
        { label: 'Finance', href: '/finance', icon: Landmark, pages: financeEntries },
        { label: 'Admin', href: '/admin', icon: KeyRound },
      ]
    : []
  const mentors = belongs(member, 'mentors')
    ? [{ label: 'Mentoring', href: '/mentoring', icon: HandHeart, part: 'mentoring' as const }]
    : []
  return [
    { label: 'Home', href: '/home', icon: House },
    { label: 'Learn', href: '/tasks', icon: GraduationCap, part: 'mentoring', pages: learnEntries },
    ...mentors,
    { label: 'Members', href: '/members', icon: Users },
    { label: 'Mentors', href: '/mentors', icon: Sprout, part: 'mentoring' },
    { label: 'Works', href: '/works', icon: Frame, part: 'works', pages: workEntries },
    { label: 'Market', href: '/market', icon: Store, part: 'market', pages: sellEntries },
    { label: 'Money', href: '/money', icon: Coins, pages: moneyEntries },
    { label: 'Skills', href: '/skills', icon: Shapes },
    ...inCharge,
    ...atTheTop,
  ]
}

// The pages of a section; the first is its front.
export const learnEntries: Entry[] = [
  { label: 'Tasks', href: '/tasks', part: 'mentoring' },
  { label: 'Looks', href: '/looks', part: 'mentoring' },
  { label: 'My mentors', href: '/mentorships', part: 'mentoring' },
  { label: 'Growth', href: '/growth', part: 'mentoring' },
  { label: 'Goals', href: '/goals', part: 'mentoring' },
  { label: 'Journal', href: '/journal', part: 'mentoring' },
  { label: 'Programs', href: '/programs', part: 'mentoring' },
  { label: 'Supplies', href: '/supplies', part: 'mentoring' },
]

export const workEntries: Entry[] = [
  { label: 'All works', href: '/works', part: 'works' },
  { label: 'My works', href: '/works/mine', part: 'works' },
  { label: 'Collections', href: '/works/collections', part: 'works' },
  { label: 'My site', href: '/site' },
]

// Everything a member arranges about their own site.
export const siteEntries: Entry[] = [
  { label: 'Look', href: '/site' },
  { label: 'Posts', href: '/site/posts' },
  { label: 'Pages', href: '/site/pages' },
  { label: 'Menu and works', href: '/site/menu' },
  { label: 'Versions', href: '/site/versions' },
  { label: 'Publish', href: '/site/publish' },
  { label: 'Letters', href: '/site/letters' },
  { label: 'Take it along', href: '/site/copy' },
]

export const moneyEntries: Entry[] = [
  { label: 'Overview', href: '/money' },
  { label: 'Payouts', href: '/money/payouts' },
  { label: 'Where it goes', href: '/money/account' },
]

export const financeEntries: Entry[] = [
  { label: 'The books', href: '/finance' },
  { label: 'Statements', href: '/finance/statements' },
  { label: 'Corrections', href: '/finance/corrections' },
]

export const sellEntries: Entry[] = [
  { label: 'What you sell', href: '/sell', part: 'market' },
  { label: 'Orders to you', href: '/sell/orders' },
  { label: 'What you bought', href: '/orders' },
]

export const mentoringEntries: Entry[] = [
  { label: 'My pairs', href: '/mentoring', part: 'mentoring' },
  { label: 'Requests', href: '/mentoring/requests', part: 'mentoring' },
  { label: 'To look at', href: '/mentoring/looks', part: 'mentoring' },
  { label: 'Templates', href: '/mentoring/templates', part: 'mentoring' },
  { label: 'Rubrics', href: '/mentoring/rubrics', part: 'mentoring' },
  { label: 'Your words', href: '/mentoring/phrases', part: 'mentoring' },
  { label: 'Questions', href: '/mentoring/questions', part: 'mentoring' },
  { label: 'Outreach', href: '/mentoring/outreach', part: 'mentoring' },
  { label: 'Invitations', href: '/mentoring/participants', part: 'mentoring' },
]

// What a part brings for those who organise joins here.
export const organiseEntries: Entry[] = [
  { label: 'Who waits', href: '/organise' },
  { label: 'Programs', href: '/organise/programs', part: 'mentoring' },
  { label: 'The shelf', href: '/organise/supplies', part: 'mentoring' },
  { label: 'Matching', href: '/organise/matching', part: 'mentoring' },
  { label: 'How it goes', href: '/organise/reports', part: 'mentoring' },
]

export const memberInbox: Entry = { label: 'Inbox', href: '/inbox' }

export const newEntriesFor = (_: Pick<Member, 'roles'>): Entry[] => [
  { label: 'A work', href: '/works/new', icon: Frame, part: 'works' },
]

export const settingsEntries: { label: string; entries: Entry[] }[] = [
  {
    label: 'What others see',
    entries: [
      { label: 'Profile', href: '/settings/profile' },
      { label: 'History and links', href: '/settings/history' },
      { label: 'Skills', href: '/settings/skills' },
      { label: 'Availability', href: '/settings/availability' },
      { label: 'Who sees what', href: '/settings/visibility' },
    ],
  },
  {
    label: 'What comes to you',
    entries: [
      { label: 'How you work', href: '/settings/ways' },
      { label: 'What you ask for', href: '/settings/wishes' },
      { label: 'Notifications', href: '/settings/notifications' },
    ],
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

// Whoever waits for a guardian finds first what they wait for.
export const settingsFor = (member: Pick<Member, 'waiting'> | undefined) =>
  member?.waiting
    ? [{ label: 'First of all', entries: [{ label: 'Your guardian', href: '/settings/guardian' }] }, ...settingsEntries]
    : settingsEntries

export const adminEntries: Entry[] = [
  { label: 'Community', href: '/admin' },
  { label: 'Terms and privacy', href: '/admin/texts' },
  { label: 'People', href: '/admin/people' },
  { label: 'What happened', href: '/admin/happenings' },
  { label: 'Jobs', href: '/admin/jobs' },
]

export const isCurrent = ({ href, pages = [] }: Entry, path: string): boolean =>
  path === href || path.startsWith(`${href}/`) || pages.some((page) => isCurrent(page, path))
