import { type output, type ZodType, z } from 'zod'
import type { Ctx } from '#workers/lib/context.ts'
import { seal, unseal } from '#workers/lib/sealed.ts'
import { keepCookie, readCookie } from './sign-ins/cookies.ts'

// What somebody is in the middle of, carried by their browser for some minutes and readable by nobody else.
export function ticket<S extends ZodType>(name: string, minutes: number, schema: S) {
  return {
    give(ctx: Ctx, data: output<S>) {
      const until = ctx.now.getTime() + minutes * 60_000
      const sealed = seal(ctx.env.LINK_SECRET, `ticket ${name}`, JSON.stringify({ until, data }))
      keepCookie(ctx, name, sealed, minutes * 60)
    },
    read({ env, now }: Ctx, headers: Headers): output<S> | undefined {
      const text = unseal(env.LINK_SECRET, `ticket ${name}`, readCookie(env, headers, name) ?? '')
      const { until, data } = Sealed.parse(text ? JSON.parse(text) : { until: 0, data: null })
      return until > now.getTime() ? schema.safeParse(data).data : undefined
    },
    takeBack: (ctx: Ctx) => keepCookie(ctx, name, '', 0),
  }
}

const Sealed = z.object({ until: z.number(), data: z.unknown() })
