import { X509Certificate } from 'node:crypto'
import { badRequest } from '../../../lib/errors.ts'
import { type Fetch, mayUseSandbox } from '../payments.ts'
import { PaymentUnsure } from '../refusals.ts'

const KEPT = 8
const LARGEST = 32 * 1024
const PATH = /^\/v1\/notifications\/certs\/CERT-[A-Za-z0-9-]{1,100}$/

type Known = { key: CryptoKey; from: Date; to: Date }
const known = new Map<string, Known>()

// The sender says where the certificate lies, so only PayPal's own place for them is ever asked.
export async function signingKey(env: Env, address: string, outside: Fetch, now: Date): Promise<CryptoKey> {
  if (!isTheirs(env, address))
    throw badRequest('bad_signature', 'This certificate does not lie where PayPal keeps them.')
  const certificate = known.get(address) ?? (await fetched(address, outside))
  if (now < certificate.from || now > certificate.to)
    throw badRequest('bad_signature', 'This certificate is not valid today.')
  return certificate.key
}

function isTheirs(env: Env, address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || url.href !== address || !PATH.test(url.pathname) || url.search || url.hash) return false
  return placesOf(env).includes(url.origin)
}

function placesOf(env: Env): string[] {
  const base = new URL(env.PAYPAL_API_BASE)
  if (base.hostname === 'api-m.paypal.com') return ['https://api.paypal.com', 'https://api-m.paypal.com']
  if (base.hostname === 'api-m.sandbox.paypal.com')
    return ['https://api.sandbox.paypal.com', 'https://api-m.sandbox.paypal.com']
  return mayUseSandbox(env) ? [base.origin] : []
}

async function fetched(address: string, outside: Fetch): Promise<Known> {
  const signal = AbortSignal.timeout(5000)
  const answer = await outside(address, { redirect: 'manual', signal }).catch((error) => {
    throw new PaymentUnsure(error)
  })
  if (answer.status >= 500) throw new PaymentUnsure(new Error(`PayPal gives no certificate: ${answer.status}`))
  if (!answer.ok) throw badRequest('bad_signature', 'There is no such certificate.')
  const certificate = await read((await answer.text()).slice(0, LARGEST))
  if (known.size >= KEPT) known.clear()
  known.set(address, certificate)
  return certificate
}

async function read(pem: string): Promise<Known> {
  try {
    const certificate = new X509Certificate(pem)
    const spki = certificate.publicKey.export({ type: 'spki', format: 'der' })
    const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
    const key = await crypto.subtle.importKey('spki', new Uint8Array(spki), rsa, false, ['verify'])
    return { key, from: new Date(certificate.validFrom), to: new Date(certificate.validTo) }
  } catch {
    throw badRequest('bad_signature', 'This certificate cannot be read.')
  }
}
