import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

// Storage as a folder, so that publishing is weighed with writing.
export function storageIn(folder: string) {
  const made = new Set<string>()
  let puts = 0
  return {
    puts: () => puts,
    async get(key: string) {
      const text = await readFile(join(folder, key), 'utf8').catch(() => undefined)
      return text === undefined
        ? null
        : { httpEtag: `"${tagOf(text)}"`, text: async () => text, json: async () => JSON.parse(text) }
    },
    async put(key: string, text: string) {
      const path = join(folder, key)
      if (!made.has(dirname(path))) await mkdir(dirname(path), { recursive: true })
      made.add(dirname(path))
      await writeFile(path, text)
      puts += 1
      return { key }
    },
  }
}

const tagOf = (text: string) => createHash('md5').update(text).digest('hex')
