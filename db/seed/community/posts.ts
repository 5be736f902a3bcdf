import { drawingPosts } from './posts/drawing.ts'
import { makersPosts } from './posts/makers.ts'
import type { SeedPost } from './posts/post.ts'
import { workingPosts } from './posts/working.ts'

// What members of the demo write on their sites: out, to come, and not finished.
export const communityPosts: SeedPost[] = [...drawingPosts, ...workingPosts, ...makersPosts]
