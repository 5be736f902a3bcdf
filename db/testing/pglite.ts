import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { citext } from '@electric-sql/pglite/contrib/citext'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'

export const newPglite = (loadDataDir?: Blob) =>
  PGlite.create({ extensions: { btree_gist, citext, pg_trgm, unaccent }, ...(loadDataDir && { loadDataDir }) })
