// Every page a visitor can reach, one of each kind.
export const PAGES = [
  '/',
  '/works',
  '/works?category=music',
  '/works?maker=nobody-at-all',
  '/works/{work}',
  '/skills',
  '/skills?q=pyton',
  '/skills?q=zzzzzz',
  '/skills/linocut',
  '/members',
  '/members?q=weaver&language=en',
  '/members?q=zzzzzz',
  '/members/rosa',
  '/mentors',
  '/mentors?category=crafts&open=yes',
  '/organisers',
  '/search?q=lino',
  '/newsletter',
  '/newsletter/check-your-mail',
  '/newsletter/confirm?token=cut-off',
  '/newsletter/leave?token=cut-off',
  '/sign-in',
  '/join',
  '/join/check-your-mail',
  '/password-reset',
  '/password-reset/check-your-mail',
  '/password-reset/done',
  '/api/docs',
  '/offline',
  '/dev/ui',
]

export const MISSING = [
  '/nowhere',
  '/works/never-made',
  '/skills/never-learned',
  '/members/nobody-at-all',
  '/account/x.css',
  '/sitemap/constructor.xml',
]

// The seed may change; the newest work is always there.
export async function realAddress(site: string, path: string): Promise<string> {
  if (!path.includes('{work}')) return path
  const { works }: { works: { slug: string }[] } = await (await fetch(`${site}/api/works`)).json()
  return path.replace('{work}', works[0]?.slug ?? '')
}
