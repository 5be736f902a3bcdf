import { z } from 'zod'
import type { Ctx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'

const GITHUB = 'https://github.com'

const Given = z
  .object({
    id: z.string().regex(/^[a-z0-9-]{1,30}$/),
    name: z.string().min(1).max(40),
    kind: z.enum(['openid', 'github']).default('openid'),
    issuer: z.url().optional(),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
    scopes: z.string().optional(),
  })
  .transform(({ issuer, ...given }, check) => {
    const known = issuer ?? (given.kind === 'github' ? GITHUB : undefined)
    if (!known) check.addIssue('A provider needs an issuer.')
    return { ...given, issuer: known ?? '' }
  })

export type Provider = z.output<typeof Given>

const read = new Map<string, Provider[]>()

// The secret PROVIDERS lists them. A mistake in it closes these ways in and no other.
export function providers({ env, log }: Ctx): Provider[] {
  const before = read.get(env.PROVIDERS)
  if (before) return before
  const listed = parse(env.PROVIDERS)
  if (!listed.success) log.error('PROVIDERS cannot be read', { error: listed.error })
  const usable = (listed.data ?? []).filter(({ issuer }) => isSafe(env, issuer))
  read.set(env.PROVIDERS, usable)
  return usable
}

export function providerNamed(ctx: Ctx, id: string): Provider {
  const found = providers(ctx).find((provider) => provider.id === id)
  if (!found) throw notFound('way to sign in')
  return found
}

export const isOnThisMachine = (env: Env, issuer: string) =>
  env.ENVIRONMENT === 'local' && /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/|$)/.test(issuer)

const isSafe = (env: Env, issuer: string) => issuer.startsWith('https://') || isOnThisMachine(env, issuer)

function parse(secret: string) {
  try {
    return z.array(Given).safeParse(JSON.parse(secret || '[]'))
  } catch (error) {
    return { success: false as const, data: undefined, error: error as Error }
  }
}
