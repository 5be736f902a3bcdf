import type { Access } from './lib/http/audience.ts'

export type PageRule = Access & { form?: boolean }

// Who may open which page, and on which a form is posted. A star stands for whatever follows; the first line that fits counts.
// A test reads the folder site/pages and fails for a page that no line names.
const RULES: [address: string, rule: PageRule][] = [
  ['/', { for: 'everyone' }],
  ['/works/*', { for: 'visitors', part: 'works' }],
  ['/works*', { for: 'everyone', part: 'works' }],
  ['/skills*', { for: 'everyone' }],
  ['/organisers', { for: 'everyone' }],
  ['/newsletter', { for: 'everyone', part: 'newsletter', form: true }],
  ['/newsletter/check-your-mail', { for: 'everyone', part: 'newsletter' }],
  ['/newsletter/leave', { for: 'everyone', form: true }],
  ['/newsletter/*', { for: 'everyone', part: 'newsletter', form: true }],

  ['/sign-in', { for: 'visitors', form: true }],
  ['/sign-in/from/*', { for: 'visitors', surely: true }],
  ['/sign-in/*', { for: 'visitors', form: true }],
  ['/prove', { for: 'members', surely: true, inPerson: true, form: true }],
  ['/sign-out', { for: 'visitors', form: true }],
  ['/join*', { for: 'visitors', form: true }],
  ['/password-reset*', { for: 'visitors', form: true }],
  ['/guardian', { for: 'everyone', form: true }],
  ['/set-up', { for: 'everyone', form: true }],
  ['/address', { for: 'everyone', form: true }],
  ['/terms', { for: 'everyone' }],
  ['/privacy', { for: 'everyone' }],
  ['/welcome*', { for: 'members', form: true }],
  ['/looking', { for: 'members', whileLooking: true, form: true }],
  ['/search', { for: 'visitors' }],
  ['/home', { for: 'members', form: true }],
  ['/members', { for: 'visitors' }],
  ['/members*', { for: 'visitors', form: true }],
  ['/mentors/apply', { for: 'members', part: 'mentoring', form: true }],
  ['/mentors*', { for: 'visitors', part: 'mentoring' }],
  ['/notifications/leave', { for: 'everyone', form: true }],
  ['/inbox*', { for: 'members', form: true }],
  ['/settings/account*', { for: 'members', surely: true, inPerson: true, form: true }],
  ['/settings/second-step', { for: 'members', surely: true, inPerson: true, form: true }],
  ['/settings/passkeys', { for: 'members', surely: true, inPerson: true, form: true }],
  ['/settings/providers', { for: 'members', surely: true, inPerson: true, form: true }],
  ['/settings/sign-ins', { for: 'members', surely: true, form: true }],
  ['/settings/tokens', { for: 'members', surely: true, inPerson: true, form: true }],
  ['/settings/data', { for: 'members', surely: true, form: true }],
  ['/settings*', { for: 'members', form: true }],
  ['/organise*', { for: 'organisers', form: true }],
  ['/admin*', { for: 'admins', form: true }],
]

const OTHERS: PageRule = { for: 'everyone' }

export const pageAt = (path: string): PageRule => RULES.find(([address]) => fits(address, path))?.[1] ?? OTHERS

export const fits = (address: string, path: string) =>
  address.endsWith('*') ? path.startsWith(address.slice(0, -1)) : path === address || path === `${address}/`
