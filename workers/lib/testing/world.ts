import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { newId } from '#db/id.ts'
import type { Db, Spent } from '#db/index.ts'
import { aDatabase } from '#db/testing/database.ts'
import { forgetCrowd } from '#workers/accounts/passwords/gate.ts'
import { hear } from '#workers/accounts/sign-ins/ended-lately.ts'
import { api } from '#workers/api.ts'
import { front } from '#workers/front.ts'
import { jobs } from '#workers/jobs.ts'
import { aSandbox } from '#workers/local/sandbox/sandbox.ts'
import { newSandboxKeys, newSecrets } from '#workers/local/secrets.ts'
import { paymentsOf } from '#workers/marketplace/payments/payments.ts'
import { reactions } from '#workers/reactions.ts'
import { forgetHouse } from '#workers/settings/settings.ts'
import type { Actor, Ctx } from '../context.ts'
import { routesOf } from '../http/inventory.ts'
import { announceFacts } from '../jobs/announce.ts'
import { consume } from '../jobs/consume.ts'
import type { Envelope } from '../jobs/later.ts'
import type { Letter } from '../mail.ts'
import type { Outside } from '../outside.ts'
import { keepInvariants } from './invariants.ts'
import { expectPromised } from './promises.ts'
import { aBatch, type Tried } from './queue.ts'
import { aBucket } from './storage.ts'

export const ORIGIN = 'https://guildhall.test'

export type World = Awaited<ReturnType<typeof aWorld>>

// The real front of the house on a real Postgres. Only what is outside is played: queue, mail, storage, rate limits.
export async function aWorld() {
  const database = await aDatabase()
  const { testPath = '' } = expect.getState()
  if (testPath.includes('/accounts/')) keepInvariants(database.db, 'all')
  if (testPath.includes('/marketplace/')) keepInvariants(database.db, 'each')
  const queue: Envelope[] = []
  const letters: (Letter & { key: string })[] = []
  const lines: string[] = []
  const env = anEnv(queue)
  const outside: Outside = {
    addressesOf: async () => [],
    fetch: nothingOutside,
  }

  const sandbox = aSandbox({
    keys: SECRETS,
    base: SANDBOX,
    hooks: ORIGIN,
    post: async (address, init) => house.request(address, init, env, execution),
  })

  const ctx = (actor: Actor = { kind: 'guest' }, requestId = newId()): Ctx => ({
    ...database,
    spent: since(database.spent),
    env,
    now: new Date(),
    actor,
    requestId,
    log: { info: note, warn: note, error: note },
    mail: { send: async (key, letter) => void letters.push({ key, ...letter }) },
    outside,
    payments: paymentsOf(env, sandbox.fetch),
    visit: { network: '192.0.2.1', device: 'Firefox on Linux', country: 'NL' },
    cookies: [],
    announce: () => {},
  })
  function note(what: string, facts: Record<string, unknown> = {}) {
    lines.push(JSON.stringify({ what, ...facts, error: facts.error instanceof Error ? said(facts.error) : undefined }))
  }

  const house = front(
    (_env, _execution, id) => ctx({ kind: 'guest' }, id),
    async (_c, _request, refusal) =>
      new Response(`<h1>${refusal?.message ?? 'A page'}</h1>`, { headers: { 'Content-Type': 'text/html' } }),
    api,
  )

  // A machine that has been answering for a while has heard.
  await hear(ctx())

  return {
    ctx,
    env,
    outside,
    // Stripe and PayPal, played: what people, banks and the network do stands in sandbox.does.
    sandbox,
    queue,
    letters,
    lines,
    spent: database.spent,
    house,
    request: asking(house, env),
    // As it was on the first day: empty tables, and everything outside works again.
    async startAfresh() {
      await emptyTables(database.db)
      forgetCrowd()
      forgetHouse()
      for (const kept of [queue, letters, lines]) kept.length = 0
      Object.assign(env, anEnv(queue))
    },
    // What happens after the request: facts are announced and jobs run until nothing is left.
    async settle(): Promise<Tried[]> {
      const tried: Tried[] = []
      for (;;) {
        await announceFacts(ctx({ kind: 'cron', name: 'announce' }), reactions)
        if (queue.length === 0) return tried
        const batch = aBatch(queue.splice(0))
        await consume(batch, jobs, (name) => ctx({ kind: 'job', name }))
        tried.push(...batch.tried)
      }
    },
  }
}

const said = ({ message, cause }: Error): string => (cause instanceof Error ? `${message}: ${said(cause)}` : message)

// Truncating all tables takes ten times as long as emptying the few that a test has filled.
async function emptyTables(db: Db) {
  await db.execute(sql`
    do $$
    declare
      filled text;
      counted record;
    begin
      set local session_replication_role = replica;
      for filled in select oid::regclass::text from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r' and pg_relation_size(oid) > 0
      loop
        execute 'delete from ' || filled;
      end loop;
      for counted in select sequencename, start_value from pg_sequences where schemaname = 'public' and last_value is not null
      loop
        perform setval(quote_ident(counted.sequencename)::regclass, counted.start_value, false);
      end loop;
    end $$`)
}

// What this request has spent of what the whole test spends.
function since(all: Spent): Spent {
  const { trips } = all
  return {
    get trips() {
      return all.trips - trips
    },
    ms: 0,
  }
}

// Asks as a browser would, and holds every answer against what its route declares.
export function asking(house: ReturnType<typeof front>, env: Env) {
  const routes = routesOf(house)
  return async (path: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await house.request(ORIGIN + path, init, env, execution)
    await expectPromised(routes, { method: init.method ?? 'GET', path, answer })
    return answer
  }
}

const execution = { waitUntil: () => {}, passThroughOnException: () => {}, props: {} }

const SANDBOX = 'http://localhost:4324'

const nothingOutside = async (): Promise<never> => Promise.reject(new Error('A test reaches outside.'))

const SECRETS = { ...newSecrets(), ...newSandboxKeys() }

function anEnv(queue: Envelope[]): Env {
  const open = { limit: async () => ({ success: true }) }
  const played = {
    ENVIRONMENT: 'local',
    ORIGIN,
    ...SECRETS,
    MAIL_FROM: 'Guildhall <hello@guildhall.test>',
    OPERATOR_EMAIL: 'operator@guildhall.test',
    STRIPE_API_BASE: SANDBOX,
    PAYPAL_API_BASE: SANDBOX,
    READING: open,
    WRITING: open,
    JOBS: {
      send: async (body: Envelope) => void queue.push(body),
      sendBatch: async (messages: Iterable<{ body: Envelope }>) =>
        void queue.push(...Array.from(messages, ({ body }) => body)),
      metrics: async () => ({}),
    },
    MEDIA: aBucket(),
  }
  return played as never
}

export const fromOurPage = { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/json' }

export const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { ...fromOurPage, ...headers },
  body: JSON.stringify(body),
})
