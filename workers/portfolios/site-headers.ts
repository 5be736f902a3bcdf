// Members' sites share our origin, so nothing on them may run, whatever they answer: see decisions/0023.
export const SITE_HEADERS: Record<string, string> = {
  'Content-Security-Policy':
    "sandbox allow-downloads; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  // Without an origin of its own, a page asks for its own files as a stranger.
  'Cross-Origin-Resource-Policy': 'cross-origin',
}
