import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { authenticators, recoveryCodes } from '#db/schema/accounts/second-step.ts'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import { members, type Role } from '#db/schema/people.ts'
import { settings } from '#db/schema/settings.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { expectNoChange } from '#workers/lib/testing/unchanged.ts'
import { aWorld, fromOurPage, post, type World } from '#workers/lib/testing/world.ts'
import { NEW_HOUSE } from '#workers/settings/settings.ts'
import { hashPassword } from '../passwords/password.ts'
import { codeAt, stepAt } from './totp.ts'

const PASSWORD = 'seven looms and a kiln'

let world: World
let passwordHash: string
beforeAll(async () => {
  world = await aWorld()
  passwordHash = await hashPassword(PASSWORD)
})
beforeEach(() => world.startAfresh())

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function bytesOf(base32: string) {
  const bits = [...base32].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

// What the app on a telephone shows, some half minutes from now.
const shown = (secret: string, ahead = 0) => codeAt(bytesOf(secret), stepAt(new Date()) + ahead)

async function begin(anna: Somebody) {
  const answer = await anna.send('POST', '/api/second-step')
  expect(answer.status).toBe(201)
  return (await answer.json()) as { secret: string; uri: string }
}

async function withSecondStep(wish: Parameters<typeof aMember>[1] = {}) {
  const anna = await aMember(world, { passwordHash, ...wish })
  const { secret } = await begin(anna)
  const answer = await anna.send('POST', '/api/second-step/confirmation', { code: shown(secret, -1) })
  expect(answer.status).toBe(200)
  const { codes } = (await answer.json()) as { codes: string[] }
  return { anna, secret, codes }
}

const cookieIn = (answer: Response, name: string) =>
  answer.headers
    .getSetCookie()
    .find((line) => line.startsWith(`${name}=`))
    ?.split(';')[0]

const firstStep = async ({ email }: Somebody) => {
  const answer = await world.request('/api/sign-ins', post({ email, password: PASSWORD }))
  return { answer, cookie: cookieIn(answer, '__Host-second-step') ?? '' }
}

const secondStep = (cookie: string, code: string) =>
  world.request('/api/sign-ins/second-step', post({ code }, { Cookie: cookie }))

const proveLongAgo = ({ id }: Somebody) =>
  world
    .ctx()
    .db.update(signIns)
    .set({ provedAt: new Date(Date.now() - 11 * 60_000) })
    .where(eq(signIns.memberId, id))

describe('setting up a second step', () => {
  it('gives the secret to an app, and counts only after a right code', async () => {
    const anna = await aMember(world, { handle: 'anna', passwordHash })
    const { secret, uri } = await begin(anna)
    expect(uri).toContain(`otpauth://totp/Guildhall:anna%40example.org?secret=${secret}&issuer=Guildhall`)
    expect((await firstStep(anna)).answer.status).toBe(201)

    const wrong = await anna.send('POST', '/api/second-step/confirmation', { code: shown(secret, 5) })
    expect((await problemOf(wrong)).code).toBe('wrong_code')
    const right = await anna.send('POST', '/api/second-step/confirmation', { code: shown(secret) })
    const { codes } = (await right.json()) as { codes: string[] }
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/)
    const now = (await (await anna.request('/api/second-step')).json()) as object
    expect(now).toMatchObject({ since: expect.any(String), recoveryCodesLeft: 10 })
    expect((await firstStep(anna)).answer.status).toBe(202)
  })

  it('keeps the secret sealed and the recovery codes hashed', async () => {
    const { secret, codes } = await withSecondStep()
    const { db } = world.ctx()
    const kept = JSON.stringify([await db.select().from(authenticators), await db.select().from(recoveryCodes)])
    for (const word of [secret, bytesOf(secret).toString('base64'), ...codes]) expect(kept).not.toContain(word)
  })

  it('a sealed secret is worth nothing in the row of another member', async () => {
    const { anna, secret } = await withSecondStep()
    const { anna: bela } = await withSecondStep()
    const { db } = world.ctx()
    const [hers] = await db.select().from(authenticators).where(eq(authenticators.memberId, anna.id))
    await db
      .update(authenticators)
      .set({ sealedSecret: hers?.sealedSecret ?? '', lastStep: 0 })
      .where(eq(authenticators.memberId, bela.id))
    const { cookie } = await firstStep(bela)
    expect((await secondStep(cookie, shown(secret))).status).toBe(401)
  })

  it('cannot be begun again by whoever finds an open browser', async () => {
    const { anna } = await withSecondStep()
    expect((await anna.send('POST', '/api/second-step')).status).toBe(409)
  })

  it('V6.3.7 tells the member of every change, once', async () => {
    const { anna } = await withSecondStep()
    await anna.send('POST', '/api/second-step/recovery-codes')
    await anna.send('DELETE', '/api/second-step')
    await world.settle()
    expect(world.letters.map(({ to, subject }) => ({ to, subject }))).toEqual(
      [
        'Signing in now takes a second step',
        'You have new recovery codes',
        'Signing in takes no second step any more',
      ].map((subject) => ({ to: anna.email, subject })),
    )
  })
})

describe('signing in with a second step', () => {
  it('begins no sign-in before the code was right, whatever the first step handed over', async () => {
    const { anna, secret } = await withSecondStep()
    const { answer, cookie } = await firstStep(anna)
    expect(await answer.json()).toEqual({ next: 'second-step' })
    const cookies = answer.headers.getSetCookie().sort()
    expect(cookies.map((said) => said.split('=')[0])).toEqual(['__Host-browser', '__Host-second-step'])
    expect(cookies[1]).toMatch(/Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    const done = await secondStep(cookie, shown(secret))
    expect(done.status).toBe(201)
    expect(cookieIn(done, '__Host-access')).toBeDefined()
    expect(cookieIn(done, '__Host-second-step')).toBe('__Host-second-step=')
  })

  it('V6.5.1 takes a code once, also from four who send it at the same moment', async () => {
    const { anna, secret } = await withSecondStep()
    const code = shown(secret)
    const visitors = await Promise.all(Array.from({ length: 4 }, () => firstStep(anna)))
    const answers = await Promise.all(visitors.map(({ cookie }) => secondStep(cookie, code)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401])
    expect((await secondStep(visitors[0]?.cookie ?? '', code)).status).toBe(401)
  })

  it('V6.6.3 takes five wrong codes in ten minutes, from wherever they come, and then none', async () => {
    const { anna, secret } = await withSecondStep()
    const { cookie } = await firstStep(anna)
    const answers = await Promise.all(Array.from({ length: 8 }, () => secondStep(cookie, '000000')))
    expect(answers.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
    const right = await secondStep(cookie, shown(secret))
    expect(right.status).toBe(429)
    expect(Number(right.headers.get('Retry-After'))).toBeGreaterThan(500)
  })

  it('does not count right codes as wrong ones', async () => {
    const { anna, codes } = await withSecondStep()
    for (const code of codes.slice(0, 7)) {
      const { cookie } = await firstStep(anna)
      expect((await secondStep(cookie, code)).status).toBe(201)
    }
  })

  it('V6.5.1 takes each recovery code once, however it is written, and tells the member', async () => {
    const { anna, codes } = await withSecondStep()
    const { cookie } = await firstStep(anna)
    const [first = ''] = codes
    expect((await secondStep(cookie, ` ${first.toUpperCase().replace('-', ' ')}`)).status).toBe(201)
    expect((await secondStep(cookie, first)).status).toBe(401)
    expect(await (await anna.request('/api/second-step')).json()).toMatchObject({ recoveryCodesLeft: 9 })
    await world.settle()
    expect(world.letters.map(({ subject }) => subject)).toContain('One of your recovery codes was used')
  })

  it('takes no recovery code of somebody else, and none that was replaced', async () => {
    const { anna, codes } = await withSecondStep()
    const { codes: others } = await withSecondStep()
    const { cookie } = await firstStep(anna)
    expect((await secondStep(cookie, others[0] ?? '')).status).toBe(401)
    await anna.send('POST', '/api/second-step/recovery-codes')
    expect((await secondStep(cookie, codes[0] ?? '')).status).toBe(401)
  })

  it('asks for the first step again after ten minutes, and when the cookie was tampered with', async () => {
    const { anna, secret } = await withSecondStep()
    const { cookie } = await firstStep(anna)
    const forged = `${cookie.slice(0, -6)}AAAAAA`
    for (const bad of ['', forged, '__Host-second-step=abc'])
      expect((await problemOf(await secondStep(bad, shown(secret)))).code).toBe('first_step_first')
    const later = Date.now() + 10 * 60_000 + 1000
    vi.useFakeTimers({ now: later, toFake: ['Date'] })
    try {
      expect((await problemOf(await secondStep(cookie, shown(secret)))).code).toBe('first_step_first')
    } finally {
      vi.useRealTimers()
    }
  })

  it('lets nobody in who was suspended between the steps', async () => {
    const { anna, secret } = await withSecondStep()
    const { cookie } = await firstStep(anna)
    await world.ctx().db.update(members).set({ standing: 'suspended' }).where(eq(members.id, anna.id))
    expect((await secondStep(cookie, shown(secret))).status).toBe(401)
  })
})

describe('V7.5.1 what protects an account', () => {
  const changes: [string, string][] = [
    ['POST', '/api/second-step/recovery-codes'],
    ['DELETE', '/api/second-step'],
  ]

  it.each(changes)('is changed only after a recent proof: %s %s', async (method, path) => {
    const { anna, secret } = await withSecondStep()
    await proveLongAgo(anna)
    await expectNoChange(world, async () => {
      const answer = await anna.send(method, path)
      expect(answer.status).toBe(403)
      expect((await problemOf(answer)).code).toBe('proof_needed')
    })
    const proof = await anna.send('POST', '/api/sign-ins/current/proof', { code: shown(secret) })
    expect(proof.status).toBe(204)
    expect((await anna.send(method, path)).ok).toBe(true)
  })

  it('can be proved by the password, with ten tries in ten minutes', async () => {
    const anna = await aMember(world, { passwordHash })
    await proveLongAgo(anna)
    const prove = (password: string) => anna.send('POST', '/api/sign-ins/current/proof', { password })
    expect((await problemOf(await prove('not this'))).code).toBe('wrong_password')
    expect((await prove(PASSWORD)).status).toBe(204)
    expect((await anna.send('POST', '/api/second-step')).status).toBe(201)
    for (let n = 0; n < 8; n++) await prove('not this')
    expect((await prove(PASSWORD)).status).toBe(429)
  }, 60_000)

  it('is not opened by the proof of another sign-in', async () => {
    const anna = await aMember(world, { passwordHash })
    await proveLongAgo(anna)
    await world.request('/api/sign-ins', post({ email: anna.email, password: PASSWORD }))
    expect((await anna.send('POST', '/api/second-step')).status).toBe(403)
  })
})

describe('a role that demands a second step', () => {
  const demand = (roles: Role[]) => {
    const { logo: _, mailSender: __, ...house } = NEW_HOUSE
    return world
      .ctx()
      .db.insert(settings)
      .values({ ...house, secondStepFor: roles })
  }

  const signedIn = async (who: Somebody) => {
    const answer = await world.request('/api/sign-ins', post({ email: who.email, password: PASSWORD }))
    return { answer, cookie: cookieIn(answer, '__Host-access') ?? '' }
  }

  it('is withheld until the member has one; everything else of theirs works', async () => {
    await demand(['organiser', 'admin'])
    const anna = await aMember(world, { passwordHash, roles: ['participant', 'mentor', 'admin'] })
    const { answer, cookie } = await signedIn(anna)
    expect(await answer.json()).toMatchObject({ roles: ['participant', 'mentor'] })
    const refused = await world.request('/api/settings', { headers: { Cookie: cookie } })
    expect((await problemOf(refused)).code).toBe('second_step_needed')
    const page = await world.request('/admin', { headers: { Cookie: cookie, Accept: 'text/html' } })
    expect(page.headers.get('Location')).toBe('/settings/second-step')

    const { secret } = await begin(anna)
    const confirmed = await anna.send('POST', '/api/second-step/confirmation', { code: shown(secret) })
    const fresh = cookieIn(confirmed, '__Host-access') ?? ''
    expect((await world.request('/api/settings', { headers: { Cookie: fresh } })).status).toBe(200)
  })

  it('is withheld from a token that was signed before the demand, as soon as it matters', async () => {
    const anna = await aMember(world, { roles: ['participant', 'admin'] })
    expect((await anna.request('/api/settings')).status).toBe(200)
    await demand(['admin'])
    expect((await anna.request('/api/settings')).status).toBe(403)
  })

  it('tells members who never had the role nothing about second steps', async () => {
    await demand(['admin'])
    const anna = await aMember(world)
    expect((await problemOf(await anna.request('/api/settings'))).code).toBe('not_allowed')
  })

  it('is withheld again when the second step is turned off', async () => {
    await demand(['admin'])
    const { anna } = await withSecondStep({ roles: ['participant', 'admin'] })
    expect((await anna.request('/api/settings')).status).toBe(200)
    const off = await anna.send('DELETE', '/api/second-step')
    const cookie = cookieIn(off, '__Host-access') ?? ''
    expect((await world.request('/api/settings', { headers: { Cookie: cookie } })).status).toBe(403)
  })
})

describe('the cookie of the first step', () => {
  it('B37 opens nothing by itself', async () => {
    const { anna } = await withSecondStep()
    const { cookie } = await firstStep(anna)
    const value = cookie.slice(cookie.indexOf('=') + 1)
    for (const name of ['__Host-access', '__Host-refresh']) {
      const answer = await world.request('/api/second-step', {
        headers: { ...fromOurPage, Cookie: `${name}=${value}` },
      })
      expect(answer.status).toBe(401)
    }
  })
})
