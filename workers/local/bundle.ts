import { globSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

// As Cloudflare counts it: every module of the Worker, compressed.
export const bundleKilobytes = () =>
  globSync('dist/server/**/*.mjs').reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0) / 1024
