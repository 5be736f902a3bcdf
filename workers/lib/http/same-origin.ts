import { forbidden } from '../errors.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

export function refuseForeignSites(request: Request, origin: string) {
  if (SAFE.has(request.method) || isProgram(request) || comesFromOurPages(request, origin)) return
  throw forbidden('csrf', 'This request did not come from our own pages, so nothing was changed.')
}

// A program with a token of its own brings no cookies that another site could misuse.
const isProgram = ({ headers }: Request) => headers.has('Authorization') && !headers.has('Cookie')

// Browsers state the site they send from; a program that states neither is no browser with our cookies, and is refused as well.
function comesFromOurPages(request: Request, ours: string) {
  const site = request.headers.get('Sec-Fetch-Site')
  const origin = request.headers.get('Origin')
  if (site !== null && site !== 'same-origin') return false
  return origin === null ? site === 'same-origin' : origin === ours
}
