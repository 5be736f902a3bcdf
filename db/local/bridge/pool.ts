import { type Connection, openConnection, type Target } from './connection.ts'

type Idle = { connection: Connection; since: number }
type Waiter = { resolve: (connection: Connection | Promise<Connection>) => void; reject: (error: unknown) => void }

export type Pool = {
  target: Target
  idle: Idle[]
  open: Set<Connection>
  opening: number
  waiting: Waiter[]
  cleaning: NodeJS.Timeout
}

const mostConnections = 20
const idleMs = 5_000

export function createPool(target: Target): Pool {
  const pool: Pool = {
    target,
    idle: [],
    open: new Set(),
    opening: 0,
    waiting: [],
    cleaning: setInterval(() => closeIdle(pool, Date.now() - idleMs), 1_000).unref(),
  }
  return pool
}

export async function borrow(pool: Pool): Promise<Connection> {
  for (let idle = pool.idle.pop(); idle; idle = pool.idle.pop()) if (idle.connection.isOpen()) return idle.connection
  if (pool.open.size + pool.opening < mostConnections) return open(pool)
  return new Promise((resolve, reject) => pool.waiting.push({ resolve, reject }))
}

export function giveBack(pool: Pool, connection: Connection): void {
  if (!connection.isOpen()) return
  const waiter = pool.waiting.shift()
  if (waiter) waiter.resolve(connection)
  else pool.idle.push({ connection, since: Date.now() })
}

export function closePool(pool: Pool): void {
  clearInterval(pool.cleaning)
  for (const connection of pool.open) connection.close()
  for (const { reject } of pool.waiting.splice(0)) reject(new Error('The bridge was stopped.'))
}

async function open(pool: Pool): Promise<Connection> {
  pool.opening += 1
  try {
    const connection = await openConnection(pool.target)
    pool.open.add(connection)
    connection.onClose(() => forget(pool, connection))
    return connection
  } catch (error) {
    if (pool.open.size === 0) for (const { reject } of pool.waiting.splice(0)) reject(error)
    throw error
  } finally {
    pool.opening -= 1
  }
}

function forget(pool: Pool, connection: Connection): void {
  pool.open.delete(connection)
  pool.idle = pool.idle.filter((idle) => idle.connection !== connection)
  const waiter = pool.waiting.shift()
  if (waiter) waiter.resolve(borrow(pool))
}

function closeIdle(pool: Pool, before: number): void {
  for (const { connection } of pool.idle.filter(({ since }) => since < before)) connection.close()
  pool.idle = pool.idle.filter(({ since }) => since >= before)
}
