import { createHash } from 'node:crypto'
import only from 'astro/runtime/client/only.prebuilt.js'
import island from 'astro/runtime/server/astro-island.prebuilt.js'
import { ISLAND_STYLES } from 'astro/runtime/server/astro-island-styles.js'

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

// Astro writes these few lines into pages that have islands, and we one; the policy names them, and allows nothing else inline.
export const inlineScripts = [island, only].map(hashOf).join(' ')

// That pages change softly has to be known before the first style of a page is: if it comes with a file, the browser may have let go
// of the change by then, and says so in its console.
export const SOFT_CHANGES =
  '@view-transition{navigation:auto}@media(prefers-reduced-motion:reduce){@view-transition{navigation:none}}'

export const inlineStyles = [ISLAND_STYLES, SOFT_CHANGES].map(hashOf).join(' ')
