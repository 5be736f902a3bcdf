import { sql } from 'drizzle-orm'
import { resources, supplyRequests } from '#db/schema/mentoring/resources.ts'
import { type Piece, pictureAt } from '#workers/media/pieces.ts'
import { freeToday } from './free.ts'
import type { Supply, SupplyRequest } from './inputs.ts'

export type Need = {
  slug: string
  name: string
  kind: Supply['kind']
  unit: string
  quantity: number
  free: number
  state: SupplyRequest['state'] | null
  picture: Piece | null
}

// What a task needs, whether it is there, and what became of it. `task` is the name by which the query knows the table.
export const needsOf = (task: 'task') => {
  const column = (name: string) => sql`${sql.identifier(task)}.${sql.identifier(name)}`
  return sql`(select coalesce(json_agg(json_build_object('slug', thing.slug, 'name', thing.name, 'kind', thing.kind, 'unit', thing.unit,
      'quantity', want.quantity, 'free', ${freeToday('thing')}, 'picture', ${pictureAt(sql`thing.picture_id`)},
      'state', (select request.state from ${supplyRequests} request where request.task_id = ${column('id')} and request.resource_id = thing.id
        order by request.asked_at desc limit 1)) order by thing.name), '[]')
    from jsonb_to_recordset(${column('supplies')}) as want("resourceId" uuid, quantity int)
      join ${resources} thing on thing.id = want."resourceId")`
}
