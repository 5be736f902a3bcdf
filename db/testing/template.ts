import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { TestProject } from 'vitest/node'
import { newPglite } from './pglite.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseTemplate: string
  }
}

// Migrated once for all test files; each file starts from a copy of its own.
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-template-'))
  const path = join(folder, 'template.tar')
  const client = await newPglite()
  await migrate(drizzle({ client, casing: 'snake_case' }), { migrationsFolder: 'db/migrations' })
  const dump = await client.dumpDataDir('none')
  await writeFile(path, Buffer.from(await dump.arrayBuffer()))
  await client.close()
  project.provide('databaseTemplate', path)
  return () => rm(folder, { recursive: true, force: true })
}
