import type { Ctx } from '#workers/lib/context.ts'
import type { Provider } from './listed.ts'

// What a provider says about somebody.
export type Claims = {
  issuer: string
  subject: string
  email: string | undefined
  isVerified: boolean
  name: string | undefined
}

export type Going = { state: string; nonce: string; verifier: string; redirectUri: string; again: boolean }
export type Coming = Omit<Going, 'again'> & { came: URL }

// How one kind of provider is asked.
export type Way = {
  where(ctx: Ctx, provider: Provider, going: Going): Promise<URL>
  who(ctx: Ctx, provider: Provider, coming: Coming): Promise<Claims>
}
