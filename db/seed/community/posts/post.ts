// A post on the site of a member of the demo. Without `outDaysAgo` it is a draft; below zero it is to come.
export type SeedPost = { who: string; title: string; tags: string[]; outDaysAgo?: number; words: string }
