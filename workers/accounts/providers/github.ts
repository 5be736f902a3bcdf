import { createHash } from 'node:crypto'
import { type ZodType, z } from 'zod'
import type { Ctx } from '#workers/lib/context.ts'
import { forbidden, Refusal } from '#workers/lib/errors.ts'
import { type Ask, asking, providerDown, providerMisled } from './asking.ts'
import type { Provider } from './listed.ts'
import type { Coming, Way } from './way.ts'

const Token = z.object({ access_token: z.string().min(1) })
const User = z.object({ id: z.int(), login: z.string(), name: z.string().nullish() })
const Emails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }))

// GitHub speaks OAuth 2 without OpenID Connect: who came and with which address are two more questions.
export const github: Way = {
  async where(_, { issuer, clientId, scopes = 'read:user user:email' }, { state, verifier, redirectUri, again }) {
    const url = new URL(`${issuer}/login/oauth/authorize`)
    const challenge = createHash('sha256').update(verifier).digest('base64url')
    const asked = { client_id: clientId, redirect_uri: redirectUri, scope: scopes, state, code_challenge: challenge }
    url.search = new URLSearchParams({
      ...asked,
      code_challenge_method: 'S256',
      ...(again && { prompt: 'select_account' }),
    }).toString()
    return url
  },

  async who(ctx, provider, coming) {
    const code = codeIn(ctx, provider, coming)
    const ask = asking(ctx)
    const token = await redeem(ctx, provider, ask, { ...coming, code })
    const api = provider.issuer === 'https://github.com' ? 'https://api.github.com' : `${provider.issuer}/api/v3`
    const tell = <T>(path: string, shape: ZodType<T>) => askApi(ctx, provider, { ask, token, url: api + path, shape })
    const [user, emails] = await Promise.all([tell('/user', User), tell('/user/emails', Emails)])
    const primary = emails.find((email) => email.primary)
    return {
      issuer: provider.issuer,
      subject: String(user.id),
      email: primary?.email,
      isVerified: primary?.verified ?? false,
      name: user.name ?? user.login,
    }
  },
}

function codeIn(ctx: Ctx, provider: Provider, { came, state }: Coming): string {
  const { searchParams: said } = came
  if (said.get('error') === 'access_denied')
    throw forbidden('provider_denied', `You did not allow it at ${provider.name}. That is fine: nothing was changed.`)
  const code = said.get('code')
  const iss = said.get('iss')
  if (
    !code ||
    said.get('state') !== state ||
    said.getAll('code').length > 1 ||
    (iss !== null && iss !== provider.issuer)
  )
    throw providerMisled(ctx, provider, new Error('The answer does not belong to the question.'))
  return code
}

type Redeeming = Coming & { code: string }

async function redeem(ctx: Ctx, provider: Provider, ask: Ask, { code, verifier, redirectUri }: Redeeming) {
  const { issuer, clientId, clientSecret } = provider
  const body = new URLSearchParams({
    client_id: clientId,
    client_secret: clientSecret,
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  })
  const answer = await json(ctx, provider, () =>
    ask(`${issuer}/login/oauth/access_token`, { method: 'POST', body, headers: { Accept: 'application/json' } }),
  )
  const given = Token.safeParse(answer)
  if (!given.success) throw providerMisled(ctx, provider, given.error)
  return given.data.access_token
}

type Question<T> = { ask: Ask; token: string; url: string; shape: ZodType<T> }

async function askApi<T>(ctx: Ctx, provider: Provider, { ask, token, url, shape }: Question<T>): Promise<T> {
  const headers = { Accept: 'application/vnd.github+json', Authorization: `Bearer ${token}`, 'User-Agent': 'Guildhall' }
  const told = shape.safeParse(await json(ctx, provider, () => ask(url, { headers })))
  if (!told.success) throw providerDown(ctx, provider, told.error)
  return told.data
}

async function json(ctx: Ctx, provider: Provider, question: () => Promise<Response>): Promise<unknown> {
  try {
    const answer = await question()
    if (!answer.ok) throw new Error(`It answered ${answer.status}.`)
    return await answer.json()
  } catch (error) {
    throw error instanceof Refusal && error.status < 500 ? error : providerDown(ctx, provider, error)
  }
}
