import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'

export type Secrets = ReturnType<typeof newSecrets>

// What production keeps with `wrangler secret put`.
export const newSecrets = () => ({
  LINK_SECRET: randomBytes(32).toString('base64url'),
  SIGNING_KEYS: JSON.stringify([newKey()]),
  PUSH_KEY: JSON.stringify(newKey()),
  PROVIDERS: '[]',
  DEMO_PASSWORD: newDemoPassword(),
})

// Made once and kept, so that links in yesterday's mails and yesterday's sign-ins still work today.
export async function ownSecrets(folder: string): Promise<Secrets> {
  const path = `${folder}/secrets.json`
  const kept = await readFile(path, 'utf8').then(JSON.parse, () => ({}))
  const secrets = { ...newSecrets(), ...kept }
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
