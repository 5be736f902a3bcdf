import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Content } from '#site/portfolio/content.ts'

export type HugoTimes = { memory: number; disk: number }

// The same pages with the same words, made by Hugo; none where it is not installed.
export async function hugoTimes(folder: string, sites: Content[]): Promise<HugoTimes | undefined> {
  const source = join(folder, 'hugo')
  await mkdir(join(source, 'layouts/_default'), { recursive: true })
  await writeFile(join(source, 'config.toml'), config)
  for (const [name, main] of Object.entries(layouts))
    await writeFile(join(source, `layouts/_default/${name}.html`), page(main))
  for (const site of sites) await bring(source, site)
  const run = async (...options: string[]) => {
    const start = performance.now()
    await promisify(execFile)('hugo', ['--quiet', '-s', source, ...options])
    return performance.now() - start
  }
  try {
    return { memory: await run('--renderToMemory'), disk: await run('-d', join(folder, 'hugo-made')) }
  } catch (error) {
    console.log(`Hugo is left out: ${error instanceof Error ? error.message.split('\n')[0] : error}`)
    return undefined
  }
}

const config = `baseURL = "https://guildhall.example/"
title = "Sites"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404", "home", "section"]
`

const PAGES = ['home', 'work', 'piece', 'gallery', 'about'] as const

async function bring(source: string, { handle, name, craft, story, works: [work] }: Content) {
  const at = join(source, 'content', handle)
  await mkdir(at, { recursive: true })
  for (const layout of PAGES) {
    const facts = {
      title: layout,
      layout,
      url: `/${handle}/${layout}/`,
      handle,
      name,
      craft,
      work: work?.title,
      medium: work?.medium,
    }
    await writeFile(join(at, `${layout}.md`), `${JSON.stringify(facts)}\n${layout === 'piece' ? work?.story : story}\n`)
  }
}

const page = (main: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} · {{ .Params.name }}</title>
<meta name="description" content="{{ .Summary | plainify | truncate 150 }}">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="/style.css">
<link rel="canonical" href="{{ .Permalink }}">
<meta property="og:type" content="website">
<meta property="og:title" content="{{ .Title }}">
<meta property="og:url" content="{{ .Permalink }}">
<meta name="robots" content="noai, noimageai">
</head>
<body>
<a class="skip" href="#main">Skip to what is here</a>
<header><p><a href="/{{ .Params.handle }}/home/">{{ .Params.name }}</a></p><p>{{ .Params.craft }}</p>
<nav>{{ $handle := .Params.handle }}{{ range slice "work" "gallery" "about" }}<a href="/{{ $handle }}/{{ . }}/">{{ . }}</a>{{ end }}</nav></header>
<main id="main">${main}</main>
<footer><p>© {{ .Params.name }}</p></footer>
</body>
</html>
`

const picture = '<img src="/bowl.svg" alt="A bowl on a pale table." width="1200" height="900">'

const layouts: Record<(typeof PAGES)[number], string> = {
  home: `<h1>{{ .Params.name }}</h1><article><h2>{{ .Params.work }}</h2>${picture}</article>`,
  work: `<h1>Work</h1><article><h2><a href="../piece/">{{ .Params.work }}</a></h2><p>{{ .Params.medium }}</p>${picture}</article>`,
  piece: `<h1>{{ .Params.work }}</h1>${picture}<p>{{ .Params.medium }}</p>{{ .Content }}`,
  gallery: `<h1>Gallery</h1><a href="../piece/">${picture}</a>`,
  about: '<h1>About</h1>{{ .Content }}',
}
