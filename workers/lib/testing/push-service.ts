import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { compactVerify, importJWK } from 'jose'
import type { Outside } from '../outside.ts'

export type Pushed = { path: string; headers: Record<string, string | string[] | undefined>; body: Buffer }

// A push service on this machine that keeps what it gets; to the house it looks like one of the big ones.
export async function aPushService() {
  const got: Pushed[] = []
  const answers = new Map<string, number>()
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece)
    const path = request.url ?? ''
    const status = answers.get(path) ?? 201
    if (status < 300) got.push({ path, headers: request.headers, body: Buffer.concat(pieces) })
    response.writeHead(status, status === 302 ? { Location: 'http://127.0.0.1/' } : {}).end()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const outside: Outside = {
    addressesOf: async () => ['142.250.184.10'],
    fetch: (request) => fetch(new URL(new URL(request.url).pathname, `http://127.0.0.1:${port}`), request),
  }
  return { got, answers, outside, close: () => server.close() }
}

// A browser that subscribed: it alone can read what is pushed to it.
export function aBrowser(path: string) {
  const keys = createECDH('prime256v1')
  keys.generateKeys()
  const secret = randomBytes(16)
  return {
    subscription: {
      endpoint: `https://fcm.googleapis.com${path}`,
      publicKey: keys.getPublicKey('base64url'),
      secret: secret.toString('base64url'),
    },
    read: ({ body }: Pushed) => JSON.parse(unsealed(keys, secret, body)),
  }
}

type Keys = ReturnType<typeof createECDH>

// RFC 8291 and RFC 8188
export function unsealed(keys: Keys, secret: Buffer, body: Buffer): string {
  const salt = body.subarray(0, 16)
  const sender = body.subarray(21, 21 + body.readUInt8(20))
  const shared = keys.computeSecret(sender)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender])
  const ikm = Buffer.from(hkdfSync('sha256', shared, secret, info, 32))
  const derive = (what: string, length: number) =>
    Buffer.from(hkdfSync('sha256', ikm, salt, Buffer.from(`Content-Encoding: ${what}\0`), length))
  const plain = open(derive('aes128gcm', 16), derive('nonce', 12), body.subarray(21 + sender.length))
  return plain.subarray(0, plain.lastIndexOf(2)).toString()
}

function open(key: Buffer, nonce: Buffer, sealed: Buffer) {
  const decipher = createDecipheriv('aes-128-gcm', key, nonce)
  decipher.setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
}

// Who sent it, as the push service would check (RFC 8292).
export async function senderOf({ headers }: Pushed, pushKey: string) {
  const [, token = ''] = /t=([\w.-]+)|WebPush ([\w.-]+)/.exec(String(headers.authorization)) ?? []
  const { d: _, ...publicKey } = JSON.parse(pushKey)
  const { payload } = await compactVerify(token, await importJWK(publicKey, 'ES256'))
  return JSON.parse(Buffer.from(payload).toString())
}
