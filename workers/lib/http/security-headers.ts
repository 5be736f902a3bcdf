import { islandScripts, islandStyles } from '#site/layouts/island-policy.ts'

export const SECURITY_HEADERS: Record<string, string> = {
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()',
}

// A page on which one may speak instead of write; it asks for this itself.
export const WHERE_ONE_SPEAKS =
  SECURITY_HEADERS['Permissions-Policy']?.replace('microphone=()', 'microphone=(self)') ?? ''

// Our pages bring every script and style as a file of their own; inline, only Astro's own island loader is allowed.
export const PAGE_POLICY = [
  "default-src 'none'",
  `script-src 'self' ${islandScripts}`,
  `style-src 'self' ${islandStyles}`,
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "media-src 'self' blob:",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const API_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

export function secure(headers: Headers, environment: string) {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) if (!headers.has(name)) headers.set(name, value)
  // The development server puts scripts into the page that reload it.
  if (!headers.has('Content-Security-Policy') && environment !== 'development')
    headers.set('Content-Security-Policy', isPage(headers) ? PAGE_POLICY : API_POLICY)
}

const isPage = (headers: Headers) => headers.get('Content-Type')?.startsWith('text/html') ?? false
