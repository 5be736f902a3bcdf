import { z } from 'zod'
import { COPY_STATES } from '#db/schema/portfolios/copies.ts'

const LONGEST = 200
const PLEASE_CHECK = 'Please check this address: it should look like https://example.org or https://example.org/anna.'

// Where the site will be, without a slash at its end; nothing where that is not known yet.
const FutureAddress = z
  .string()
  .trim()
  .max(LONGEST, `Please keep it to ${LONGEST} characters.`)
  .default('')
  .refine((written) => written === '' || addressIn(written) !== undefined, PLEASE_CHECK)
  .transform((written) => addressIn(written) ?? null)

function addressIn(written: string): string | undefined {
  const address = /^https?:\/\//i.test(written) ? written : `https://${written}`
  if (!URL.canParse(address)) return undefined
  const { protocol, username, password, hostname, search, hash, href } = new URL(address)
  const isPlain = /^https?:$/.test(protocol) && /^[^.]+(\.[^.]+)+$/.test(hostname)
  if (href.length > 300) return undefined
  return isPlain && !username && !password && !search && !hash ? href.replace(/\/+$/, '') : undefined
}

export const NewCopy = z.strictObject({ address: FutureAddress })
export type NewCopy = z.output<typeof NewCopy>

export const SiteCopy = z.strictObject({
  state: z.enum([...COPY_STATES, 'none', 'failed']),
  address: z.string().nullable(),
  done: z.int(),
  total: z.int(),
  bytes: z.int().nullable(),
  askedAt: z.string().nullable(),
  expiresAt: z.string().nullable(),
})
export type SiteCopy = z.output<typeof SiteCopy>
