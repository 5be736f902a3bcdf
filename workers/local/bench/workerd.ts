import { type ChildProcess, spawn } from 'node:child_process'
import { cp, glob, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '#db/local/server-process.ts'
import './sites/styles-as-text.ts'

const BUILT = 'dist/server'
const STAND_INS = resolve('workers/local/bench/stand-ins')

export const workerdBinary: string = createRequire(import.meta.url)('workerd').default

export type Workerd = { pid: number; url: string; stop(): void }

// The built Worker as it was when the benchmark began: a build meanwhile must not change what is measured.
export async function keepBuild(folder: string) {
  await cp(BUILT, join(folder, 'server'), { recursive: true, filter: (path) => !path.endsWith('.map') })
  await cp('dist/client', join(folder, 'client'), { recursive: true })
  await cp('node_modules/hono/dist', join(folder, 'hono/hono'), { recursive: true })
  await cp(STAND_INS, join(folder, 'stand-ins'), { recursive: true })
  await cp(join(STAND_INS, 'bare-hono.js'), join(folder, 'hono/bare-hono.js'))
  const { storedSite } = await import('./sites/stored.ts')
  await writeFile(join(folder, 'stand-ins/stored.js'), `export default ${JSON.stringify(storedSite().stored)}`)
}

export async function startGuildhall(folder: string, vars: Record<string, string>, first = '/api/skills') {
  const built = JSON.parse(await readFile(join(folder, 'server/wrangler.json'), 'utf8'))
  const port = await freePort()
  const own = { ...built.vars, ORIGIN: `http://127.0.0.1:${port}`, ...vars }
  const texts = Object.entries<string>(own).map(([name, text]) => `(name=${q(name)}, text=${q(text)})`)
  const modules = await modulesIn(folder, 'server', 'entry.mjs', '**/*.mjs')
  const main = `${worker(modules, [...texts, ...CLOUD], built.compatibility_flags, built.compatibility_date)}, cacheApiOutbound="cache"`
  return start(folder, port, main, first)
}

export const startBareFetch = async (folder: string) =>
  start(folder, await freePort(), worker(await modulesIn(folder, 'stand-ins', 'bare-fetch.js')))

export const startBarePage = async (folder: string) =>
  start(folder, await freePort(), worker(await modulesIn(folder, 'stand-ins', 'bare-page.js', 'stored.js')))

export const startBareHono = async (folder: string) =>
  start(folder, await freePort(), worker(await modulesIn(folder, 'hono', 'bare-hono.js', 'hono/**/*.js')))

const q = (text: string) => JSON.stringify(text)

// The cloud's own services answer at once, so that only our work is measured.
const CLOUD = [
  ...['READING', 'WRITING'].map((name) => `(name=${q(name)}, wrapped=(moduleName="bench:always-yes"))`),
  '(name="JOBS", queue="cloud")',
  '(name="MEDIA", r2Bucket="cloud")',
  '(name="EMAIL", service="cloud")',
  '(name="ASSETS", service="cloud")',
]

const worker = (modules: string[], bindings: string[] = [], flags: string[] = [], date = '2026-10-01') =>
  `modules=[${modules.join(', ')}], bindings=[${bindings.join(', ')}], compatibilityFlags=[${flags.map(q).join(', ')}], globalOutbound="internet", compatibilityDate=${q(date)}`

async function modulesIn(folder: string, root: string, first: string, pattern = first): Promise<string[]> {
  const names = [first]
  for await (const name of glob(pattern, { cwd: join(folder, root) })) if (name !== first) names.push(name)
  return names.map((name) => `(name=${q(name)}, esModule=embed ${q(`${root}/${name}`)})`)
}

async function start(folder: string, port: number, main: string, first = '/'): Promise<Workerd> {
  const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name="main", worker=(${main})),
    (name="cloud", worker=(modules=[(name="cloud.js", esModule=embed "stand-ins/cloud.js"), (name="stored.js", esModule=embed "stand-ins/stored.js")], compatibilityDate="2026-10-01")),
    (name="cache", worker=(modules=[(name="cache.js", esModule=embed "stand-ins/cache.js")], compatibilityDate="2026-10-01")),
    (name="internet", network=(allow=["public", "private", "local"])),
  ],
  extensions = [(modules=[(name="bench:always-yes", internal=true, esModule=embed "stand-ins/always-yes.js")])],
  sockets = [(name="http", address="127.0.0.1:${port}", http=(), service="main")],
);
`
  const path = join(folder, `workerd-${port}.capnp`)
  await writeFile(path, config)
  const child = spawn(workerdBinary, ['serve', path], { stdio: ['ignore', 'ignore', 'pipe'] })
  const complaints: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk))
  running.add(child)
  const stop = () => {
    child.kill('SIGKILL')
    running.delete(child)
  }
  const url = `http://127.0.0.1:${port}`
  if (await answers(`${url}${first}`)) return { pid: child.pid ?? 0, url, stop }
  throw new Error(`workerd does not answer at ${url}:\n${Buffer.concat(complaints)}`)
}

const running = new Set<ChildProcess>()

process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

async function answers(url: string): Promise<boolean> {
  for (let attempt = 0; attempt < 1000; attempt++) {
    const answer = await fetch(url).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.ok) return true
    await wait(10)
  }
  return false
}
