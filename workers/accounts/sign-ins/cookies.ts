import { parse, serialize } from 'hono/utils/cookie'
import type { Ctx } from '#workers/lib/context.ts'
import { ACCESS_MINUTES } from './access-token.ts'

export type Tokens = { access: string; refresh?: string | undefined; handle: string }

export const REFRESH_DAYS = 30

// Browsers keep a __Host- cookie to one host and to https; a laptop has only http, and says so by its address.
const named = (env: Env, name: string) => (isSecure(env) ? `__Host-${name}` : name)

const isSecure = (env: Env) => env.ORIGIN.startsWith('https:')

export function cookiesOf(env: Env, headers: Headers) {
  const line = headers.get('Cookie') ?? ''
  const read = (name: string) => once(line, named(env, name))
  return {
    access: read('access'),
    refresh: read('refresh'),
    signedInBefore: parse(line, 'member').member !== undefined,
  }
}

// A cookie for a visit of some minutes, which no script gets to see.
export const readCookie = (env: Env, headers: Headers, name: string) =>
  once(headers.get('Cookie') ?? '', named(env, name))

export function keepCookie({ env, cookies }: Ctx, name: string, value: string, maxAge: number) {
  cookies.push(
    serialize(named(env, name), value, { path: '/', httpOnly: true, secure: isSecure(env), sameSite: 'Lax', maxAge }),
  )
}

// Somebody who can set cookies from a neighbouring host may add a second one of the same name: then neither counts.
function once(line: string, name: string): string | undefined {
  const times = line.split(';').filter((part) => part.trimStart().startsWith(`${name}=`)).length
  return times === 1 ? parse(line, name)[name] : undefined
}

export function handOver(ctx: Ctx, { access, refresh, handle }: Tokens) {
  const { env, cookies } = ctx
  const always = { path: '/', httpOnly: true, secure: isSecure(env) }
  cookies.push(serialize(named(env, 'access'), access, { ...always, sameSite: 'Lax', maxAge: ACCESS_MINUTES * 60 }))
  if (!refresh) return
  const maxAge = REFRESH_DAYS * 86_400
  cookies.push(serialize(named(env, 'refresh'), refresh, { ...always, sameSite: 'Strict', maxAge }))
  // Public pages are the same for everybody; this tells the few lines of script there whom to greet, and opens nothing.
  cookies.push(serialize('member', handle, { ...always, httpOnly: false, sameSite: 'Lax', maxAge }))
}

// The next request gets a new one by the refresh token.
export const takeBackAccess = ({ env, cookies }: Ctx) =>
  void cookies.push(serialize(named(env, 'access'), '', { path: '/', secure: isSecure(env), maxAge: 0 }))

export function takeBack({ env, cookies }: Ctx) {
  const gone = { path: '/', secure: isSecure(env), maxAge: 0 }
  for (const name of [named(env, 'access'), named(env, 'refresh'), 'member']) cookies.push(serialize(name, '', gone))
}
