import { importJWK, SignJWT } from 'jose'

export type Receiver = { publicKey: string; secret: string }

const P256 = { name: 'ECDH', namedCurve: 'P-256' }
const RECORD_SIZE = 4096

// RFC 8291: only the browser that subscribed can read it; the push service in between cannot.
export async function sealed(payload: string, { publicKey, secret }: Receiver): Promise<Uint8Array<ArrayBuffer>> {
  const receiver = new Uint8Array(Buffer.from(publicKey, 'base64url'))
  const own = (await crypto.subtle.generateKey(P256, true, ['deriveBits'])) as CryptoKeyPair
  const sender = new Uint8Array((await crypto.subtle.exportKey('raw', own.publicKey)) as ArrayBuffer)
  const theirs = await crypto.subtle.importKey('raw', receiver, P256, false, [])
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs } as never, own.privateKey, 256)
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const keyInfo = Buffer.concat([Buffer.from('WebPush: info\0'), receiver, sender])
  const material = await derived(shared, Buffer.from(secret, 'base64url'), keyInfo, 32)
  const key = await derived(material, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = await derived(material, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  return new Uint8Array(
    Buffer.concat([headerOf(salt, sender), await encrypted(key, nonce, Buffer.from(`${payload}\x02`))]),
  )
}

// RFC 8292: tells the push service whose message it is. It holds for a while and for this service only.
export async function vapid(jwk: string, audience: string, contact: string, now: Date): Promise<string> {
  const own = JSON.parse(jwk)
  const token = await new SignJWT()
    .setProtectedHeader({ typ: 'JWT', alg: 'ES256' })
    .setAudience(audience)
    .setSubject(contact)
    .setExpirationTime(Math.floor(now.getTime() / 1000) + 12 * 60 * 60)
    .sign(await importJWK(own, 'ES256'))
  return `vapid t=${token}, k=${publicKeyOf(jwk)}`
}

// What a browser needs to know of our key before it lets us push.
export function publicKeyOf(jwk: string): string {
  const { x, y } = JSON.parse(jwk)
  return Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]).toString(
    'base64url',
  )
}

// RFC 8188: salt, size of a record, and the key of whoever sealed it.
function headerOf(salt: Uint8Array, sender: Uint8Array): Buffer {
  const sizes = Buffer.alloc(5)
  sizes.writeUInt32BE(RECORD_SIZE)
  sizes.writeUInt8(sender.length, 4)
  return Buffer.concat([salt, sizes, sender])
}

async function derived(
  secret: BufferSource,
  salt: BufferSource,
  info: BufferSource,
  bytes: number,
): Promise<ArrayBuffer> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  return crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, key, bytes * 8)
}

async function encrypted(key: ArrayBuffer, iv: ArrayBuffer, plain: BufferSource): Promise<Buffer> {
  const aes = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt'])
  return Buffer.from(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, aes, plain))
}
