import { appendFile, mkdir } from 'node:fs/promises'
import { buildWhenNeeded } from './build.ts'
import { openHouse } from './house.ts'
import { explain } from './plain.ts'

const ports = {
  site: Number(process.env.PORT ?? 4321),
  mail: Number(process.env.MAIL_PORT ?? 4322),
  bridge: Number(process.env.BRIDGE_PORT ?? 4323),
}
const folder = process.env.GUILDHALL_DATA ?? '.data'
const LOG = `${folder}/guildhall.log`

try {
  await mkdir(folder, { recursive: true })
  console.log('Building the site …')
  await buildWhenNeeded()
  console.log('Opening the house …')
  const house = await openHouse({
    ports,
    folder,
    databaseUrl: process.env.DATABASE_URL,
    onLine: (line) => void appendFile(LOG, `${line}\n`),
  })
  console.log(welcome(house.database.described, house.database.seeded))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // workerd's keeper would end the process before the database has put its things away
    process.removeAllListeners(signal)
    process.on(signal, () => void close(house))
  }
} catch (error) {
  console.error(`\n${explain(error)}\n`)
  process.exit(1)
}

let closing = false

// Ctrl-C in a terminal reaches this process twice: once from the terminal, once handed on by npm.
async function close(house: { close(): Promise<void> }) {
  if (closing) return
  closing = true
  console.log('\nClosing. Everything is saved.')
  await house.close()
  process.exit(0)
}

function welcome(database: string, seeded: boolean) {
  return `
  Guildhall is open${seeded ? ', and the demo community has moved in' : ''}.

    Site          http://localhost:${ports.site}
    Mail viewer   http://localhost:${ports.mail}
    API           http://localhost:${ports.site}/api/docs
    Parts         http://localhost:${ports.site}/dev/ui

    Database      ${database}
    Log           ${LOG}

  Nobody has to sign in yet: everything that is open today is public. Ctrl-C closes the house.
`
}
