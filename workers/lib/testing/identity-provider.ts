import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'

type Grant = { redirectUri: string; challenge: string; claims: JWTPayload }

export type IdentityProvider = Awaited<ReturnType<typeof anIdentityProvider>>

// An OpenID provider that does what a test tells it, also what no honest one does.
export async function anIdentityProvider() {
  const grants = new Map<string, Grant>()
  let keys = await newKeys()
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const provider = {
    issuer,
    // What it does wrong, if anything.
    does: {} as {
      nothing?: boolean
      wait?: number
      large?: '/keys' | '/token' | '/.well-known/openid-configuration'
      otherIssuer?: string
      claims?: JWTPayload
      signedByAnother?: boolean
      unsigned?: boolean
      tokenStatus?: number
      broken?: boolean
    },
    asked: [] as string[],
    async changeKeys() {
      keys = await newKeys()
    },
    // Somebody signs in there and allows it; the answer is where their browser is sent back to.
    allow(asked: URL, claims: JWTPayload): URL {
      const code = randomUUID()
      const redirectUri = asked.searchParams.get('redirect_uri') ?? ''
      const nonce = asked.searchParams.get('nonce') ?? undefined
      const challenge = asked.searchParams.get('code_challenge') ?? ''
      grants.set(code, { redirectUri, challenge, claims: { nonce, ...claims } })
      const back = new URL(redirectUri)
      back.search = new URLSearchParams({ code, state: asked.searchParams.get('state') ?? '', iss: issuer }).toString()
      return back
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', issuer).pathname
    provider.asked.push(path)
    const { does } = provider
    if (does.nothing) return void request.destroy()
    if (does.wait) await new Promise((resume) => setTimeout(resume, does.wait))
    if (does.large === path) return void response.end(JSON.stringify({ padding: 'x'.repeat(10 * 1024 * 1024) }))
    if (does.broken) return void response.writeHead(500).end('<h1>Oh no</h1>')
    const body = path === '/token' ? await token(request) : documents()[path]
    const status = body && 'error' in body ? 400 : body ? 200 : 404
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body ?? {}))
  }

  const documents = (): Record<string, object | undefined> => ({
    '/.well-known/openid-configuration': {
      issuer: provider.does.otherIssuer ?? issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      authorization_response_iss_parameter_supported: true,
      code_challenge_methods_supported: ['S256'],
    },
    '/keys': { keys: [keys.shown] },
  })

  async function token(request: IncomingMessage): Promise<Record<string, unknown>> {
    const form = new URLSearchParams(await textOf(request))
    const code = form.get('code') ?? ''
    const grant = grants.get(code)
    grants.delete(code)
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const fits = grant?.redirectUri === form.get('redirect_uri') && grant.challenge === proof
    if (!grant || !fits || form.get('client_secret') !== 'secret') return { error: 'invalid_grant' }
    return { access_token: randomUUID(), token_type: 'Bearer', expires_in: 60, id_token: await idToken(grant) }
  }

  async function idToken({ claims }: Grant): Promise<string> {
    const { does } = provider
    const signing = does.signedByAnother ? (await newKeys()).privateKey : keys.privateKey
    const payload = { iss: issuer, aud: 'guildhall', ...claims, ...does.claims }
    const jwt = new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: keys.shown.kid }).setIssuedAt()
    const signed = await (payload.exp === undefined ? jwt.setExpirationTime('5 minutes') : jwt).sign(signing)
    if (!does.unsigned) return signed
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
    return `${none}.${signed.split('.')[1]}.`
  }

  return provider
}

async function newKeys() {
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  return { privateKey, shown: { ...(await exportJWK(publicKey)), kid: randomUUID(), alg: 'RS256', use: 'sig' } }
}

async function textOf(request: IncomingMessage) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
