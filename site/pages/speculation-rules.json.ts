import type { APIRoute } from 'astro'
import { leadsSomewhere } from '../layouts/navigation.ts'

const SAFE = ['/', '/works', '/works/*', '/skills', '/skills/*', '/organisers']

export const GET: APIRoute = ({ locals }) =>
  new Response(
    JSON.stringify({
      prefetch: [
        {
          where: {
            or: SAFE.filter((path) => leadsSomewhere(locals.house, path.replace('/*', ''))).map((path) => ({
              href_matches: path,
            })),
          },
          eagerness: 'moderate',
        },
      ],
    }),
    { headers: { 'Content-Type': 'application/speculationrules+json', 'Cache-Control': 'public, max-age=3600' } },
  )
