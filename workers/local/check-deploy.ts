import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { unstable_readConfig as readConfig } from 'wrangler'
import { readListed } from '#workers/accounts/providers/listed.ts'
import { build } from './build.ts'
import { bundleKilobytes } from './bundle.ts'

// Ours, and Cloudflare's.
const GOAL_KB = 700
const LIMIT_KB = 3000
const faults: string[] = []

for (const environment of ['staging', 'production']) {
  process.env.CLOUDFLARE_ENV = environment
  await build()
  execFileSync('wrangler', ['deploy', '--dry-run', '-c', 'dist/server/wrangler.json'], { stdio: 'pipe' })
  console.log(`${environment}: builds and passes wrangler's dry run`)
}

const kilobytes = bundleKilobytes()
console.log(`The Worker is ${kilobytes.toFixed(0)} KB compressed (limit ${LIMIT_KB}).`)
if (kilobytes > GOAL_KB) console.log(`That is more than our goal of ${GOAL_KB} KB.`)
if (kilobytes > LIMIT_KB) faults.push(`The Worker is larger than ${LIMIT_KB} KB.`)

const declared = { local: bindingsOf(), staging: bindingsOf('staging'), production: bindingsOf('production') }
const used = bindingsUsed()
for (const [environment, names] of Object.entries(declared)) {
  const missing = used.filter((name) => !names.includes(name))
  const idle = names.filter((name) => !used.includes(name))
  if (missing.length > 0) faults.push(`${environment}: used but not declared: ${missing.join(', ')}`)
  if (idle.length > 0) faults.push(`${environment}: declared but not used: ${idle.join(', ')}`)
}
console.log(`Bindings in use: ${used.join(', ')}`)

const leaks = globSync('dist/**/*').filter((path) => /\.(map|env|dev\.vars)$/.test(path))
if (leaks.length > 0) faults.push(`These must not be published: ${leaks.join(', ')}`)

const listed = process.env.PROVIDERS
if (listed === undefined) console.log('PROVIDERS is not read: give it in the environment, and each entry is looked at.')
else faults.push(...readListed(listed, { ENVIRONMENT: 'production' }).faults)

for (const fault of faults) console.error(fault)
console.log(faults.length === 0 ? 'Ready to deploy.' : 'Not ready.')
process.exit(faults.length === 0 ? 0 : 1)

type Declared = {
  vars: object
  secrets?: { required?: string[] }
  assets?: { binding?: string }
  images?: { binding?: string }
  r2_buckets: { binding: string }[]
  queues: { producers?: { binding: string }[] }
  send_email: { name: string }[]
  ratelimits?: { name: string }[]
}

function bindingsOf(env?: string): string[] {
  const config: Declared = readConfig({ config: 'wrangler.toml', ...(env && { env }) })
  return [
    ...Object.keys(config.vars),
    ...(config.secrets?.required ?? []),
    ...config.r2_buckets.map(({ binding }) => binding),
    ...(config.queues.producers ?? []).map(({ binding }) => binding),
    ...config.send_email.map(({ name }) => name),
    ...(config.ratelimits ?? []).map(({ name }) => name),
    ...(config.assets?.binding ? [config.assets.binding] : []),
    ...(config.images?.binding ? [config.images.binding] : []),
  ].sort()
}

// ASSETS is used by Astro's adapter, not by our own code.
function bindingsUsed(): string[] {
  const code = globSync(['workers/**/*.ts', 'site/**/*.{ts,astro}'], { exclude: ['workers/local/**', '**/*.test.ts'] })
  const names = code.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/\benv\.([A-Z][A-Z0-9_]+)/g)].map(([, name]) => name ?? ''),
  )
  return [...new Set([...names, 'ASSETS'])].sort()
}
