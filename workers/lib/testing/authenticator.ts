import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { ORIGIN } from './world.ts'

const FLAGS = { present: 1, verified: 4, withKey: 64 }

type Wish = { origin?: string; host?: string; userVerified?: boolean; counter?: number; type?: string }

export type Authenticator = ReturnType<typeof anAuthenticator>

// A security key made of software (ES256, no attestation), for tests without a browser.
export function anAuthenticator() {
  const id = randomBytes(32)
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = publicKey.export({ format: 'jwk' })
  const text = id.toString('base64url')

  const said = (type: string, challenge: string, { origin = ORIGIN, type: other = type }: Wish) =>
    Buffer.from(JSON.stringify({ type: other, challenge, origin, crossOrigin: false }))

  const data = ({ host = 'guildhall.test', userVerified = true, counter = 0 }: Wish, withKey: boolean) => {
    const flags = FLAGS.present | (userVerified ? FLAGS.verified : 0) | (withKey ? FLAGS.withKey : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    const head = [createHash('sha256').update(host).digest(), Buffer.from([flags]), count]
    return Buffer.concat(withKey ? [...head, Buffer.alloc(16), Buffer.from([0, id.length]), id, coseKey(jwk)] : head)
  }

  return {
    id: text,
    publicKey: new Uint8Array(coseKey(jwk)),
    make(challenge: string, wish: Wish = {}) {
      const authData = data(wish, true)
      const length = Buffer.alloc(2)
      length.writeUInt16BE(authData.length)
      // CBOR: { fmt: "none", attStmt: {}, authData: bytes }
      const attestation = [
        Buffer.from('\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59', 'latin1'),
        length,
        authData,
      ]
      return {
        id: text,
        clientDataJSON: said('webauthn.create', challenge, wish).toString('base64url'),
        attestationObject: Buffer.concat(attestation).toString('base64url'),
        transports: ['usb'],
      }
    },
    show(challenge: string, wish: Wish & { userHandle?: string } = {}) {
      const clientData = said('webauthn.get', challenge, wish)
      const authData = data(wish, false)
      const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()])
      return {
        id: text,
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
        userHandle: wish.userHandle ?? null,
      }
    },
  }
}

// COSE, as CBOR: { 1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y }
const coseKey = ({ x = '', y = '' }: { x?: string | undefined; y?: string | undefined }) =>
  Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ])
