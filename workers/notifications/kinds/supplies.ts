import { type SQL, sql } from 'drizzle-orm'
import { resources, supplyRequests } from '#db/schema/mentoring/resources.ts'
import { members } from '#db/schema/people.ts'
import type { Kind } from '../kinds.ts'
import { everybody, type Told, words } from './words.ts'

const actor = sql`substring(fact.actor from '^member:(.+)$')`

const quoted = ({ words: said }: Told['data']) => (said ? `“${said}”` : '')

const what = ({ supply, quantity }: Told['data']) =>
  quantity && quantity !== '1' ? `${supply} (${quantity})` : (supply ?? 'something')

const request = (said: SQL, more: SQL = sql``) => sql`
  select request.member_id, 'supply:' || request.id as about,
    jsonb_build_object('by', ${actor}, 'supply', thing.name, 'quantity', request.approved::text, 'state', request.state,
      'until', request.until_day::text, 'words', left(${said}, 300)) as data
  from fact join ${supplyRequests} request on request.id = fact.subject::uuid join ${resources} thing on thing.id = request.resource_id ${more}`

const organisers = sql`${members} organiser on 'organiser' = any(organiser.roles) and organiser.standing = 'active'`

export const supplyKinds = {
  'supply-asked': {
    fact: 'supply.asked',
    theme: 'organising',
    icon: 'package',
    label: 'Somebody asks for supplies',
    tells: sql`
      select organiser.id as member_id, 'supply-requests' as about,
        jsonb_build_object('by', request.member_id, 'supply', thing.name, 'quantity', request.quantity::text, 'words', left(request.words, 300)) as data
      from fact join ${supplyRequests} request on request.id = fact.subject::uuid join ${resources} thing on thing.id = request.resource_id
        join ${organisers} and organiser.id <> request.member_id`,
    says: (told) => words`${everybody(told)} asked for ${what(told.data)}`,
    adds: quoted,
    opens: () => '/organise/supplies',
    mail: 'daily',
    push: 'at-once',
    roles: ['organiser'],
  },
  'supply-approved': {
    fact: 'supply.approved',
    theme: 'mentoring',
    icon: 'package',
    label: 'What you asked for is kept ready',
    tells: request(sql`request.answer`),
    says: (told) =>
      told.data.state === 'part-approved'
        ? words`${everybody(told)} keeps a part of it ready for you: ${what(told.data)}`
        : words`${everybody(told)} keeps ${what(told.data)} ready for you`,
    adds: quoted,
    opens: () => '/supplies/mine',
    mail: 'at-once',
    push: 'at-once',
  },
  'supply-refused': {
    fact: 'supply.refused',
    theme: 'mentoring',
    icon: 'answer',
    label: 'What you asked for cannot be given',
    tells: request(sql`request.answer`),
    says: (told) => words`${everybody(told)} cannot give you ${told.data.supply ?? 'what you asked for'} this time`,
    adds: quoted,
    opens: () => '/supplies/mine',
    mail: 'at-once',
    push: 'never',
  },
  'supply-due': {
    fact: 'supply.due',
    theme: 'mentoring',
    icon: 'package',
    label: 'Something you borrowed is to come back soon',
    tells: request(sql`''`),
    says: ({ data }) => words`${data.supply ?? 'What you borrowed'} is to come back by ${data.until ?? 'tomorrow'}`,
    opens: () => '/supplies/mine',
    mail: 'at-once',
    push: 'at-once',
  },
  'supply-low': {
    fact: 'supply.low',
    theme: 'organising',
    icon: 'package',
    label: 'A supply is running low',
    tells: sql`
      select organiser.id as member_id, 'supply:' || thing.id as about,
        jsonb_build_object('supply', thing.name, 'unit', thing.unit, 'left', fact.data ->> 'stock') as data
      from fact join ${resources} thing on thing.id = fact.subject::uuid join ${organisers}`,
    says: ({ data }) => words`${data.supply ?? 'A supply'} is running low: ${data.left ?? '0'} left`,
    opens: () => '/organise/supplies',
    mail: 'daily',
    push: 'never',
    roles: ['organiser'],
  },
} satisfies Record<string, Kind>
