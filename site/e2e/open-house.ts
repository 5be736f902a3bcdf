import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePort } from '#db/local/server-process.ts'
import { aRealProvider } from '#workers/lib/testing/real-provider.ts'
import { buildWhenNeeded } from '#workers/local/build.ts'
import { openHouse } from '#workers/local/house.ts'
import { ownSecrets } from '#workers/local/secrets.ts'

declare module 'vitest' {
  interface ProvidedContext {
    site: string
    mail: string
    sandbox: string
    demoPassword: string
    database: string
    linkSecret: string
  }
}

// One house for all browser tests, opened the way npm start opens it.
export default async function setup(project: TestProject) {
  await buildWhenNeeded()
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-browser-'))
  const ports = { site: await freePort(), mail: await freePort(), bridge: await freePort(), sandbox: await freePort() }
  const site = `http://localhost:${ports.site}`
  const provider = await aRealProvider(`${site}/sign-in/from/real`)
  const vars = { PROVIDERS: JSON.stringify([provider.listed]) }
  const house = await openHouse({ ports, folder, vars })
  project.provide('site', site)
  project.provide('demoPassword', house.demoPassword)
  project.provide('mail', `http://localhost:${ports.mail}`)
  project.provide('sandbox', house.sandbox.base)
  project.provide('database', house.database.url)
  project.provide('linkSecret', (await ownSecrets(folder)).LINK_SECRET)
  return async () => {
    await house.close()
    provider.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
