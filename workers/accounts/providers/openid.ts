import * as openid from 'openid-client'
import type { Ctx } from '#workers/lib/context.ts'
import { forbidden, Refusal } from '#workers/lib/errors.ts'
import { type Ask, asking, providerDown, providerMisled } from './asking.ts'
import { isOnThisMachine, type Provider } from './listed.ts'
import type { Claims, Way } from './way.ts'

// OpenID Connect, by discovery. Nothing is kept between two visits, so a provider may change its keys at any time.
export const openId: Way = {
  async where(ctx, provider, { state, nonce, verifier, redirectUri, again }) {
    const config = await discover(ctx, provider, asking(ctx))
    return openid.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: provider.scopes ?? 'openid email profile',
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(again && { prompt: 'login' }),
    })
  },

  async who(ctx, provider, { state, nonce, verifier, redirectUri, came }) {
    const ask = asking(ctx)
    const config = await discover(ctx, provider, ask)
    const current = new URL(redirectUri)
    current.search = came.search
    try {
      const granted = await openid.authorizationCodeGrant(config, current, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const told = granted.claims()
      if (!told) throw new Error('There is no ID token.')
      const more = told.email === undefined ? await askMore(config, granted.access_token, told.sub) : told
      return asClaims(provider, told.sub, more)
    } catch (error) {
      throw explain(ctx, provider, error)
    }
  },
}

async function discover(ctx: Ctx, provider: Provider, ask: Ask): Promise<openid.Configuration> {
  const { issuer, clientId, clientSecret } = provider
  const insecurely = isOnThisMachine(ctx.env, issuer) ? [openid.allowInsecureRequests] : []
  return openid
    .discovery(new URL(issuer), clientId, clientSecret, undefined, {
      // The signature of an ID token is checked although it came to us directly.
      execute: [...insecurely, openid.enableNonRepudiationChecks],
      [openid.customFetch]: (url, { body, headers, method }) =>
        ask(url, { method, headers, ...(body && { body: body as BodyInit }) }),
    })
    .catch((error) => {
      throw providerDown(ctx, provider, error)
    })
}

// Some providers keep the address out of the ID token.
const askMore = (config: openid.Configuration, token: string, subject: string): Promise<Record<string, unknown>> =>
  config.serverMetadata().userinfo_endpoint ? openid.fetchUserInfo(config, token, subject) : Promise.resolve({})

function asClaims({ issuer }: Provider, subject: string, told: Record<string, unknown>): Claims {
  const { email, name } = told
  return {
    issuer,
    subject,
    email: typeof email === 'string' ? email : undefined,
    isVerified: told.email_verified === true || told.email_verified === 'true',
    name: typeof name === 'string' ? name : undefined,
  }
}

// Codes of openid-client for an answer that came, but is not what a member's own visit would bring.
const MISLEADING = new Set([
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
  'OAUTH_KEY_SELECTION_FAILED',
])

function explain(ctx: Ctx, provider: Provider, error: unknown): Refusal {
  if (error instanceof Refusal) return providerDown(ctx, provider, error)
  if (error instanceof openid.AuthorizationResponseError) return notAllowed(ctx, provider, error)
  const isOurFault = error instanceof openid.ResponseBodyError && /client/.test(error.error)
  const isMisleading =
    error instanceof openid.ResponseBodyError ||
    (error instanceof openid.ClientError && MISLEADING.has(String(error.code)))
  return isMisleading && !isOurFault ? providerMisled(ctx, provider, error) : providerDown(ctx, provider, error)
}

const notAllowed = (ctx: Ctx, provider: Provider, error: openid.AuthorizationResponseError) =>
  error.error === 'access_denied'
    ? forbidden('provider_denied', `You did not allow it at ${provider.name}. That is fine: nothing was changed.`)
    : /unavailable|server_error/.test(error.error)
      ? providerDown(ctx, provider, error)
      : providerMisled(ctx, provider, error)
