import { mkdir } from 'node:fs/promises'
import { hangPictures } from '#db/seed/pictures.ts'
import { openDatabase } from './database.ts'
import { endLeftoverWorkerd, noteWorkerd } from './leftovers.ts'
import { insistOnFree } from './ports.ts'
import { recallDemo } from './sandbox/demo.ts'
import { startSandbox } from './sandbox/server.ts'
import { ownSecrets } from './secrets.ts'
import { startWorker } from './worker.ts'

export type Ports = { site: number; mail: number; bridge: number; sandbox: number }

type Wish = {
  ports: Ports
  folder: string
  databaseUrl?: string | undefined
  vars?: Record<string, string>
  onLine?(line: string): void
}

export type House = Awaited<ReturnType<typeof openHouse>>

// Everything that runs in the cloud, on one laptop.
export async function openHouse({ ports, folder, databaseUrl, vars, onLine }: Wish) {
  await endLeftoverWorkerd(folder)
  await insistOnFree(ports.site, 'PORT')
  await insistOnFree(ports.mail, 'MAIL_PORT')
  await insistOnFree(ports.bridge, 'BRIDGE_PORT')
  await insistOnFree(ports.sandbox, 'SANDBOX_PORT')
  await mkdir(folder, { recursive: true })
  const { DEMO_PASSWORD, ...secrets } = await ownSecrets(folder)
  const database = await openDatabase({
    url: databaseUrl,
    folder: `${folder}/postgres`,
    bridgePort: ports.bridge,
    demoPassword: DEMO_PASSWORD,
    linkSecret: secrets.LINK_SECRET,
  })
  const sandbox = await startSandbox({
    port: ports.sandbox,
    folder,
    keys: secrets,
    hooks: `http://127.0.0.1:${ports.site}`,
  })
  await recallDemo(database.url, sandbox.sandbox.shelf)
  const worker = await startWorker({
    port: ports.site,
    mailPort: ports.mail,
    folder: `${folder}/cloudflare`,
    vars: {
      DATABASE_URL: database.url,
      NEON_BRIDGE: database.bridge,
      ORIGIN: `http://localhost:${ports.site}`,
      ...secrets,
      STRIPE_API_BASE: sandbox.base,
      PAYPAL_API_BASE: sandbox.base,
      ...vars,
    },
    onLine,
  })
  await noteWorkerd(folder)
  await hangPictures(await worker.media())
  const minute = setInterval(() => worker.tick('* * * * *').catch(() => {}), 60_000)
  return {
    demoPassword: DEMO_PASSWORD,
    database,
    worker,
    sandbox,
    async close() {
      clearInterval(minute)
      await sandbox.stop()
      await worker.stop()
      await database.stop()
    },
  }
}
