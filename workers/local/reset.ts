import { rm } from 'node:fs/promises'
import { DataFolderError, startEmbedded } from '#db/local/embedded.ts'

// Taking the folder's lock first makes sure that no running house loses its floor.
const embedded = await startEmbedded({ folder: '.data/postgres' }).catch((error: unknown) => {
  if (error instanceof DataFolderError && error.problem === 'in-use') {
    console.error('Guildhall is running. Stop it first (Ctrl-C in its window), then reset.')
    process.exit(1)
  }
  return undefined
})
await embedded?.stop()
await rm('.data', { recursive: true, force: true })
console.log('The demo is gone. "npm start" opens a fresh one.')
