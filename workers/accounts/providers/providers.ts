import type { Ctx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import { type Provider, readListed } from './listed.ts'

const read = new Map<string, Provider[]>()

// What cannot be used is told once, when the secret is read for the first time.
export function providers({ env, log }: Ctx): Provider[] {
  const before = read.get(env.PROVIDERS)
  if (before) return before
  const { usable, faults } = readListed(env.PROVIDERS, env)
  for (const fault of faults) log.error('a way to sign in is closed', { fault })
  read.set(env.PROVIDERS, usable)
  return usable
}

export function providerNamed(ctx: Ctx, id: string): Provider {
  const found = providers(ctx).find((provider) => provider.id === id)
  if (!found) throw notFound('way to sign in')
  return found
}
