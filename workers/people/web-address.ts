import { z } from 'zod'

const LONGEST = 500

// Where a link on a profile may lead: a page on the open web, or one of this house such as /works/a-blue-bowl. We never
// fetch it.
export const WebAddress = z
  .string()
  .trim()
  .max(LONGEST, 'This address is too long.')
  .transform((text, context) => {
    const address = ownAddress(text) ?? webAddress(text)
    if (address) return address
    context.addIssue({
      code: 'custom',
      message:
        'Write an address on the web, such as https://example.org/my-work, or one of this house, such as /works.',
    })
    return z.NEVER
  })

export const OptionalWebAddress = z.union([z.literal('').transform(() => null), z.null(), WebAddress])

const STARTS_WITH_A_HOST = /^[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}(?::\d{1,5})?(?:[/?#]|$)/u
const INSIDE = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|test|invalid|onion|arpa)$/

const HERE = 'https://here.invalid'

// Whatever a browser makes of it, it stays in this house: neither //evil.test nor /\\evil.test nor /.//evil.test does.
export function ownAddress(text: string): string | undefined {
  const url = /^\/(?![/\\])/.test(text) ? URL.parse(text, HERE) : null
  if (url?.origin !== HERE || url.pathname.startsWith('//')) return undefined
  const address = url.href.slice(HERE.length)
  return address.length <= LONGEST ? address : undefined
}

export function webAddress(text: string): string | undefined {
  const url = URL.parse(STARTS_WITH_A_HOST.test(text) ? `https://${text}` : text)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return undefined
  const host = url.hostname.replace(/\.$/, '').toLowerCase()
  const isName = host.includes('.') && /\.(?:xn--[a-z0-9-]+|[a-z]{2,63})$/.test(host)
  return isName && !INSIDE.test(host) && url.href.length <= LONGEST ? url.href : undefined
}
