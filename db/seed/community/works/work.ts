import type { PictureName } from '../../art/index.ts'

export type SeedWork = {
  slug: string
  title: string
  maker: string
  // The main one first.
  skills: string[]
  medium: string
  story: string
  alt: string
  finishedDaysAgo: number
  lengthOfWork: string
  picture: PictureName
  width: number
  height: number
}
