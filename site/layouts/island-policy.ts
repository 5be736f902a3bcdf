import { createHash } from 'node:crypto'
import only from 'astro/runtime/client/only.prebuilt.js'
import island from 'astro/runtime/server/astro-island.prebuilt.js'
import { ISLAND_STYLES } from 'astro/runtime/server/astro-island-styles.js'

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

// Astro writes these few lines into pages that have islands; the policy names them, and allows nothing else inline.
export const islandScripts = [island, only].map(hashOf).join(' ')

export const islandStyles = hashOf(ISLAND_STYLES)
