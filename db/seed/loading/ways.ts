import { waysOfWorking } from '#db/schema/matching.ts'
import { ways } from '../community/ways.ts'
import { idOf, type Names, type Tx } from './ids.ts'

export async function sayHowTheyWork(tx: Tx, names: Names) {
  await tx.insert(waysOfWorking).values(
    Object.entries(ways).map(([handle, said]) => {
      const [pace, words, plan, company, understanding, meetings, aim] = said.split(' ').map(answer)
      return { memberId: idOf(names.members, handle), pace, words, plan, company, understanding, meetings, aim }
    }),
  )
}

const answer = (word: string) => (word === '.' ? null : Number(word))
