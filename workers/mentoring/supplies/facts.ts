import { type SQL, sql } from 'drizzle-orm'
import { events } from '#db/schema/events.ts'
import { resources, supplyRequests } from '#db/schema/mentoring/resources.ts'
import { type Ctx, nameOf } from '#workers/lib/context.ts'

// What a change of a request returns.
export const shape = {
  id: supplyRequests.id,
  state: supplyRequests.state,
  resourceId: supplyRequests.resourceId,
  mentorshipId: supplyRequests.mentorshipId,
  quantity: supplyRequests.quantity,
  approved: supplyRequests.approved,
}

// A fact that names what was lent, in the timeline of the pair where there is one.
export const supplyFact =
  (ctx: Ctx, name: string, data: Record<string, unknown> = {}) =>
  (changed: SQL): SQL =>
    sql`
  insert into ${events} (name, subject, actor, data, request_id)
  select ${name}, changed.id::text, ${nameOf(ctx.actor)}, ${JSON.stringify(data)}::jsonb || jsonb_strip_nulls(jsonb_build_object(
    'mentorship', changed.mentorship_id, 'supply', thing.name, 'quantity', greatest(changed.approved, 1))), ${ctx.requestId}
  from ${changed} join ${resources} thing on thing.id = changed.resource_id returning 1`
