import { addressOf, type Host } from './addresses.ts'

// Which page of whose site is asked for.
export function askedFor({ pathname }: URL, host: Host): { handle: string; path: string } {
  const plain = decodeURIComponent(pathname)
  const [, written = '', rest = ''] =
    typeof host === 'object' ? ['', host.of, ownPath(plain, host.of)] : (/^\/@([^/]+)\/?(.*)$/.exec(plain) ?? [])
  return { handle: written.toLowerCase(), path: rest.replace(/(^|\/)index\.html$/, '').replace(/\/+$/, '') }
}

// On a domain of its own, a site was perhaps known by its address here.
const ownPath = (path: string, handle: string) =>
  path === `/@${handle}` || path.startsWith(`/@${handle}/`) ? path.slice(handle.length + 3) : path.slice(1)

export type Address = { origin: string; pathname: string }

export function wholeAddress(env: Env, handle: string, path: string): Address {
  const site = addressOf(env, encodeURIComponent(handle))
  const end = site.indexOf('/', 'https://'.length)
  const [origin, base] = end < 0 ? [site, ''] : [site.slice(0, end), site.slice(end)]
  return { origin, pathname: base + (path && `/${path.split('/').map(encoded).join('/')}`) || '/' }
}

// The house may be known by other names, such as that of a machine; a host for sites has just one.
export const isAt = (url: URL, host: Host, { origin, pathname }: Address, { ORIGIN }: Env) =>
  url.pathname === pathname && (host === 'house' ? origin === ORIGIN : origin.endsWith(`//${url.host}`))

const encoded = (step: string) => encodeURIComponent(step).replaceAll('%40', '@')
