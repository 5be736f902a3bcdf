import type { PictureName } from '../../art/index.ts'

export type SeedWork = {
  slug: string
  title: string
  maker: string
  skill: string
  medium: string
  story: string
  alt: string
  finishedDaysAgo: number
  lengthOfWork: string
  picture: PictureName
  width: number
  height: number
}
