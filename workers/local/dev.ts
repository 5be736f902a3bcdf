import { spawn } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hangPictures } from '#db/seed/pictures.ts'
import { openDatabase } from './database.ts'
import { explain } from './plain.ts'
import { insistOnFree } from './ports.ts'
import { recallDemo } from './sandbox/demo.ts'
import { startSandbox } from './sandbox/server.ts'
import { ownSecrets } from './secrets.ts'
import { openMailbox } from './worker.ts'

const ports = {
  site: Number(process.env.PORT ?? 4321),
  mail: Number(process.env.MAIL_PORT ?? 4322),
  bridge: Number(process.env.BRIDGE_PORT ?? 4323),
  sandbox: Number(process.env.SANDBOX_PORT ?? Number(process.env.BRIDGE_PORT ?? 4323) + 1),
}
const CONFIG = 'wrangler.dev.toml'

try {
  await insistOnFree(ports.site, 'PORT')
  await insistOnFree(ports.mail, 'MAIL_PORT')
  await insistOnFree(ports.bridge, 'BRIDGE_PORT')
  await insistOnFree(ports.sandbox, 'SANDBOX_PORT')
  await mkdir('.data', { recursive: true })
  const { DEMO_PASSWORD, ...secrets } = await ownSecrets('.data')
  const database = await openDatabase({
    url: process.env.DATABASE_URL,
    folder: '.data/postgres',
    bridgePort: ports.bridge,
    demoPassword: DEMO_PASSWORD,
    linkSecret: secrets.LINK_SECRET,
  })
  const sandbox = await startSandbox({
    port: ports.sandbox,
    folder: '.data',
    keys: secrets,
    hooks: `http://127.0.0.1:${ports.site}`,
  })
  await recallDemo(database.url, sandbox.sandbox.shelf)
  const mailbox = await openMailbox(ports.mail, '.data/cloudflare')
  await hangPictures(await mailbox.media())
  await writeOwnConfig(database.bridge, sandbox.base)
  console.log(
    `Mail viewer: http://localhost:${ports.mail}   Database: ${database.described}   Pages follow as you save.
Sign in as rosa@guildhall.example with the password ${DEMO_PASSWORD}`,
  )
  const astro = spawn('astro', ['dev', '--port', String(ports.site)], {
    stdio: 'inherit',
    env: { ...process.env, WRANGLER_CONFIG: CONFIG, DATABASE_URL: database.url, ...secrets },
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => astro.kill(signal))
  astro.on('exit', async (code) => {
    await Promise.all([database.stop(), mailbox.stop(), sandbox.stop(), rm(CONFIG, { force: true })])
    process.exit(code ?? 0)
  })
} catch (error) {
  console.error(`\n${explain(error)}\n`)
  process.exit(1)
}

// The development server reads its bindings from a file, so it gets a copy of ours: mail goes to the mailbox, and pages
// may carry the scripts that reload them.
async function writeOwnConfig(bridge: string, sandbox: string) {
  const config = await readFile('wrangler.toml', 'utf8')
  const mailbox = '[[services]]\nbinding = "EMAIL"\nservice = "mailbox"\nentrypoint = "Mailbox"'
  await writeFile(
    CONFIG,
    config
      .replace('[[send_email]]\nname = "EMAIL"', mailbox)
      .replace('ENVIRONMENT = "local"', 'ENVIRONMENT = "development"')
      .replace('http://127.0.0.1:4323', bridge)
      .replaceAll('http://127.0.0.1:4324', sandbox)
      .replace('http://localhost:4321', `http://localhost:${ports.site}`),
  )
}
