const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

export const indexOf = (addresses: string[]) =>
  asXml(
    `<sitemapindex ${SCHEMA}>${addresses.map((address) => `<sitemap><loc>${safe(address)}</loc></sitemap>`).join('')}</sitemapindex>`,
  )

export const listOf = (addresses: string[]) =>
  asXml(`<urlset ${SCHEMA}>${addresses.map((address) => `<url><loc>${safe(address)}</loc></url>`).join('')}</urlset>`)

const safe = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const asXml = (body: string) =>
  new Response(HEAD + body, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
