import { globSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { resolve } from 'node:path'
import { convertV4MiniflareOptions, getDefaultDevRegistryPath, Log, LogLevel, Miniflare } from 'miniflare'
import { unstable_getMiniflareWorkerOptions as optionsFrom } from 'wrangler'

const BUILT = 'dist/server'

type Wish = {
  port?: number
  mailPort?: number
  vars: Record<string, string>
  folder?: string
  pace?: { reading: number; writing: number }
  retries?: number | undefined
  onLine?(line: string): void
}

type V4Options = Parameters<typeof convertV4MiniflareOptions>[0]

// The built Worker in workerd with the bindings wrangler.toml declares; only its mail goes to the mailbox on this laptop.
export async function startWorker({ port = 0, mailPort = 0, vars, folder, pace, retries, onLine = () => {} }: Wish) {
  const miniflare = new Miniflare({
    ...convertV4MiniflareOptions({
      host: '127.0.0.1',
      port,
      cf: false,
      log: new Log(LogLevel.ERROR),
      workers: [guildhall(vars, pace, retries), mailbox(mailPort)],
      // wrangler describes the same options with types of its own
    } as V4Options),
    ...(folder && { resourcePersistencePath: resolve(folder, 'v3') }),
    handleStructuredLogs: ({ message }) => onLine(message),
  })
  const url = await miniflare.ready
  const mailUrl = await miniflare.unsafeGetDirectURL('mailbox')
  const worker = await miniflare.getWorker('guildhall')
  return {
    url,
    mailUrl,
    fetch: (path: string, init?: RequestInit) => fetch(new URL(path, url), init),
    tick: (cron: string, at = new Date()) => worker.scheduled({ cron, scheduledTime: at }),
    media: () => miniflare.getR2Bucket('MEDIA', 'guildhall'),
    stop: () => miniflare.dispose(),
  }
}

// For the development server, which runs the Worker itself: only the mailbox, found through the registry both share.
export async function openMailbox(port: number, folder: string) {
  const miniflare = new Miniflare({
    ...convertV4MiniflareOptions({
      workers: [{ ...mailbox(port), r2Buckets: { LETTERS: 'guildhall-letters', MEDIA: 'guildhall-media' } }],
      unsafeDevRegistryPath: getDefaultDevRegistryPath(),
      log: new Log(LogLevel.ERROR),
    }),
    resourcePersistencePath: resolve(folder, 'v3'),
  })
  await miniflare.ready
  return { media: () => miniflare.getR2Bucket('MEDIA', 'mailbox'), stop: () => miniflare.dispose() }
}

function guildhall(vars: Wish['vars'], pace: Wish['pace'], retries: Wish['retries']) {
  const { workerOptions, main } = quietly(() => optionsFrom(`${BUILT}/wrangler.json`))
  const { modulesRules: _, email: __, ...options } = workerOptions
  const chunks = globSync(`${BUILT}/**/*.mjs`).map((path) => resolve(path))
  return {
    ...options,
    name: 'guildhall',
    rootPath: '.',
    modulesRoot: BUILT,
    modules: [main ?? '', ...chunks.filter((path) => path !== main)].map((path) => ({
      type: 'ESModule' as const,
      path,
    })),
    bindings: { ...(options.bindings as object), ...vars },
    serviceBindings: { EMAIL: { name: 'mailbox', entrypoint: 'Mailbox' } },
    ratelimits: pace
      ? { READING: fence('1001', pace.reading), WRITING: fence('1002', pace.writing) }
      : options.ratelimits,
    queueConsumers: retries === undefined ? options.queueConsumers : givingUpAfter(retries, options.queueConsumers),
  }
}

const givingUpAfter = (maxRetries: number, consumers: unknown) =>
  Object.fromEntries(
    Object.entries(consumers as Record<string, object>).map(([queue, consumer]) => [
      queue,
      'deadLetterQueue' in consumer ? { ...consumer, maxRetries } : consumer,
    ]),
  )

const fence = (namespace_id: string, limit: number) => ({ namespace_id, simple: { limit, period: 60 } })

const mailbox = (port: number) => ({
  name: 'mailbox',
  compatibilityDate: '2026-10-01',
  modules: true as const,
  script: stripTypeScriptTypes(readFileSync('workers/local/mailbox.ts', 'utf8')),
  r2Buckets: { LETTERS: 'guildhall-letters' },
  unsafeDirectSockets: [{ host: '127.0.0.1', port }],
})

// Wrangler warns about secrets that we hand over ourselves.
function quietly<T>(work: () => T): T {
  const { warn, log } = console
  Object.assign(console, { warn: () => {}, log: () => {} })
  try {
    return work()
  } finally {
    Object.assign(console, { warn, log })
  }
}
