export type Heap = { size: number; places: Int32Array; at: Int32Array; keys: Float64Array }

// A binary heap of places whose keys may fall: parent of i is (i - 1) / 2.
export const heapFor = (places: number): Heap => ({
  size: 0,
  places: new Int32Array(places),
  at: new Int32Array(places).fill(-1),
  keys: new Float64Array(places),
})

export function lower(heap: Heap, place: number, key: number): void {
  heap.keys[place] = key
  const known = heap.at[place] ?? -1
  rise(heap, known < 0 ? heap.size++ : known, place)
}

export function takeLeast(heap: Heap): number {
  const least = heap.places[0] ?? 0
  heap.at[least] = -1
  heap.size--
  if (heap.size > 0) sink(heap, heap.places[heap.size] ?? 0)
  return least
}

export function empty(heap: Heap): void {
  for (let i = 0; i < heap.size; i++) heap.at[heap.places[i] ?? 0] = -1
  heap.size = 0
}

function rise({ places, at, keys }: Heap, from: number, place: number) {
  const key = keys[place] ?? 0
  let i = from
  while (i > 0) {
    const parent = (i - 1) >> 1
    const above = places[parent] ?? 0
    if ((keys[above] ?? 0) <= key) break
    places[i] = above
    at[above] = i
    i = parent
  }
  places[i] = place
  at[place] = i
}

function sink({ places, at, keys, size }: Heap, place: number) {
  const key = keys[place] ?? 0
  let i = 0
  while (2 * i + 1 < size) {
    let child = 2 * i + 1
    if (child + 1 < size && (keys[places[child + 1] ?? 0] ?? 0) < (keys[places[child] ?? 0] ?? 0)) child++
    const below = places[child] ?? 0
    if ((keys[below] ?? 0) >= key) break
    places[i] = below
    at[below] = i
    i = child
  }
  places[i] = place
  at[place] = i
}
