import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { citext } from '@electric-sql/pglite/contrib/citext'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { type DataFolder, explainFailure } from './data-folder.ts'

export type Store = { database: PGlite; held: DataFolder | undefined; closed: boolean }

const extensions = { btree_gist, citext, pg_trgm, unaccent }

export async function openStore(held: DataFolder | undefined): Promise<Store> {
  return { database: await open(held), held, closed: false }
}

// A FATAL error ends PGlite as it would end a Postgres process: open the data again, as a postmaster does.
export async function visit(store: Store, bytes: Buffer): Promise<Buffer> {
  const answers: Buffer[] = []
  try {
    await store.database.execProtocolRawStream(bytes, {
      syncToFs: false,
      onRawData: (answer) => answers.push(Buffer.from(answer)),
    })
    return answers.length === 1 && answers[0] ? answers[0] : Buffer.concat(answers)
  } catch (crash) {
    if (!store.closed) store.database = await open(store.held)
    throw crash
  }
}

export async function closeStore(store: Store): Promise<void> {
  store.closed = true
  await store.database.close()
  await store.held?.release()
}

async function open(held: DataFolder | undefined): Promise<PGlite> {
  if (!held) return PGlite.create({ extensions })
  try {
    const database = await PGlite.create({ dataDir: held.data, extensions })
    await held.markComplete()
    return database
  } catch (error) {
    throw await explainFailure(held.folder, error)
  }
}
