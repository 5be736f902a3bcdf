import { subscribe } from 'node:diagnostics_channel'
import { startBridge } from '#db/local/bridge.ts'

// A process of its own, so that its share of the work can be told apart; it also counts the round trips.
let trips = 0
subscribe('http.server.request.start', () => {
  trips++
})
const bridge = await startBridge({
  databaseUrl: process.env.DATABASE_URL ?? '',
  role: 'guildhall_app',
  statementTimeoutMs: 5000,
})
process.on('message', () => process.send?.(trips))
process.on('disconnect', () => process.exit())
process.send?.(bridge.port)
