import * as house from '#db/schema/settings.ts'
import { guild } from '../community/guild.ts'
import { houseTexts } from '../community/house-texts.ts'
import { categories } from '../skills/index.ts'
import { ago, idOf, type Names, type Tx } from './ids.ts'

export async function hangUpSign(tx: Tx, { members }: Names) {
  await tx.insert(house.settings).values({
    name: guild.name,
    tagline: guild.line,
    accent: guild.accent,
    languages: guild.languages,
    currency: guild.currency,
    packs: categories.map(({ slug }) => slug),
  })
  await tx
    .insert(house.houseTexts)
    .values(houseTexts.map((text) => ({ ...text, publishedAt: ago({ days: 21 }), publishedBy: idOf(members, 'rosa') })))
}
