import type { Person, Wish } from './person.ts'

// What must be and what never may be decides before any number does.
export const mayMeet = (one: Person, other: Person): boolean =>
  one.id !== other.id && isFine(one.wishes, other) && isFine(other.wishes, one)

const isFine = (wishes: readonly Wish[], other: Person) =>
  wishes.every((wish) => wish.strength === 'nice' || isTrue(wish, other) === (wish.strength === 'must'))

// Of what would be nice, how much is there; nothing asked is as good as half of it.
export function shareOfNice(wishes: readonly Wish[], other: Person): number {
  const nice = wishes.filter(({ strength }) => strength === 'nice')
  return nice.length === 0 ? 0.5 : nice.filter((wish) => isTrue(wish, other)).length / nice.length
}

function isTrue({ about, is }: Wish, other: Person): boolean {
  if (about === 'member') return other.id === is
  if (about === 'language') return other.languages.includes(is)
  if (about === 'experience') return (other.experience ?? -1) >= Number(is)
  return other.teaches.some(({ skill }) => skill === is)
}
