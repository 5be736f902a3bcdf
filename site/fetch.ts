import type { Fetchable } from 'astro'
import { astro, FetchState } from 'astro/fetch'

// A page has read everything before it is made, so it is made in one piece: a third cheaper than in many, and there as soon.
export default {
  fetch(request) {
    const state = new FetchState(request)
    state.streaming = false
    return astro(state)
  },
} satisfies Fetchable
