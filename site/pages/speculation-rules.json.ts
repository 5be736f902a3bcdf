import type { APIRoute } from 'astro'

const SAFE = ['/', '/works', '/works/*', '/skills', '/skills/*', '/organisers']

export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      prefetch: [{ where: { or: SAFE.map((path) => ({ href_matches: path })) }, eagerness: 'moderate' }],
    }),
    { headers: { 'Content-Type': 'application/speculationrules+json', 'Cache-Control': 'public, max-age=3600' } },
  )
