import { heapFor, lower, takeLeast } from '../heap.ts'
import { NEVER, type Worths } from '../problem.ts'

// Where lists lie that are too many for one job's memory.
export type Shelf = {
  has: (mentee: number) => boolean
  put: (mentee: number, mentors: Int32Array, worths: Int32Array) => void
  take: (mentee: number) => { mentors: Int32Array; worths: Int32Array }
}

type Narrowing = { mentors: number; width: number; price: () => Float64Array; shelf: Shelf }

// A mentee's first look leaves the mentors that are best by worth - price of that moment; later looks see only them.
export function narrowed(worths: Worths, { mentors, width, price, shelf }: Narrowing): Worths {
  const heap = heapFor(mentors)
  const narrow = (mentee: number, row: Int32Array) => {
    const prices = price()
    heap.size = 0
    heap.at.fill(-1)
    for (let mentor = 0; mentor < mentors; mentor++) {
      const worth = row[mentor] ?? NEVER
      const gain = worth - (prices[mentor] ?? 0)
      if (worth === NEVER || (heap.size === width && gain <= (heap.keys[heap.places[0] ?? 0] ?? 0))) continue
      if (heap.size === width) takeLeast(heap)
      lower(heap, mentor, gain)
    }
    const best = heap.places.slice(0, heap.size).sort()
    shelf.put(
      mentee,
      best,
      best.map((mentor) => row[mentor] ?? NEVER),
    )
  }
  return {
    fill(mentees, count, into) {
      const rows = mentees.subarray(0, count)
      if (rows.some((mentee) => !shelf.has(mentee))) worths.fill(rows, count, into)
      rows.forEach((mentee, k) => {
        const row = into.subarray(k * mentors, (k + 1) * mentors)
        if (!shelf.has(mentee)) narrow(mentee, row)
        const list = shelf.take(mentee)
        row.fill(NEVER)
        list.mentors.forEach((mentor, at) => {
          row[mentor] = list.worths[at] ?? NEVER
        })
      })
    },
  }
}
