import { type KeyObject, sign } from 'node:crypto'
import { crc32 } from 'node:zlib'

export type Signer = { key: KeyObject; certificate: string; address: string; webhookId: string }

// As PayPal signs: the transmission, its time, the webhook it goes to, and a checksum of the very bytes.
export function signedByPaypal(signer: Signer, event: string, body: string, time = new Date().toISOString()) {
  const transmission = `sandbox-${event}`
  const text = [transmission, time, signer.webhookId, crc32(body)].join('|')
  return {
    'PayPal-Transmission-Id': transmission,
    'PayPal-Transmission-Time': time,
    'PayPal-Transmission-Sig': sign('sha256', Buffer.from(text), signer.key).toString('base64'),
    'PayPal-Cert-Url': signer.address,
    'PayPal-Auth-Algo': 'SHA256withRSA',
  }
}
