import type { Access } from './lib/http/audience.ts'

export type PageRule = Access & { form?: boolean }

const owner = { for: 'members', surely: true, form: true } as const

// One line for each page: who may open it, and whether a form is posted on it. A page without a line is not there, for
// anybody: see pages.test.ts. Pages are for people: programs with a token have the API.
const LINES: [address: string, rule: PageRule][] = [
  ['/', { for: 'everyone' }],
  ['/works', { for: 'everyone', part: 'works' }],
  ['/works/:slug', { for: 'visitors', part: 'works' }],
  ['/skills', { for: 'everyone' }],
  ['/skills/:slug', { for: 'everyone' }],
  ['/search', { for: 'visitors' }],
  ['/members', { for: 'visitors' }],
  ['/members/:handle', { for: 'visitors', form: true }],
  ['/mentors', { for: 'visitors', part: 'mentoring' }],
  ['/mentors/apply', { for: 'members', part: 'mentoring', form: true }],
  ['/mentors/:handle/ask', { for: 'members', part: 'mentoring', form: true }],
  ['/mentorships', { for: 'members', part: 'mentoring', form: true }],
  ['/mentorships/:id', { for: 'members', part: 'mentoring', form: true }],
  ['/mentorships/:id/closing', { for: 'members', part: 'mentoring', form: true }],
  ['/mentoring', { for: 'mentors', part: 'mentoring' }],
  ['/mentoring/circles/new', { for: 'mentors', part: 'mentoring', form: true }],
  ['/circles/:id', { for: 'members', part: 'mentoring', form: true }],
  ['/mentoring/requests', { for: 'mentors', part: 'mentoring', form: true }],
  ['/mentoring/looks', { for: 'mentors', part: 'mentoring' }],
  ['/mentoring/phrases', { for: 'members', part: 'mentoring', form: true }],
  ['/mentoring/rubrics', { for: 'members', part: 'mentoring', form: true }],
  ['/mentoring/templates', { for: 'mentors', part: 'mentoring', form: true }],
  ['/mentoring/questions', { for: 'mentors', part: 'mentoring', form: true }],
  ['/growth', { for: 'members', part: 'mentoring' }],
  ['/growth/:slug', { for: 'members', part: 'mentoring', form: true }],
  ['/tests/:id', { for: 'members', part: 'mentoring', form: true }],
  ['/mentoring/participants', { for: 'mentors', part: 'mentoring', form: true }],
  ['/mentoring/participants/new', { for: 'mentors', part: 'mentoring', form: true }],
  ['/invitation', { for: 'visitors', part: 'mentoring', form: true }],
  ['/mentoring/outreach', { for: 'mentors', part: 'mentoring' }],
  ['/mentoring/outreach/new', { for: 'mentors', part: 'mentoring', form: true }],
  ['/mentoring/outreach/:id', { for: 'mentors', part: 'mentoring', form: true }],
  ['/tasks', { for: 'members', part: 'mentoring' }],
  ['/tasks/new', { for: 'members', part: 'mentoring', form: true }],
  ['/tasks/:id', { for: 'members', part: 'mentoring', form: true }],
  ['/tasks/:id/compare', { for: 'members', part: 'mentoring', form: true }],
  ['/goals', { for: 'members', part: 'mentoring' }],
  ['/goals/new', { for: 'members', part: 'mentoring', form: true }],
  ['/goals/:id', { for: 'members', part: 'mentoring', form: true }],
  ['/journal', { for: 'members', part: 'mentoring' }],
  ['/journal/new', { for: 'members', part: 'mentoring', form: true }],
  ['/journal/:id', { for: 'members', part: 'mentoring', form: true }],
  ['/supplies', { for: 'members', part: 'mentoring' }],
  ['/supplies/mine', { for: 'members', part: 'mentoring', form: true }],
  ['/supplies/:slug', { for: 'members', part: 'mentoring', form: true }],
  ['/programs', { for: 'members', part: 'mentoring' }],
  ['/programs/:slug', { for: 'members', part: 'mentoring' }],
  ['/organisers', { for: 'everyone' }],
  ['/terms', { for: 'everyone' }],
  ['/terms/agree', { for: 'members', form: true }],
  ['/privacy', { for: 'everyone' }],
  ['/api/docs', { for: 'everyone' }],

  ['/newsletter', { for: 'everyone', part: 'newsletter', form: true }],
  ['/newsletter/check-your-mail', { for: 'everyone', part: 'newsletter' }],
  ['/newsletter/confirm', { for: 'everyone', part: 'newsletter', form: true }],
  ['/newsletter/leave', { for: 'everyone', form: true }],
  ['/notifications/leave', { for: 'everyone', form: true }],

  ['/sign-in', { for: 'visitors', form: true }],
  ['/sign-in/new', { for: 'visitors', form: true }],
  ['/sign-in/second-step', { for: 'visitors', form: true }],
  ['/sign-in/with/:provider', { for: 'visitors', form: true }],
  ['/sign-in/from/:provider', { for: 'visitors', surely: true }],
  ['/sign-out', { for: 'visitors', form: true }],
  ['/prove', owner],
  ['/join', { for: 'visitors', form: true }],
  ['/join/check-your-mail', { for: 'visitors' }],
  ['/join/confirm', { for: 'visitors', form: true }],
  ['/password-reset', { for: 'visitors', form: true }],
  ['/password-reset/check-your-mail', { for: 'visitors' }],
  ['/password-reset/new', { for: 'visitors', form: true }],
  ['/password-reset/done', { for: 'visitors' }],
  ['/guardian', { for: 'everyone', form: true }],
  ['/address', { for: 'everyone', form: true }],
  ['/set-up', { for: 'everyone', form: true }],

  ['/welcome', { for: 'members' }],
  ['/welcome/:step', { for: 'members', form: true }],
  ['/home', { for: 'members' }],
  ['/inbox', { for: 'members', form: true }],
  ['/inbox/:id', { for: 'members' }],
  ['/looking', { for: 'members', whileLooking: true, form: true }],
  ['/settings', { for: 'members' }],
  ['/settings/profile', { for: 'members', form: true }],
  ['/settings/handle', { for: 'members', form: true }],
  ['/settings/history', { for: 'members', form: true }],
  ['/settings/skills', { for: 'members', form: true }],
  ['/settings/availability', { for: 'members', form: true }],
  ['/settings/visibility', { for: 'members', form: true }],
  ['/settings/notifications', { for: 'members', form: true }],
  ['/settings/guardian', owner],
  ['/settings/account', owner],
  ['/settings/account/address', owner],
  ['/settings/second-step', owner],
  ['/settings/passkeys', owner],
  ['/settings/providers', owner],
  ['/settings/sign-ins', owner],
  ['/settings/tokens', owner],
  ['/settings/data', owner],

  ['/organise', { for: 'organisers', form: true }],
  ['/organise/supplies', { for: 'organisers', part: 'mentoring', form: true }],
  ['/organise/programs', { for: 'organisers', part: 'mentoring' }],
  ['/organise/programs/new', { for: 'organisers', part: 'mentoring', form: true }],
  ['/organise/programs/:slug', { for: 'organisers', part: 'mentoring', form: true }],
  ['/organise/reports', { for: 'organisers', part: 'mentoring' }],
  ['/admin', { for: 'admins', form: true }],
  ['/admin/people', { for: 'admins' }],
  ['/admin/people/:handle', { for: 'admins', form: true }],
  ['/admin/happenings', { for: 'admins' }],
  ['/admin/jobs', { for: 'admins', form: true }],
  ['/admin/texts', { for: 'admins', form: true }],

  ['/offline', { for: 'everyone' }],
  ['/dev/ui', { for: 'everyone' }],
  ['/manifest.webmanifest', { for: 'everyone' }],
  ['/robots.txt', { for: 'everyone' }],
  ['/sitemap.xml', { for: 'everyone' }],
  ['/sitemap/:part.xml', { for: 'everyone' }],
  ['/speculation-rules.json', { for: 'everyone' }],
]

export const PAGES = LINES.map(([address, rule]) => [address, { inPerson: true, ...rule }] as const)

const patterns = PAGES.map(([address, rule]) => ({ pattern: patternOf(address), rule }))

// Each page answers to one spelling of its address. Astro decodes an address again and again, takes two slashes for one
// and drops an .html from its end, so whatever is spelled otherwise never gets that far.
export const pageAt = (path: string): PageRule | undefined => patterns.find(({ pattern }) => pattern.test(path))?.rule

function patternOf(address: string) {
  const exactly = address.replaceAll('.', '\\.').replace(/:\w+/g, '[\\w-]+')
  return new RegExp(`^${exactly}${address === '/' ? '' : '/?'}$`)
}
