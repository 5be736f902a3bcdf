import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'

export type Secrets = ReturnType<typeof newSecrets> & ReturnType<typeof newSandboxKeys>

// What production keeps with `wrangler secret put`.
export const newSecrets = () => ({
  LINK_SECRET: randomBytes(32).toString('base64url'),
  SIGNING_KEYS: JSON.stringify([newKey()]),
  PUSH_KEY: JSON.stringify(newKey()),
  PROVIDERS: '[]',
  STRIPE_SECRET_KEY: 'none',
  STRIPE_WEBHOOK_SECRETS: 'none',
  PAYPAL_CLIENT_ID: 'none',
  PAYPAL_CLIENT_SECRET: 'none',
  PAYPAL_WEBHOOK_IDS: 'none',
  DEMO_PASSWORD: newDemoPassword(),
})

// What Stripe and PayPal would hand out. The sandbox on this laptop knows the same ones.
export const newSandboxKeys = () => ({
  STRIPE_SECRET_KEY: `sk_test_${randomBytes(24).toString('hex')}`,
  STRIPE_WEBHOOK_SECRETS: `whsec_${randomBytes(24).toString('hex')}`,
  PAYPAL_CLIENT_ID: randomBytes(24).toString('hex'),
  PAYPAL_CLIENT_SECRET: randomBytes(24).toString('hex'),
  PAYPAL_WEBHOOK_IDS: randomBytes(9).toString('hex').toUpperCase(),
})

// Made once and kept, so that links in yesterday's mails and yesterday's sign-ins still work today.
export async function ownSecrets(folder: string): Promise<Secrets> {
  const path = `${folder}/secrets.json`
  const kept = await readFile(path, 'utf8').then(JSON.parse, () => ({}))
  const secrets = { ...newSecrets(), ...newSandboxKeys(), ...kept }
  await writeFile(path, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  return secrets
}

function newKey() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'ES256' }
}

const WORDS = 'kiln loom reed anvil lathe quill easel chisel bobbin mallet spindle trowel'.split(' ')

// Nobody's password is the same as in another house.
function newDemoPassword() {
  const word = () => WORDS[randomBytes(1).readUInt8() % WORDS.length]
  return `${word()}-${word()}-${word()}-${randomBytes(2).readUInt16BE()}`
}
