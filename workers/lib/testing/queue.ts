export type Tried = { body: unknown; outcome: 'acked' | 'retried' | 'untouched'; delaySeconds?: number }

export type Batch = MessageBatch & { tried: Tried[] }

export function aBatch(bodies: unknown[], queue = 'guildhall-jobs', attempts = 1): Batch {
  const tried: Tried[] = bodies.map((body) => ({ body, outcome: 'untouched' }))
  const messages = tried.map((entry, n) => ({
    id: `message-${n}`,
    timestamp: new Date(),
    body: entry.body,
    attempts,
    ack: () => void Object.assign(entry, { outcome: 'acked' }),
    retry: (options?: QueueRetryOptions) => void Object.assign(entry, { outcome: 'retried', ...options }),
  }))
  return { queue, messages, tried, metadata: {}, ackAll: () => {}, retryAll: () => {} } as never
}
