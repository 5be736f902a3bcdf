import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    peers: { type: 'string', default: process.env.PEERS ?? '../shared/peers' },
    json: { type: 'string', default: '.data/bench.json' },
  },
})

export const options = {
  rounds: Number(values.rounds ?? (values.quick ? 1 : 3)),
  seconds: Number(values.seconds ?? (values.quick ? 2 : 4)),
  connections: [16, 64],
  steadyRate: 150,
  peers: values.peers,
  json: values.json,
}
