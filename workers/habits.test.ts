import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const SOURCES = globSync(['workers/**/*.{ts,mjs}', 'db/**/*.ts', 'site/**/*.{ts,tsx,astro}'], {
  exclude: ['**/*.test.ts', 'workers/local/**', 'db/local/**', 'db/seed/**', '**/testing/**', 'site/e2e/**'],
})

const BANNED: { what: string; looksLike: RegExp; onlyIn?: string[] }[] = [
  { what: 'a weak password hash', looksLike: /pbkdf2/i },
  {
    what: 'SQL that is not composed from parameters',
    looksLike: /sql\.raw|sql\.unsafe|\.unsafe\(/,
  },
  {
    what: 'HTML that is not escaped',
    looksLike: /dangerouslySetInnerHTML|set:html/,
    onlyIn: ['site/layouts/Page.astro', 'site/ui/Prose.astro'],
  },
  { what: 'chance where a secret or an id is meant', looksLike: /Math\.random/, onlyIn: ['workers/lib/transact.ts'] },
  { what: 'webhooks without an age', looksLike: /tolerance:\s*0/ },
  { what: 'answers for every site', looksLike: /origin:\s*['"]\*|Access-Control-Allow-Origin/i },
  { what: 'a connection pool of its own', looksLike: /new Pool\(/, onlyIn: ['db/index.ts'] },
  {
    what: 'the process instead of the context',
    looksLike: /process\.env/,
    onlyIn: ['db/app-role.ts', 'db/migrate-now.ts'],
  },
  {
    what: 'time that does not come from the context',
    looksLike: /Date\.now/,
    onlyIn: ['db/id.ts', 'workers/lib/http/edge-cache.ts', 'workers/open.ts'],
  },
  {
    what: 'a mail without the head of its community',
    looksLike: /\b(mail|EMAIL)\.send\(/,
    onlyIn: ['workers/lib/mail.ts', 'workers/notifications/mails.ts'],
  },
  { what: 'an inline event handler', looksLike: /<[a-z][^>]*\son[a-z]+="/ },
  { what: 'a type that says nothing', looksLike: /:\s*any\b|\bas any\b|@ts-ignore|@ts-expect-error/ },
]

describe('the habits of this house', () => {
  it.each(BANNED)('hold: nowhere is there $what', ({ looksLike, onlyIn = [] }) => {
    const found = SOURCES.filter((path) => looksLike.test(readFileSync(path, 'utf8')))
    expect(found.sort()).toEqual(onlyIn)
  })

  it('hold: what members write is only ever shown as HTML through the Markdown module', () => {
    const prose = readFileSync('site/ui/Prose.astro', 'utf8')
    expect(prose.match(/set:html=\{.*?\}/g)).toEqual(['set:html={markdown(text, under)}'])
    expect(prose).toContain("import { markdown } from '#workers/lib/markdown.ts'")
  })

  it('hold: no mail calls a community by the name of the software', () => {
    const letters = globSync('site/emails/*.ts')
    expect(letters.filter((path) => readFileSync(path, 'utf8').includes('Guildhall'))).toEqual([])
    expect(letters.length).toBeGreaterThan(10)
  })

  it('hold: what runs on a laptop only is never reached from the Worker', () => {
    const reaching = SOURCES.filter((path) => /from '[^']*\/(local|testing|e2e)\//.test(readFileSync(path, 'utf8')))
    expect(reaching).toEqual([])
  })
})
