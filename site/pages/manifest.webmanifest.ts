import type { APIRoute } from 'astro'
import { logoAt } from '#workers/settings/logo/inputs.ts'
import { NEW_HOUSE } from '#workers/settings/settings.ts'

// What a phone needs to keep the house among its apps.
export const GET: APIRoute = ({ locals }) => {
  const { name, tagline, logo } = locals.house ?? NEW_HOUSE
  return new Response(
    JSON.stringify({
      name,
      short_name: name.slice(0, 24),
      description: tagline,
      id: '/',
      start_url: '/home',
      scope: '/',
      display: 'standalone',
      background_color: '#fcfaf5',
      theme_color: '#fcfaf5',
      icons: logo ? iconsOf(logo) : OURS,
    }),
    { headers: { 'Content-Type': 'application/manifest+json', 'Cache-Control': 'public, max-age=300' } },
  )
}

const OURS = [
  { src: '/favicon.svg', type: 'image/svg+xml', sizes: 'any' },
  { src: '/icon-192.png', type: 'image/png', sizes: '192x192', purpose: 'any maskable' },
  { src: '/icon-512.png', type: 'image/png', sizes: '512x512', purpose: 'any maskable' },
]

// It reaches to its edges, so no phone may cut a circle out of it.
const iconsOf = (logo: string) =>
  ([192, 512] as const).map((side) => ({
    src: logoAt(logo, side),
    type: 'image/png',
    sizes: `${side}x${side}`,
    purpose: 'any',
  }))
