import type { Site } from '#site/portfolio/page.ts'

// PORTFOLIO_ORIGIN moves all sites to another host; SITE_DOMAINS gives some of them a domain of their own:
// "anna.example=anna, bowls.example=bo".
type Config = Pick<Env, 'ORIGIN'> & Partial<Pick<Env, 'PORTFOLIO_ORIGIN' | 'SITE_DOMAINS'>>

// Where a member's site is.
export function addressOf(env: Config, handle: string): string {
  const domain = domainsOf(env).byHandle.get(handle.toLowerCase())
  return domain ? `${new URL(env.ORIGIN).protocol}//${domain}` : `${sitesAt(env)}/@${handle}`
}

// By handle, the addresses of those who have a domain of their own.
export const ownAddresses = (env: Config): Record<string, string> =>
  Object.fromEntries([...domainsOf(env).byHandle.keys()].map((handle) => [handle, addressOf(env, handle)]))

export const houseOf = ({ ORIGIN }: Config, { houseName }: { houseName: string }): Site['house'] => ({
  name: houseName,
  url: ORIGIN,
})

export const sitesAt = ({ ORIGIN, PORTFOLIO_ORIGIN }: Config) => PORTFOLIO_ORIGIN || ORIGIN

// What a host shows: the site of one member, sites and nothing else, or the house.
export type Host = { of: string } | 'sites' | 'house'

export function hostOf(env: Config, host: string): Host {
  if (!env.PORTFOLIO_ORIGIN && !env.SITE_DOMAINS) return 'house'
  const asked = host.toLowerCase().replace(/\.(?=$|:)/, '')
  const handle = domainsOf(env).byHost.get(asked)
  if (handle) return { of: handle }
  return asked === new URL(sitesAt(env)).host && asked !== new URL(env.ORIGIN).host ? 'sites' : 'house'
}

type Domains = { byHost: Map<string, string>; byHandle: Map<string, string> }

const NONE: Domains = { byHost: new Map(), byHandle: new Map() }
const known = new Map<string, Domains>()

function domainsOf({ SITE_DOMAINS }: Config): Domains {
  if (!SITE_DOMAINS) return NONE
  const found = known.get(SITE_DOMAINS) ?? read(SITE_DOMAINS)
  known.set(SITE_DOMAINS, found)
  return found
}

function read(written: string): Domains {
  const pairs = [...written.toLowerCase().matchAll(/([^\s,=]+)\s*=\s*@?([a-z0-9-]+)/g)].map(
    ([, host = '', handle = '']) => [host, handle] as const,
  )
  return { byHost: new Map(pairs), byHandle: new Map(pairs.map(([host, handle]) => [handle, host])) }
}
