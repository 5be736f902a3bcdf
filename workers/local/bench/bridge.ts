import { startBridge } from '#db/local/bridge.ts'

// A process of its own, so that its share of the work can be told apart.
const bridge = await startBridge({
  databaseUrl: process.env.DATABASE_URL ?? '',
  role: 'guildhall_app',
  statementTimeoutMs: 5000,
})
process.send?.(bridge.port)
process.on('disconnect', () => process.exit())
