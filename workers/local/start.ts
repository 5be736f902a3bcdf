import { appendFile, mkdir } from 'node:fs/promises'
import { members } from '#db/seed/community/members/index.ts'
import { demoSignIns, minors } from '#db/seed/community/trust.ts'
import { buildWhenNeeded } from './build.ts'
import { type House, openHouse } from './house.ts'
import { explain } from './plain.ts'
import { newSetUpLink } from './set-up-link.ts'

const ports = {
  site: Number(process.env.PORT ?? 4321),
  mail: Number(process.env.MAIL_PORT ?? 4322),
  bridge: Number(process.env.BRIDGE_PORT ?? 4323),
  sandbox: Number(process.env.SANDBOX_PORT ?? Number(process.env.BRIDGE_PORT ?? 4323) + 1),
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
  console.log(welcome(house))
  const setUp = await newSetUpLink(house.database.url, `http://localhost:${ports.site}`)
  if (setUp)
    console.log(
      `  Nobody is in charge yet. Open this to become the first admin; it works once, for a day:\n    ${setUp}\n`,
    )
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

function welcome({ database, demoPassword }: House) {
  return `
  Guildhall is open${database.seeded ? ', and the demo community has moved in' : ''}.

    Site          http://localhost:${ports.site}
    Mail viewer   http://localhost:${ports.mail}
    Payments      http://localhost:${ports.sandbox}  (sandbox: no real money)
    API           http://localhost:${ports.site}/api/docs
    Parts         http://localhost:${ports.site}/dev/ui

    Database      ${database.described}
    Log           ${LOG}

  Sign in at http://localhost:${ports.site}/sign-in with the password ${demoPassword} as
${demoSignIns.map((handle) => `    ${`${handle}@guildhall.example`.padEnd(28)} ${whoIs(handle)}`).join('\n')}

  Ctrl-C closes the house.
`
}

function whoIs(handle: string): string {
  const member = members.find((one) => one.handle === handle)
  const roles = member?.roles.toSorted().join(', ') ?? ''
  return `${member?.name}: ${roles}${handle in minors ? ', 15 years old' : ''}`
}
