import { createHash } from 'node:crypto'
import { digest, render } from '#site/portfolio/rendering.ts'
import { aSite, aSiteWork } from '#site/portfolio/testing.ts'
import { type FileList, fileAt, isMade, listAt, signAt } from '#workers/portfolios/storage.ts'

export const HANDLE = 'anna'
const MEMBER = '019aaaaa-0000-7000-8000-000000000001'
const BYTES = 20_000

type Stored = Record<string, { text: string; size: number; etag: string; isPage: boolean }>

// A member's site as it lies in storage: its list of works is a page of 20 KB.
export function storedSite(): { stored: Stored; page: string; path: string } {
  const made = render(siteOfAbout(BYTES), { url: `https://guildhall.example/@${HANDLE}` }, house)
  const files: FileList['files'] = {}
  const stored: Stored = {}
  for (const [path, file] of made) {
    if (!isMade(file)) continue
    const key = fileAt(MEMBER, digest(file.text))
    files[path] = [key, file.type]
    stored[key] = kept(file.text, path === PATH)
  }
  const list = JSON.stringify({ mayTrain: false, files } satisfies FileList)
  stored[listAt(MEMBER, digest(list))] = kept(list)
  stored[signAt(HANDLE)] = kept(JSON.stringify({ list: listAt(MEMBER, digest(list)), member: MEMBER }))
  return { stored, page: textAt(made, PATH), path: `/@${HANDLE}/${PATH}` }
}

const PATH = 'work'
const house = { name: 'Guildhall', url: 'https://guildhall.example' }

function siteOfAbout(bytes: number) {
  for (let works = 1; ; works++) {
    const site = aSite({ works: Array.from({ length: works }, (_, n) => aSiteWork(`work-${n}`)) })
    if (textAt(render(site, { url: house.url }, house), PATH).length >= bytes) return site
  }
}

const textAt = (files: ReturnType<typeof render>, path: string) => {
  const file = files.get(path)
  return file && isMade(file) ? file.text : ''
}

const kept = (text: string, isPage = false) => ({
  text,
  size: Buffer.byteLength(text),
  etag: createHash('md5').update(text).digest('hex'),
  isPage,
})
