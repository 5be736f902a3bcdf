import type { APIRoute } from 'astro'

export const GET: APIRoute = ({ locals }) =>
  new Response(
    [
      'User-agent: *',
      ...(locals.environment === 'production'
        ? ['Disallow: /api/', 'Allow: /api/docs', 'Disallow: /newsletter/']
        : ['Disallow: /']),
      '',
      `Sitemap: ${locals.origin}/sitemap.xml`,
      '',
    ].join('\n'),
    { headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' } },
  )
