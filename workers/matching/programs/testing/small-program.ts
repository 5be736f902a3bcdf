import { anApplicant } from '#workers/lib/testing/mentoring/plans.ts'
import { aProgram } from '#workers/lib/testing/mentoring/programs.ts'
import { aMentor } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import type { World } from '#workers/lib/testing/world.ts'
import { Choosing } from '../choosing/inputs.ts'
import { Pairing, type Rules } from '../inputs.ts'

export type SmallProgram = Awaited<ReturnType<typeof aSmallProgram>>

// A program that runs: Ada and Bo learn, Lino and Weft have a place each.
export async function aSmallProgram(world: World) {
  const organiser = await aMember(world, { roles: ['participant', 'organiser'] })
  const program = await aProgram(world, organiser, { state: 'running' })
  const [ada, bo] = [await aMember(world, ADA), await aMember(world, BO)]
  const [lino, weft] = [await aMentor(world, 1, LINO), await aMentor(world, 1, WEFT)]
  for (const learner of [ada, bo]) await anApplicant(world, program.id, learner)
  for (const mentor of [lino, weft]) await anApplicant(world, program.id, mentor, 'mentor')
  return { organiser, program, ada, bo, lino, weft, ...doingIn(world, organiser, `/api/programs/${program.slug}`) }
}

const ADA = { handle: 'ada', name: 'Ada' }
const BO = { handle: 'bo', name: 'Bo' }
const LINO = { handle: 'lino', name: 'Lino' }
const WEFT = { handle: 'weft', name: 'Weft' }

type Said = Record<string, number | ''>

const doingIn = (world: World, organiser: Somebody, here: string) => ({
  decides: (process: Rules['process'], until = '') =>
    organiser.send('PUT', `${here}/pairing/rules`, { process, until, balance: 2, asksOthers: false }),
  say: (who: Somebody, places: Said, reach?: string) =>
    who.send('PUT', `${here}/choices`, {
      choices: Object.entries(places).map(([handle, place]) => ({ handle, place })),
      ...(reach !== undefined && { reach }),
    }),
  readChoices: async (who: Somebody) => Choosing.parse(await (await who.request(`${here}/choices`)).json()),
  pair: async () => {
    await organiser.send('POST', `${here}/pairing/runs`, {})
    await world.settle()
  },
  readDraft: async () => Pairing.parse(await (await organiser.request(`${here}/pairing`)).json()),
})
