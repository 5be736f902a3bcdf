import { PAGES, type PageRule } from '#workers/pages.ts'
import type { Who } from './cast.ts'
import * as links from './links.ts'

// Whoever opens an address gets an answer with this status, or is led on.
export type Visit = { who: Who; to: string | (() => Promise<string>); status: number; leadsTo?: string }

const by = (who: Who, to: Visit['to'], status = 200): Visit => ({ who, to, status })
const led = (who: Who, to: Visit['to'], leadsTo: string): Visit => ({ who, to, status: 303, leadsTo })
const byEach = (to: Visit['to'], ...whos: Who[]) => whos.map((who) => by(who, to))
const cutOff = (page: string, status = 400) => by('guest', `${page}?token=cut-off`, status)

const A_PAIR = links.pairOf('imke', 'idrissa')
const A_FINISHED_TASK = links.foundOn('idrissa', '/tasks?show=done', /\/tasks\/[\da-f-]{36}/)
const AN_OWN_WORK = links.foundOn('idrissa', '/works/mine', /\/works\/[\w-]+\/edit/)
const A_POST = links.foundOn('idrissa', '/site/posts', /\/site\/posts\/[\da-f-]{36}/)
const A_COLLECTION = links.foundOn('idrissa', '/works/collections', /\/works\/collections\/[\da-f-]{36}/)
const A_PROSPECT = links.foundOn('imke', '/mentoring/outreach', /\/mentoring\/outreach\/[\da-f-]{36}/)

const WINTER = '/organise/programs/winter-bench'

// Her mentorship of the program, and what it would like to know.
const A_SURVEY = async () => {
  const pair = await links.foundOn('akinyi', '/mentorships', /\/mentorships\/[\da-f-]{36}/)()
  return links.foundOn('akinyi', pair, /\/surveys\/[\da-f-]{36}/)()
}

const AN_ORDER = links.foundOn('idrissa', '/orders', /\/order\?key=[\w-]+/)

const AN_ENTRY = links.foundOn('idrissa', '/journal', /\/journal\/[\da-f-]{36}/)

// Pages that take more than their address and the person they are for, or more than one look.
const VISITS: Record<string, Visit[]> = {
  '/works': [by('guest', '/works'), by('guest', '/works?category=music'), by('guest', '/works?maker=nobody-at-all')],
  '/works/:slug': byEach(links.newestWork, 'guest', 'idrissa'),
  '/works/collections': byEach('/works/collections', 'guest', 'idrissa'),
  '/works/collections/:id': byEach(A_COLLECTION, 'guest', 'idrissa'),
  '/works/mine': [by('idrissa', '/works/mine'), by('imke', '/works/mine')],
  '/works/:slug/edit': [by('idrissa', AN_OWN_WORK), by('rosa', AN_OWN_WORK, 404)],
  '/site': byEach('/site', 'idrissa', 'newcomer'),
  '/site/copy': byEach('/site/copy', 'idrissa', 'newcomer'),
  '/site/menu': byEach('/site/menu', 'idrissa', 'newcomer'),
  '/site/publish': byEach('/site/publish', 'idrissa', 'newcomer'),
  '/site/versions': byEach('/site/versions', 'idrissa', 'newcomer'),
  '/site/versions/:number': [by('idrissa', '/site/versions/1'), by('idrissa', '/site/versions/9', 404)],
  '/site/pages': byEach('/site/pages', 'idrissa', 'newcomer'),
  '/site/pages/:slug': [by('idrissa', '/site/pages/commissions'), by('imke', '/site/pages/commissions', 404)],
  '/site/posts': byEach('/site/posts', 'idrissa', 'newcomer'),
  '/site/posts/:id': [by('idrissa', A_POST), by('rosa', A_POST, 404)],
  '/site/letters': byEach('/site/letters', 'idrissa', 'newcomer'),
  '/write/:handle': [
    by('guest', '/write/idrissa'),
    by('imke', '/write/idrissa'),
    by('guest', '/write/nobody-at-all', 404),
  ],
  '/market': [by('guest', '/market'), by('guest', '/market?kind=edition'), by('guest', '/market?maker=nobody-at-all')],
  '/market/:slug': [
    ...byEach('/market/curlew-low-tide', 'guest', 'idrissa', 'imke'),
    by('guest', '/market/monsoon-seed-seven'),
  ],
  '/basket': byEach('/basket', 'guest', 'idrissa'),
  '/order': [by('guest', '/order?key=cut-off', 404), by('idrissa', AN_ORDER)],
  '/order/receipt': [by('idrissa', async () => (await AN_ORDER()).replace('/order?', '/order/receipt?'))],
  '/orders': byEach('/orders', 'idrissa', 'newcomer'),
  '/sell': byEach('/sell', 'idrissa', 'imke', 'newcomer'),
  '/sell/new': [by('imke', '/sell/new'), by('imke', '/sell/new?work=curlew-low-tide'), by('newcomer', '/sell/new')],
  '/sell/:slug/edit': [by('imke', links.foundOn('imke', '/sell', /\/sell\/[a-z0-9-]+\/edit/))],
  '/sell/orders': byEach('/sell/orders', 'imke', 'newcomer'),
  '/sell/orders/:number': [
    by('imke', links.foundOn('imke', '/sell/orders', /\/sell\/orders\/\d+/)),
    by('idrissa', links.foundOn('idrissa', '/sell/orders', /\/sell\/orders\/\d+/)),
  ],
  '/skills': [by('guest', '/skills'), by('guest', '/skills?q=pyton'), by('guest', '/skills?q=zzzzzz')],
  '/skills/:slug': [by('guest', '/skills/linocut')],
  '/search': byEach('/search?q=lino', 'guest', 'idrissa'),
  '/members': [
    by('guest', '/members?q=weaver&language=en'),
    by('idrissa', '/members'),
    by('guest', '/members?q=zzzzzz'),
  ],
  '/members/:handle': [
    ...byEach('/members/rosa', 'guest', 'idrissa', 'rosa'),
    by('imke', '/members/idrissa'),
    by('akinyi', '/members/akinyi'),
  ],
  '/mentors': [by('idrissa', '/mentors'), by('guest', '/mentors?category=crafts&open=yes')],
  '/for-you': [
    ...byEach('/for-you', 'idrissa', 'newcomer'),
    by('idrissa', '/for-you?for=peer&put=away'),
    by('idrissa', '/for-you?put=kept'),
    by('idrissa', '/for-you?for=group'),
    by('newcomer', '/for-you?for=session&put=apart'),
    by('imke', '/for-you?for=mentee'),
  ],
  '/mentors/apply': byEach('/mentors/apply', 'idrissa', 'imke'),
  '/mentors/:handle/ask': [by('akinyi', '/mentors/rosa/ask')],
  '/mentorships/:id': byEach(A_PAIR, 'idrissa', 'imke'),
  '/circles/:id': [
    by('imke', links.foundOn('imke', '/mentoring', /\/circles\/[\da-f-]{36}/)),
    by('idrissa', links.foundOn('idrissa', '/mentorships', /\/circles\/[\da-f-]{36}/)),
  ],
  '/tasks/:id': [
    by('idrissa', links.foundOn('idrissa', '/tasks', /\/tasks\/[\da-f-]{36}/)),
    by('idrissa', A_FINISHED_TASK),
    by('imke', links.foundOn('imke', '/mentoring/looks', /\/tasks\/[\da-f-]{36}/)),
  ],
  '/tasks/:id/compare': [by('idrissa', async () => `${await A_FINISHED_TASK()}/compare`)],
  '/looks/:id': [by('idrissa', links.foundOn('idrissa', '/looks', /\/looks\/[\da-f-]{36}/))],
  '/looks': byEach('/looks', 'idrissa', 'newcomer'),
  '/goals': [by('idrissa', '/goals'), by('idrissa', '/goals?show=reached'), by('newcomer', '/goals')],
  '/finance/statements': [by('rosa', '/finance/statements'), by('rosa', '/finance/statements?q=zzzzzz')],
  '/finance/statements/:handle': [by('rosa', '/finance/statements/idrissa')],
  '/finance/orders/:number': [by('rosa', links.foundOn('rosa', '/finance', /\/finance\/orders\/\d+/))],
  '/money': byEach('/money', 'idrissa', 'newcomer'),
  '/money/jars/:id': [by('idrissa', links.foundOn('idrissa', '/money', /\/money\/jars\/[\da-f-]{36}/))],
  '/money/payouts/:id': [by('idrissa', links.foundOn('idrissa', '/money/payouts', /\/money\/payouts\/[\da-f-]{36}/))],
  '/goals/:id': [
    by('idrissa', links.foundOn('idrissa', '/goals', /\/goals\/[\da-f-]{36}/)),
    by('idrissa', links.foundOn('idrissa', '/goals?show=reached', /\/goals\/[\da-f-]{36}/)),
  ],
  '/journal': [by('idrissa', '/journal'), by('imke', '/journal'), by('idrissa', '/journal?q=zzzz')],
  '/journal/:id': [
    by('idrissa', AN_ENTRY),
    by('idrissa', async () => `${await AN_ENTRY()}?change`),
    by('imke', links.foundOn('imke', '/journal', /\/journal\/[\da-f-]{36}/)),
  ],
  '/supplies': [
    by('idrissa', '/supplies'),
    by('idrissa', '/supplies?kind=kit&free=yes'),
    by('idrissa', '/supplies?q=zzzz'),
  ],
  '/supplies/:slug': byEach('/supplies/first-linocut-kit', 'idrissa', 'newcomer'),
  '/organise/supplies/:slug': [
    by('thandi', '/organise/supplies/dovetail-saw'),
    by('thandi', '/organise/supplies/ash-offcuts?again=yes'),
  ],
  '/supplies/mine': byEach('/supplies/mine', 'idrissa', 'newcomer'),
  '/programs/:slug': [
    ...byEach('/programs/print-shop-spring', 'idrissa', 'thandi'),
    by('idrissa', '/programs/a-wall-waits'),
    by('rosa', '/programs/the-other-half'),
  ],
  '/organise/programs/:slug': byEach('/organise/programs/winter-bench', 'thandi'),
  '/organise/programs/:slug/plan': [
    by('thandi', `${WINTER}/plan`),
    by('thandi', '/organise/programs/print-shop-spring/plan'),
    by('thandi', `${WINTER}/plan?add=survey`),
    by('thandi', `${WINTER}/plan?add=task`),
    by(
      'thandi',
      links.foundOn('thandi', `${WINTER}/plan`, /\/organise\/programs\/winter-bench\/plan\?change=[\da-f-]{36}/),
    ),
  ],
  '/organise/programs/:slug/pairs': [
    by('thandi', `${WINTER}/pairs`),
    by('thandi', `${WINTER}/pairs?health=resting`),
    by('thandi', '/organise/programs/print-shop-spring/pairs'),
  ],
  '/organise/programs/:slug/pairing': [
    by('thandi', links.ofDraft('')),
    by('thandi', `${WINTER}/pairing`),
    by('thandi', '/organise/programs/print-shop-spring/pairing'),
    by('thandi', '/organise/programs/a-wall-waits/pairing'),
    by('thandi', '/organise/programs/the-other-half/pairing'),
  ],
  '/organise/programs/:slug/pairing/move': [
    by('thandi', links.ofDraft('/move?who=nodira')),
    by('thandi', `${WINTER}/pairing/move?who=maren`, 404),
  ],
  '/organise/programs/:slug/pairing/proof': [
    by('thandi', links.ofDraft('/proof')),
    by('thandi', `${WINTER}/pairing/proof`, 404),
  ],
  '/organise/programs/:slug/surveys': [
    by('thandi', `${WINTER}/surveys`),
    by('thandi', '/organise/programs/print-shop-spring/surveys'),
  ],
  '/organise/programs/:slug/copy': [by('thandi', `${WINTER}/copy`)],
  '/surveys/:item': [by('akinyi', A_SURVEY)],
  '/organise/programs/:slug/form': byEach('/organise/programs/print-shop-spring/form', 'thandi'),
  '/programs/:slug/choose': [
    by('thandi', '/programs/one-season/choose'),
    ...byEach('/programs/a-wall-waits/choose', 'idrissa', 'imke', 'newcomer'),
    by('idrissa', '/programs/a-wall-waits/choose?kept'),
    ...byEach('/programs/the-other-half/choose', 'idrissa', 'rosa'),
  ],
  '/programs/:slug/apply': byEach('/programs/print-shop-spring/apply', 'newcomer', 'careful'),
  '/organise/programs/:slug/applications': [
    ...byEach('/organise/programs/print-shop-spring/applications', 'thandi', 'rosa'),
    by('thandi', '/organise/programs/winter-bench/applications?show=accepted'),
  ],
  '/organise/programs/:slug/cohorts': byEach('/organise/programs/print-shop-spring/cohorts', 'thandi'),
  '/growth': byEach('/growth', 'idrissa', 'newcomer'),
  '/growth/:slug': [by('idrissa', '/growth/hand-joinery'), by('newcomer', '/growth/paper-cutting?level=2')],
  '/tests/:id': [by('idrissa', () => links.toTest('idrissa')), by('newcomer', () => links.toResult('newcomer'))],
  '/mentoring/outreach': [
    ...byEach('/mentoring/outreach', 'imke', 'rosa'),
    by('imke', '/mentoring/outreach?stage=talking'),
    by('imke', '/mentoring/outreach?q=nobody-at-all'),
  ],
  '/mentoring/outreach/:id': [by('imke', A_PROSPECT)],
  '/mentoring/participants/new': [
    by('imke', '/mentoring/participants/new'),
    by('imke', async () => `/mentoring/participants/new?prospect=${(await A_PROSPECT()).split('/').at(-1)}`),
  ],
  '/mentoring/templates': [by('imke', '/mentoring/templates'), by('imke', '/mentoring/templates?from=others')],
  '/invitation': [by('guest', links.toInvitation), by('newcomer', links.toInvitation), cutOff('/invitation')],
  '/settings/guardian': [by('akinyi', '/settings/guardian')],
  '/mentorships/:id/change': byEach(async () => `${await A_PAIR()}/change`, 'idrissa', 'imke'),
  '/mentorships/:id/closing': [by('imke', async () => `${await A_PAIR()}/closing`)],

  '/newsletter/confirm': [by('guest', links.toConfirmNewsletter), cutOff('/newsletter/confirm', 200)],
  '/newsletter/leave': [by('guest', links.toLeaveNewsletter), cutOff('/newsletter/leave', 200)],
  '/notifications/leave': [by('guest', links.toStopNotices), cutOff('/notifications/leave')],

  '/sign-in/new': [by('vouched', '/sign-in/new')],
  '/sign-in/second-step': [by('halfWay', '/sign-in/second-step'), by('halfWay', '/sign-in/second-step?with=recovery')],
  '/sign-in/with/:provider': [by('guest', '/sign-in/with/real')],
  '/sign-in/from/:provider': [by('guest', '/sign-in/from/real', 400)],
  '/sign-out': byEach('/sign-out', 'guest', 'idrissa'),
  '/prove': [by('idrissa', '/prove'), by('careful', '/prove?with=code')],
  '/join/confirm': [by('guest', links.toConfirmJoining), cutOff('/join/confirm')],
  '/password-reset/new': [by('guest', links.toNewPassword), cutOff('/password-reset/new')],
  '/guardian': [by('guest', links.toGuardian), cutOff('/guardian')],
  '/address': [by('guest', links.toObject), cutOff('/address')],
  '/set-up': [cutOff('/set-up')],

  '/welcome': [led('newcomer', '/welcome', '/welcome/you')],
  '/welcome/:step': [
    ...['you', 'learning', 'showing', 'time'].map((step) => by('newcomer', `/welcome/${step}`)),
    by('imke', '/welcome/learning'),
  ],
  '/home': [
    ...byEach('/home', 'idrissa', 'imke', 'thandi', 'rosa', 'akinyi', 'newcomer', 'looking'),
    by('newcomer', '/home?arrived=1'),
  ],
  '/inbox': [...byEach('/inbox', 'idrissa', 'newcomer'), by('rosa', '/inbox?show=all')],
  '/inbox/:id': [led('rosa', links.foundOn('rosa', '/inbox?show=all', /\/inbox\/[\da-f-]+/), '/')],
  '/looking': [led('looking', '/looking', '/admin/people')],
  '/settings/profile': byEach('/settings/profile', 'idrissa', 'akinyi'),
  '/settings/history': byEach('/settings/history', 'idrissa', 'imke'),
  '/settings/skills': byEach('/settings/skills', 'imke', 'newcomer'),
  '/settings/availability': byEach('/settings/availability', 'imke', 'newcomer'),
  '/settings/ways': [...byEach('/settings/ways', 'imke', 'newcomer'), by('imke', '/settings/ways?saved=1')],
  '/settings/wishes': [...byEach('/settings/wishes', 'idrissa', 'newcomer'), by('idrissa', '/settings/wishes?saved=1')],
  '/settings/second-step': byEach('/settings/second-step', 'idrissa', 'careful'),
  '/settings/account/address': [
    by('newcomer', links.toNewAddress),
    by('newcomer', '/settings/account/address?token=cut-off', 400),
  ],
  '/admin/people/:handle': byEach('/admin/people/imke', 'rosa'),

  '/sitemap/:part.xml': ['pages', 'skills', 'works', 'market', 'members'].map((part) =>
    by('guest', `/sitemap/${part}.xml`),
  ),
}

const FOR: Record<PageRule['for'], Who> = {
  everyone: 'guest',
  visitors: 'guest',
  members: 'idrissa',
  mentors: 'imke',
  organisers: 'thandi',
  admins: 'rosa',
}

// A page that is not listed above is opened where it stands, by somebody it is for.
const visitsTo = (address: string, rule: PageRule): Visit[] =>
  VISITS[address] ?? (address.includes(':') ? [] : [by(FOR[rule.for], address)])

export const visits = PAGES.flatMap(([page, rule]) =>
  visitsTo(page, rule).map((visit) => ({ page, at: typeof visit.to === 'string' ? visit.to : 'a link', ...visit })),
)

const addresses = PAGES.map(([address]) => address)
const visited = new Set(visits.map(({ page }) => page))
export const unvisited = addresses.filter((address) => !visited.has(address))
export const leftBehind = Object.keys(VISITS).filter((address) => !addresses.includes(address))
