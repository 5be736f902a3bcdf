import { and, eq, type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { constraintOf } from '#db/patience.ts'
import { copies, kitParts, movements, resources } from '#db/schema/mentoring/resources.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, invalid, notFound, refuse } from '#workers/lib/errors.ts'
import { areOwnPictures, insistOnOwnPicture } from '#workers/media/pieces.ts'
import type { NewSupply, ShelfPicture, StockMove, SupplySlug } from './inputs.ts'
import { sayWhatLacks } from './lacking.ts'

const shape = { id: resources.id, slug: resources.slug, kind: resources.kind, stock: resources.stock }

export async function addSupply(ctx: MemberCtx, supply: NewSupply) {
  const slug = slugOf(supply.name)
  const parts = supply.parts.filter((part) => part.slug)
  if (supply.kind === 'kit' && parts.length === 0)
    throw invalid([{ path: 'parts.0.slug', message: 'What is in it? At least one thing.' }])
  await insistOnOwnPicture(ctx, supply.files)
  const { kind, name, description, unit, place, lowAt, currency } = supply
  const [pictureId = null] = supply.files
  const [added] = await commit(
    ctx,
    ctx.db
      .insert(resources)
      .values({
        slug,
        kind,
        name,
        description,
        unit,
        place,
        lowAt,
        currency,
        pictureId,
        costMinor: Math.round(supply.cost * 100),
      })
      .returning(shape),
    fact('supply.added', { name }),
    (changed) => (kind === 'kit' ? partsOf(parts, changed) : firstOnes(ctx, supply, changed)),
    (changed) => copiesOf(kind === 'tool' ? supply.stock : 0, changed),
  ).catch((error) => nameIsTaken(error, name))
  return added ? { id: added.id, slug: added.slug } : refuse(notFound('supply'))
}

const slugOf = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '') || `supply-${newId().slice(-8)}`

const partsOf = (parts: NewSupply['parts'], changed: SQL) => sql`
  insert into ${kitParts} (kit_id, part_id, quantity)
  select changed.id, part.id, sum(want.quantity) from ${changed}, jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as want(slug text, quantity int)
    join ${resources} part on part.slug = want.slug and part.kind <> 'kit' and part.retired_at is null
  group by changed.id, part.id returning 1`

const firstOnes = ({ member }: MemberCtx, { stock }: NewSupply, changed: SQL) => sql`
  insert into ${movements} (id, resource_id, quantity, why, by_id, words)
  select ${newId()}::uuid, changed.id, ${stock}::int, 'bought', ${member.id}::uuid, 'The first ones' from ${changed} where ${stock}::int > 0 returning 1`

const copiesOf = (many: number, changed: SQL) => sql`
  insert into ${copies} (id, resource_id, label)
  select gen_random_uuid(), changed.id, 'No. ' || ((select count(*) from ${copies} there where there.resource_id = changed.id) + n)
  from ${changed}, generate_series(1, ${Math.min(many, 100)}::int) n returning 1`

function nameIsTaken(error: unknown, name: string): never {
  if (constraintOf(error) !== 'resources_slug_unique') throw error
  throw conflict(
    `There is something called ${name} already. Add to its stock, or give this one a name of its own.`,
    'name_taken',
  )
}

// None takes the picture away.
export async function picture(ctx: MemberCtx, { slug }: SupplySlug, { files }: ShelfPicture) {
  const [shown] = await commit(
    ctx,
    ctx.db
      .update(resources)
      .set({ pictureId: files[0] ?? null })
      .where(and(eq(resources.slug, slug), areOwnPictures(ctx, files), sql`${resources.retiredAt} is null`))
      .returning(shape),
    fact('supply.pictured'),
  )
  if (shown) return { id: shown.id, slug }
  await insistOnOwnPicture(ctx, files)
  return refuse(notFound('supply'))
}

// Every change of a stock has a reason. Of a tool that was bought there is one more copy to lend.
export async function moveStock(ctx: MemberCtx, { slug }: SupplySlug, { why, quantity, words }: StockMove) {
  const change =
    why === 'counted'
      ? sql`${quantity}::int - thing.stock`
      : why === 'lost'
        ? sql`-${quantity}::int`
        : sql`${quantity}::int`
  const id = newId()
  const [moved] = await commit(
    ctx,
    ctx.db
      .insert(movements)
      .select(
        sql`select ${id}::uuid, thing.id, ${change}, ${why}, null::uuid, ${ctx.member.id}::uuid, ${words}, now() from ${resources} thing
          where thing.slug = ${slug} and thing.kind <> 'kit' and thing.retired_at is null and ${change} <> 0
            and (thing.kind = 'supply' or ${why} in ('bought', 'given'))`,
      )
      .returning({ id: movements.id, resourceId: movements.resourceId }),
    fact('supply.moved', { why }),
    (changed) => copiesMore(why === 'bought' || why === 'given' ? quantity : 0, changed),
  ).catch(sayWhatLacks)
  return moved ? { id: moved.id, slug } : refuse(await whyNot(ctx, slug))
}

const copiesMore = (many: number, changed: SQL) => sql`
  insert into ${copies} (id, resource_id, label)
  select gen_random_uuid(), tool.id, 'No. ' || ((select count(*) from ${copies} there where there.resource_id = tool.id) + n)
  from ${changed} join ${resources} tool on tool.id = changed.resource_id and tool.kind = 'tool', generate_series(1, ${Math.min(many, 100)}::int) n returning 1`

async function whyNot({ db }: MemberCtx, slug: string) {
  const [there] = await db
    .select({ kind: resources.kind })
    .from(resources)
    .where(and(eq(resources.slug, slug), sql`${resources.retiredAt} is null`))
  if (!there) return notFound('supply')
  if (there.kind === 'kit') return conflict('A kit has no stock of its own: its parts have.', 'kit')
  return there.kind === 'tool'
    ? conflict('Tools are counted one by one: a lost one is noted when it does not come back.', 'tool')
    : conflict('That is how many there are already. Nothing was changed.', 'already_so')
}
