// A sentence about what happened. What stands out in it is marked, so that a page can set it in bold and a mail need not.
export type Piece = string | { name: string }

// What is told together: several notices about the same thing on one day.
export type Told = {
  // Who did it, the newest first, as far as they are still here.
  who: string[]
  // How many people that are in all.
  people: number
  // How many notices stand behind the sentence.
  count: number
  // What the newest of them says.
  data: Record<string, string>
}

export function words(texts: TemplateStringsArray, ...names: string[]): Piece[] {
  const pieces = texts.flatMap((text, n): Piece[] => [text, ...(n < names.length ? [{ name: names[n] ?? '' }] : [])])
  return pieces.filter((piece) => piece !== '')
}

export const plain = (pieces: Piece[]) =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : piece.name)).join('')

// "Amara", "Amara and Bo", "Amara and 3 others"
export function everybody({ who, people }: Pick<Told, 'who' | 'people'>): string {
  const [first = 'Somebody who left', second] = who
  if (people <= 1) return first
  if (people === 2 && second) return `${first} and ${second}`
  return `${first} and ${people - 1} ${people === 2 ? 'other' : 'others'}`
}
