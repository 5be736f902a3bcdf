import { words } from '#workers/notifications/kinds/words.ts'
import type { Happened, Tells } from '../timeline/words.ts'

const what = ({ data }: Happened) => {
  const { supply, quantity } = data
  const name = typeof supply === 'string' ? supply : 'something'
  return typeof quantity === 'number' && quantity > 1 ? `${name} (${quantity})` : name
}

export const supplyTells: Tells = {
  'supply.asked': (it) => ({ says: words`${it.who} asked for ${what(it)}`, opens: '/supplies/mine' }),
  'supply.kept': (it) => ({ says: words`${what(it)} is kept for this task`, opens: '/supplies/mine' }),
  'supply.approved': (it) => ({ says: words`${it.who} keeps ${what(it)} ready`, opens: '/supplies/mine' }),
  'supply.refused': (it) => ({ says: words`${it.who} could not give ${what(it)}` }),
  'supply.cancelled': (it) => ({ says: words`${it.who} does not need ${what(it)} any more` }),
  'supply.handed-over': (it) => ({ says: words`${it.who} handed over ${what(it)}` }),
  'supply.used': (it) => ({
    says: words`${it.who} worked with ${what(it)}`,
    quotes: typeof it.data.words === 'string' ? it.data.words : '',
  }),
  'supply.returned': (it) => ({ says: words`${it.who} brought ${what(it)} back` }),
}
