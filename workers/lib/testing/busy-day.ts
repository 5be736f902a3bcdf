import { sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { noticeChoices } from '#db/schema/notifications.ts'
import { closeWithoutGuardian } from '#workers/accounts/guardians/closing.ts'
import { hashPassword } from '#workers/accounts/passwords/password.ts'
import { jobs } from '#workers/jobs.ts'
import { answerDispute } from '#workers/marketplace/disputes/answering.ts'
import { bookSale } from '#workers/marketplace/ledger/selling.ts'
import { payBack } from '#workers/marketplace/orders/refunding.ts'
import { take } from '#workers/marketplace/payments/inbox.ts'
import { choosePayoutAccount } from '#workers/marketplace/payouts/accounts.ts'
import { askForPayout } from '#workers/marketplace/payouts/asking.ts'
import { sendPayoutLater, settlePayoutLater } from '#workers/marketplace/payouts/sending.ts'
import { NewJar } from '#workers/marketplace/savings/inputs.ts'
import { makeJar } from '#workers/marketplace/savings/keeping.ts'
import { learnAtNight } from '#workers/matching/nights/learning.ts'
import { priceAtNight } from '#workers/matching/pricing/pricing.ts'
import { remindOfChoosing } from '#workers/matching/programs/choosing/reminding.ts'
import { recommendWhoIsDue } from '#workers/matching/recommendations/recommending.ts'
import { matchThisWeek } from '#workers/matching/weekly/weekly.ts'
import { MyWishes } from '#workers/matching/wishes/inputs.ts'
import { sendWhatIsDue } from '#workers/notifications/sending/sending.ts'
import { folderOf } from '#workers/people/portraits/folder.ts'
import { newTicket } from '#workers/portfolios/contact/tickets.ts'
import { sendLetter } from '#workers/portfolios/contact/writing.ts'
import { PLAIN } from '#workers/portfolios/design.ts'
import { buildChanged } from '#workers/portfolios/following.ts'
import { keepDesign, publish } from '#workers/portfolios/sites.ts'
import { reactions } from '#workers/reactions.ts'
import { LOGO_FOLDER } from '#workers/settings/logo/inputs.ts'
import { announceFacts } from '../jobs/announce.ts'
import { consume } from '../jobs/consume.ts'
import { keepDeadLetters } from '../jobs/dead-letters.ts'
import type { Envelope } from '../jobs/later.ts'
import { ACCOUNT_ACCEPTED, ACCOUNT_AT } from './account-doors.ts'
import { aFact, aSkill } from './facts.ts'
import { aDispute, aListing, aSale } from './market.ts'
import { bring, FILES } from './media.ts'
import { aProgramOfTwo } from './mentoring/pairings.ts'
import { PARTICIPANT_ACCEPTED } from './mentoring/participants.ts'
import { anApplicant, aPlanItem } from './mentoring/plans.ts'
import { aProgram } from './mentoring/programs.ts'
import { aMentor, aPair } from './pairs.ts'
import { aMember, KEEPERS_PASSWORD as PASSWORD, type Somebody } from './people.ts'
import { PEOPLE_ACCEPTED } from './people-doors.ts'
import { aBrowser } from './push-service.ts'
import { aBatch, type Tried } from './queue.ts'
import { post, type World } from './world.ts'

type Day = { world: World; anna: Somebody; bo: Somebody; pass(): Promise<void> }

// A day on which every job of the house has something to do. A new job gets a part in it.
const PARTS: ((day: Day) => Promise<unknown>)[] = [
  // Whoever keeps the house is here first: a message that comes again finds nobody new to tell.
  aPhoneFallsIntoTheCanal,
  aProgramChangesItsPlan,
  aProgramIsPaired,
  theLogoComesDown,
  aReaderSubscribes,
  aMinorJoins,
  aGuardianSaysNo,
  aSignInIsStolen,
  ({ world, anna }) => asked(world.request('/api/password-resets', post({ email: anna.email }))),
  annaMovesHerAddress,
  ({ anna }) => asked(anna.send('POST', '/api/tokens', { name: 'A screen', scopes: ['read'], days: 7 })),
  ({ anna }) => asked(anna.send('POST', '/api/data-exports')),
  bothAreEndorsed,
  annaSingsATune,
  boOpensASiteAndIsWrittenTo,
  boGoesByAnotherName,
  ({ world }) => recommendWhoIsDue(world.ctx({ kind: 'cron', name: 'recommend-who-is-due' })),
  ({ world }) => matchThisWeek(world.ctx({ kind: 'cron', name: 'match-this-week' })),
  ({ world }) => priceAtNight(world.ctx({ kind: 'cron', name: 'price-at-night' })),
  ({ world }) => learnAtNight(world.ctx({ kind: 'cron', name: 'learn-at-night' })),
  zoeLooksForAMentor,
  aMentorInvitesSomebody,
  boTravelsAndGetsADigest,
  aPortraitComesDown,
  somethingIsSold,
  aBowlIsPaidBack,
  aBankGetsAnAnswer,
  stripeTellsOfSomething,
  aQuestionIsAnswered,
  ({ world }) => keepDeadLetters(aBatch([{ job: 'test.died' }], 'guildhall-dead-letters'), world.ctx),
  ({ anna }) => asked(anna.send('POST', '/api/departure', { handle: anna.handle, reason: '' })),
]

// All that came to the queue on it, and what was pushed. [3, 1]: of every message three copies arrive at once, then one more.
export async function aBusyDay(world: World, copiesEachTime = [1]) {
  const [messages, tried]: [Envelope[], Tried[]] = [[], []]
  const pushed = aPhoneListens(world)
  const pass = async () => {
    await announceFacts(world.ctx({ kind: 'cron', name: 'announce' }), reactions)
    if (world.queue.length === 0) return
    const arrived = world.queue.splice(0)
    messages.push(...arrived)
    for (const copies of copiesEachTime) {
      const batch = aBatch(arrived.flatMap((message) => Array<Envelope>(copies).fill(message)))
      await consume(batch, jobs, (name) => world.ctx({ kind: 'job', name }))
      tried.push(...batch.tried)
    }
    await pass()
  }
  const anna = await aMember(world, { handle: 'anna', passwordHash: await hashPassword(PASSWORD) })
  const bo = await aMember(world, { handle: 'bo' })
  for (const happens of PARTS) {
    await happens({ world, anna, bo, pass })
    await pass()
  }
  return { messages, tried, pushed }
}

function aPhoneListens({ outside }: World) {
  const pushed: string[] = []
  const fetch = async ({ url }: Request) => new Response(null, { status: pushed.push(url) && 201 })
  Object.assign(outside, { addressesOf: async () => ['142.250.184.10'], fetch })
  return pushed
}

async function asked(asking: Promise<Response>) {
  const answer = await asking
  if (!answer.ok) throw new Error(`The busy day was refused something: ${await answer.text()}`)
  return answer
}

const mailedTo = ({ world }: Day, to: string) =>
  new URL(
    /https:\S+token=\S+/.exec(world.letters.findLast((letter) => letter.to === to)?.text ?? '')?.[0] ?? '',
  ).searchParams.get('token')

async function aProgramIsPaired({ world, pass }: Day) {
  const organiser = await aMember(world, { handle: 'thea', roles: ['participant', 'organiser'] })
  const handles = { learner: 'lena', mentor: 'marco' }
  const { program } = await aProgramOfTwo(world, organiser, { state: 'running' }, handles)
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  const rules = { process: 'both', until: tomorrow, balance: 4, asksOthers: true }
  await asked(organiser.send('PUT', `/api/programs/${program.slug}/pairing/rules`, rules))
  await pass()
  await asked(organiser.send('PUT', `/api/programs/${program.slug}/pairing/rules`, { ...rules, process: 'talks' }))
  await asked(organiser.send('POST', `/api/programs/${program.slug}/pairing/talks`))
  await pass()
  await remindOfChoosing(world.ctx({ kind: 'cron', name: 'remind-of-choosing' }))
  const nina = await aMember(world, { handle: 'nina' })
  const place = await anApplicant(world, program.id, nina)
  await asked(organiser.send('POST', `/api/programs/${program.slug}/pairing/runs`, {}))
  await pass()
  await asked(nina.send('DELETE', `/api/program-applications/${place}`))
  await pass()
  await asked(organiser.send('POST', `/api/programs/${program.slug}/pairing/publication`))
}

async function aReaderSubscribes(day: Day) {
  await asked(day.world.request('/api/newsletter', post({ email: 'reader@example.org' })))
  await day.pass()
  await asked(day.world.request('/api/newsletter/confirmation', post({ token: mailedTo(day, 'reader@example.org') })))
}

async function aMinorJoins(day: Day) {
  const send = (path: string, body: unknown) => asked(day.world.request(path, post(body)))
  const [email, guardianEmail] = ['vera@example.org', 'rosa@example.org']
  const vera = { name: 'Vera Vogel', email, password: PASSWORD, ageBand: '13-15', guardianEmail, terms: '1' }
  await send('/api/sign-ups', vera)
  await day.pass()
  await send('/api/sign-ups/confirmation', { token: mailedTo(day, email), password: PASSWORD })
  await day.pass()
  await send('/api/guardian-decisions', { token: mailedTo(day, guardianEmail), decision: 'agreed', name: 'Rosa' })
}

// Kim names somebody else, who stays silent.
async function aGuardianSaysNo(day: Day) {
  const { world } = day
  const kim = await aMember(world, { handle: 'kim', standing: 'waiting', ageBand: '16-17' })
  const name = (guardianEmail: string) => asked(kim.send('POST', '/api/guardian-requests', { guardianEmail }))
  await name('mother@example.org')
  await day.pass()
  const token = mailedTo(day, 'mother@example.org')
  await asked(world.request('/api/guardian-decisions', post({ token, decision: 'refused', name: 'Ada' })))
  await day.pass()
  await name('aunt@example.org')
  await day.pass()
  await world.ctx().db.execute(sql`
    update guardian_consents set asked_at = asked_at - interval '400 days', decided_at = decided_at - interval '400 days'`)
  await closeWithoutGuardian(world.ctx({ kind: 'cron', name: 'close-without-guardian' }))
}

async function aProgramChangesItsPlan(day: Day) {
  const { world } = day
  const thandi = await aMember(world, { handle: 'thandi', roles: ['participant', 'organiser'] })
  const { id, slug } = await aProgram(world, thandi, { state: 'running' })
  await aPlanItem(world, id)
  const [mentor, participant] = [await aMember(world, { handle: 'mo' }), await aMember(world, { handle: 'pim' })]
  const pair = await aPair(world, { programId: id, format: 'peer', mentor, participant })
  await aFact(world, 'mentorship.began', { subject: pair.id, actor: pair.mentor })
  await day.pass()
  await aPlanItem(world, id, { title: 'Cut another' })
  const { mark } = (await (await thandi.request(`/api/programs/${slug}/plan`)).json()) as { mark: string }
  await asked(thandi.send('PUT', `/api/programs/${slug}/plan/pairs`, { mark }))
}

// A new device, whose refresh token somebody else uses once more a minute later.
async function aSignInIsStolen({ world, anna }: Day) {
  const elsewhere = { 'User-Agent': 'Safari on iPhone' }
  const answer = await asked(world.request('/api/sign-ins', post({ email: anna.email, password: PASSWORD }, elsewhere)))
  const [refresh = ''] = /__Host-refresh=[^;]+/.exec(answer.headers.getSetCookie().join('\n')) ?? []
  await asked(world.request('/api/my/profile', { headers: { Cookie: refresh } }))
  await world.ctx().db.execute(sql`update refresh_tokens set used_at = used_at - interval '1 minute'`)
  await world.request('/api/my/profile', { headers: { Cookie: refresh } })
}

async function aPhoneFallsIntoTheCanal({ world }: Day) {
  const rosa = await aMember(world, { roles: ['participant', 'admin'] })
  const path = '/api/accounts/:handle/second-step-removal'
  const reason = await ACCOUNT_ACCEPTED[`POST ${path}`]?.(world, rosa)
  await asked(rosa.send('POST', (await ACCOUNT_AT[`POST ${path}`]?.(world, rosa)) ?? path, reason))
}

async function annaMovesHerAddress(day: Day) {
  const email = 'anna@example.com'
  await asked(day.anna.send('POST', '/api/address-changes', { email, current: PASSWORD }))
  await day.pass()
  await asked(day.anna.send('POST', '/api/address-changes/confirmation', { token: mailedTo(day, email) }))
}

// Anna hears of it at once and on her phone, Bo with his digest.
async function bothAreEndorsed({ world, anna, bo }: Day) {
  const { slug: skill } = await aSkill(world)
  const atOnce = { kind: 'endorsement', channel: 'mail', rhythm: 'at-once' } as const
  await world
    .ctx()
    .db.insert(noticeChoices)
    .values({ memberId: anna.id, ...atOnce })
  await asked(anna.send('POST', '/api/push-subscriptions', aBrowser('/fcm/send/anna-phone').subscription))
  await aFact(world, 'endorsement.given', { subject: anna.id, actor: bo, data: { skill } })
  await aFact(world, 'endorsement.given', { subject: bo.id, actor: anna, data: { skill } })
}

async function boTravelsAndGetsADigest({ world, bo, pass }: Day) {
  await asked(bo.send('PUT', '/api/my/times', await PEOPLE_ACCEPTED['PUT /api/my/times']?.(world, bo)))
  await asked(bo.send('PUT', '/api/my/profile', { timeZone: 'Asia/Tokyo' }))
  await pass()
  await world.ctx().db.execute(sql`update deliveries set due_at = now() - interval '1 minute' where sent_at is null`)
  await sendWhatIsDue(world.ctx({ kind: 'cron', name: 'send-what-is-due' }))
}

async function aPortraitComesDown({ world: { env }, bo }: Day) {
  await env.MEDIA.put(`${folderOf(env, bo.id)}${newId(Date.now() - 60_000)}.webp`, 'a portrait')
  await asked(bo.send('DELETE', '/api/my/portrait'))
}

async function annaSingsATune({ anna }: Day) {
  const tune = { name: 'the-kettle-song.mp3', type: 'audio/mpeg' }
  await asked(bring(anna, FILES.mp3, tune).then(({ answer }) => answer))
}

async function boOpensASiteAndIsWrittenTo({ bo }: Day) {
  await keepDesign(bo.ctx, { design: PLAIN, version: 0 })
  await publish(bo.ctx)
  await asked(bo.send('PUT', '/api/site/copy', {}))
  const form = { ...bo.ctx, now: new Date(Date.now() - 60_000) }
  const letter = { name: 'Cy', email: 'cy@example.org', words: 'How long does ash dry?', fax: '' }
  await sendLetter(bo.ctx, bo, { ...letter, ticket: newTicket(form, bo.id) })
}

async function boGoesByAnotherName({ world, bo }: Day) {
  await asked(bo.send('PUT', '/api/my/profile', { name: 'Bo of the lathe' }))
  await buildChanged(world.ctx({ kind: 'cron', name: 'build-changed' }))
}

async function zoeLooksForAMentor({ world, pass }: Day) {
  const { handle: mentor } = await aMentor(world, 2, { handle: 'ida' })
  const zoe = await aMember(world, { handle: 'zoe' })
  await asked(zoe.send('PUT', '/api/my/ways', await PEOPLE_ACCEPTED['PUT /api/my/ways']?.(world, zoe)))
  await asked(zoe.send('POST', '/api/my/wishes', { strength: 'nice', language: 'Portuguese' }))
  const { wishes } = MyWishes.parse(await (await asked(zoe.request('/api/my/wishes'))).json())
  for (const { id } of wishes) await asked(zoe.send('DELETE', `/api/my/wishes/${id}`))
  await pass()
  await asked(zoe.request('/api/recommendations?for=mentor'))
  await pass()
  const words = 'Would you show me how a block is inked? Mine come out grey.'
  await asked(zoe.send('POST', '/api/mentorship-requests', { mentor, words }))
}

async function aMentorInvitesSomebody({ world }: Day) {
  const mia = await aMember(world, { handle: 'mia', roles: ['participant', 'mentor'] })
  const invitation = await PARTICIPANT_ACCEPTED['POST /api/participants']?.(world, mia)
  await asked(mia.send('POST', '/api/participants', { ...invitation, email: 'awa@example.org' }))
}

async function theLogoComesDown({ world }: Day) {
  await world.env.MEDIA.put(`${LOGO_FOLDER}${newId(Date.now() - 60_000)}/96.png`, 'a logo')
  const keeper = await aMember(world, { roles: ['participant', 'admin'] })
  await asked(keeper.send('DELETE', '/api/settings/logo'))
}

// Of a payment that nobody here knows.
function stripeTellsOfSomething({ world }: Day) {
  return take(world.ctx(), 'stripe', {
    eventId: 'evt_1',
    type: 'checkout.session.completed',
    livemode: false,
    account: undefined,
    about: { kind: 'payment', ref: 'cs_of_nobody' },
    body: {},
  })
}

async function aQuestionIsAnswered({ world }: Day) {
  const mentor = await aMentor(world, 1, { handle: 'ola' })
  const participant = await aMember(world, { handle: 'bea' })
  const { id } = await aPair(world, { mentor, participant, format: 'one-off' })
  const made = async (by: Somebody, path: string, body: object) =>
    ((await (await asked(by.send('POST', path, body))).json()) as { id: string }).id
  const task = await made(mentor, '/api/tasks', { pair: id, title: 'One block, two centimetres' })
  await asked(participant.send('PUT', `/api/tasks/${task}/acceptance`))
  const submission = await made(participant, `/api/tasks/${task}/versions`, { note: 'The I and the B are one.' })
  await made(mentor, '/api/feedback', { submission, verdict: 'accepted', words: 'It prints.', nextStep: 'Oil it.' })
}

// Half of it goes into a jar, the rest from hand to hand: no payment service hears of it.
async function somethingIsSold({ world }: Day) {
  const { id: sellerId, ctx } = await aMember(world)
  await makeJar(ctx, NewJar.parse({ name: 'A kiln', currency: 'EUR', target: '20', sharePercent: 50 }))
  const free = { taxMinor: 0, platformFeeMinor: 0, processorFeeMinor: 0 }
  await bookSale(ctx, {
    orderId: newId(),
    sellerId,
    provider: 'organisation',
    currency: 'EUR',
    grossMinor: 9000,
    ...free,
  })
  await choosePayoutAccount(ctx, { way: 'by-hand' })
  const { id } = await askForPayout(ctx, { currency: 'EUR' })
  await sendPayoutLater(ctx, { id })
  await settlePayoutLater(ctx, { ref: id })
}

async function aBowlIsPaidBack({ world }: Day) {
  const maker = await aMember(world, { handle: 'ute' })
  const { sold } = await aSale(world, [await aListing(maker)])
  for (const { id } of sold) await payBack(maker.ctx, { id, minor: 4000, reason: 'It cracked on its way.' })
}

async function aBankGetsAnAnswer({ world }: Day) {
  const maker = await aMember(world, { handle: 'jo' })
  const sale = await aSale(world, [await aListing(maker)])
  await aDispute(world, sale)
  for (const order of sale.sold)
    await answerDispute(maker.ctx, order, { words: 'She fetched it herself.', carrier: '', tracking: '' })
}
