import { z } from 'zod'

const GITHUB = 'https://github.com'

const Given = z
  .object({
    id: z.string().regex(/^[a-z0-9-]{1,30}$/),
    name: z.string().min(1).max(40),
    kind: z.enum(['openid', 'github']).default('openid'),
    issuer: z.url().optional(),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
    scopes: z.string().optional(),
  })
  .transform(({ issuer, ...given }, check) => {
    const known = issuer ?? (given.kind === 'github' ? GITHUB : undefined)
    if (!known) check.addIssue({ code: 'custom', path: ['issuer'], message: 'A provider needs an issuer.' })
    return { ...given, issuer: known ?? '' }
  })

export type Provider = z.output<typeof Given>
type Place = Pick<Env, 'ENVIRONMENT'>

export type Listed = { usable: Provider[]; faults: string[] }

// What the secret PROVIDERS lists. A mistake in one entry closes this entry and no other; the faults name it without
// telling anything of what is secret.
export function readListed(secret: string, place: Place): Listed {
  const entries = listIn(secret)
  if (!entries) return { usable: [], faults: ['PROVIDERS is not a JSON list.'] }
  const usable: Provider[] = []
  const faults: string[] = []
  for (const [n, entry] of entries.entries()) {
    const read = Given.safeParse(entry)
    const why = read.success ? whyNot(read.data, usable, place) : wrongWith(read.error)
    if (read.success && !why) usable.push(read.data)
    else faults.push(`Entry ${n + 1} of PROVIDERS${called(entry)} cannot be used: ${why}`)
  }
  return { usable, faults }
}

export const isOnThisMachine = ({ ENVIRONMENT }: Place, issuer: string) =>
  ENVIRONMENT === 'local' && /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/|$)/.test(issuer)

function listIn(secret: string): unknown[] | undefined {
  try {
    return z.array(z.unknown()).safeParse(JSON.parse(secret || '[]')).data
  } catch {
    return undefined
  }
}

function whyNot({ id, issuer }: Provider, before: Provider[], place: Place) {
  if (!issuer.startsWith('https://') && !isOnThisMachine(place, issuer))
    return 'its issuer does not begin with https://.'
  return before.some((provider) => provider.id === id) && 'another entry before it has the same id.'
}

const wrongWith = ({ issues }: z.ZodError) =>
  issues.map(({ path, message }) => (path.length > 0 ? `${message} (${path.join('.')})` : message)).join('; ')

function called(entry: unknown) {
  const { id } = Object(entry) as { id?: unknown }
  return typeof id === 'string' ? ` (${JSON.stringify(id.slice(0, 30))})` : ''
}
