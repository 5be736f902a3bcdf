import { globSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

// As wrangler counts it: every module of the Worker, compressed together.
export const bundleKilobytes = () =>
  gzipSync(
    Buffer.concat(
      globSync('dist/server/**/*.mjs')
        .sort()
        .map((path) => readFileSync(path)),
    ),
  ).length / 1024
