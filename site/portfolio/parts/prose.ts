import { markdown } from '#workers/lib/markdown.ts'
import { Html, NOTHING } from '../html.ts'

// What a member wrote, as the whole house reads it: see workers/lib/markdown.ts.
export const prose = (words: string, under = 1): Html => (words.trim() ? new Html(markdown(words, under)) : NOTHING)
