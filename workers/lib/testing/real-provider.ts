import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

export type RealProvider = Awaited<ReturnType<typeof aRealProvider>>

// The OpenID provider of the package oidc-provider, with a sign-in page that takes any password.
export async function aRealProvider(callback: string) {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = { client_id: 'guildhall', client_secret: 'a secret of their own', redirect_uris: [callback] }
  const provider = new Provider(issuer, {
    clients: [{ ...client, token_endpoint_auth_method: 'client_secret_post' }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: `${id}@example.org`, email_verified: true, name: 'Anna' }),
    }),
    pkce: { required: () => true },
  })
  server.on('request', provider.callback())
  return {
    issuer,
    // What stands in PROVIDERS for it.
    listed: { id: 'real', name: 'Real', issuer, clientId: client.client_id, clientSecret: client.client_secret },
    signIn: (asked: URL, name: string) => signInThere(asked, name, callback),
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}

// A person who signs in there, allows what is asked, and is sent back to us.
async function signInThere(asked: URL, name: string, callback: string): Promise<URL> {
  const jar = new Map<string, string>()
  let next = { url: asked, form: undefined as URLSearchParams | undefined }
  for (let step = 0; step < 12; step++) {
    const answer = await fetch(next.url, {
      redirect: 'manual',
      headers: { Cookie: [...jar].map(([key, value]) => `${key}=${value}`).join('; ') },
      ...(next.form && { method: 'POST', body: next.form }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [key = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      jar.set(key, value)
    }
    const location = answer.headers.get('Location')
    if (location?.startsWith(callback)) return new URL(location)
    next = location ? { url: new URL(location, next.url), form: undefined } : await filled(answer, next.url, name)
  }
  throw new Error('The provider did not send anybody back.')
}

async function filled(answer: Response, url: URL, name: string) {
  const page = await answer.text()
  const action = /action="([^"]+)"/.exec(page)?.[1]
  if (!action) throw new Error(page)
  const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? ''
  return { url: new URL(action, url), form: new URLSearchParams({ prompt, login: name, password: 'any' }) }
}
