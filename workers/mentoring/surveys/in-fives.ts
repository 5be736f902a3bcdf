// INS-3: nothing is told about fewer than five people.
export const ENOUGH = 5

// `who` tells two people apart, and leaves this folder no more than the null does that stands where somebody's words were
// before they went.
export type Said = { who: string; answers: Record<string, string | number | boolean | null> }

// Answers count five people at a time, in the order in which they closed. Whatever is told at one time and at another differs
// by whole fives: whoever looks each day learns of no one person what they said. A five that somebody left is not told again.
export function inFives(said: Said[], counts: (one: Said) => boolean): Said[] {
  const whole: Said[][] = []
  let five: Said[] = []
  for (const one of said.filter(counts)) {
    five.push(one)
    if (new Set(five.map(({ who }) => who)).size < ENOUGH) continue
    whole.push(five)
    five = []
  }
  return whole.filter((all) => !all.some(hasGone)).flat()
}

const hasGone = ({ answers }: Said) => Object.values(answers).every((value) => value === null)
