import { asSketch, closeUp } from './art/details.ts'
import { type HandedInName, handedIn, keyOfHandedIn } from './art/handed-in/index.ts'
import { drawWork } from './art/index.ts'
import { drawPortrait } from './art/portraits.ts'
import { members } from './community/members/index.ts'
import { details, type SeedDetail } from './community/works/details.ts'
import { works } from './community/works/index.ts'

type Wall = {
  head(key: string): Promise<unknown>
  put(key: string, picture: string, options?: { httpMetadata: { contentType: string } }): Promise<unknown>
}

const HUNG = 'seed/hung-with-details'

export async function hangPictures(wall: Wall) {
  if (await wall.head(HUNG)) return
  for (const member of members) await hang(wall, `seed/portraits/${member.handle}.svg`, drawPortrait(member))
  for (const work of works) await hang(wall, `seed/works/${work.slug}.svg`, drawWork(work))
  for (const name of Object.keys(handedIn) as HandedInName[])
    await hang(wall, keyOfHandedIn(name), handedIn[name].draw())
  for (const detail of details) await hang(wall, keyOfDetail(detail), drawDetail(detail).picture)
  await wall.put(HUNG, 'yes')
}

export const keyOfDetail = ({ work, name }: SeedDetail) => `_private/seed/works/${work}/${name}.svg`

export function drawDetail({ work: slug, crop }: SeedDetail) {
  const work = works.find((one) => one.slug === slug)
  if (!work) throw new Error(`There is no work called ${slug}.`)
  return crop ? closeUp(drawWork(work), work, crop) : asSketch(drawWork(work), work)
}

const hang = (wall: Wall, key: string, picture: string) =>
  wall.put(key, picture, { httpMetadata: { contentType: 'image/svg+xml' } })
