import { readFile } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { gzipped } from './size.ts'

export type Visit = { page: number; styles: number; scripts: number; fonts: number; total: number }

// What a first visit carries over the wire, pictures aside. Fonts count when the page asks for them before anything else.
export async function firstVisit(folder: string, url: string): Promise<Visit> {
  const html = await (await fetch(url)).text()
  const tags = [...html.matchAll(/<(?:link|script)\b[^>]*>/g)].map(([tag]) => tag)
  const styles = addresses(tags, /rel="?stylesheet/, 'href')
  const fonts = addresses(tags, /as="?font/, 'href')
  const scripts = await withImports(folder, addresses(tags, /^<script/, 'src'))
  const carried = {
    page: gzipped(html),
    styles: await weigh(folder, styles),
    scripts: await weigh(folder, scripts),
    fonts: await weigh(folder, fonts),
  }
  return { ...carried, total: carried.page + carried.styles + carried.scripts + carried.fonts }
}

const addresses = (tags: string[], kind: RegExp, name: string) =>
  tags.filter((tag) => kind.test(tag)).flatMap((tag) => new RegExp(`${name}="?([^"\\s>]+)`).exec(tag)?.[1] ?? [])

async function withImports(folder: string, paths: string[], found = new Set<string>()): Promise<string[]> {
  for (const path of paths) {
    if (found.has(path)) continue
    found.add(path)
    const text = await readFile(join(folder, 'client', path), 'utf8')
    const near = [...text.matchAll(/(?:import|from)\s*["'](\.[^"']+)["']/g)].map(([, name = '']) => name)
    await withImports(
      folder,
      near.map((name) => normalize(join(dirname(path), name))),
      found,
    )
  }
  return [...found]
}

async function weigh(folder: string, paths: string[]): Promise<number> {
  const files = await Promise.all([...new Set(paths)].map((path) => readFile(join(folder, 'client', path))))
  return files.reduce((sum, file, at) => sum + (paths[at]?.endsWith('.woff2') ? file.length : gzipped(file)), 0)
}
