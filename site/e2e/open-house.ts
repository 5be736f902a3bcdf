import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePort } from '#db/local/server-process.ts'
import { buildWhenNeeded } from '#workers/local/build.ts'
import { openHouse } from '#workers/local/house.ts'

declare module 'vitest' {
  interface ProvidedContext {
    site: string
    mail: string
    demoPassword: string
  }
}

// One house for all browser tests, opened the way npm start opens it.
export default async function setup(project: TestProject) {
  await buildWhenNeeded()
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-browser-'))
  const ports = { site: await freePort(), mail: await freePort(), bridge: await freePort() }
  const house = await openHouse({ ports, folder })
  project.provide('site', `http://localhost:${ports.site}`)
  project.provide('demoPassword', house.demoPassword)
  project.provide('mail', `http://localhost:${ports.mail}`)
  return async () => {
    await house.close()
    await rm(folder, { recursive: true, force: true })
  }
}
