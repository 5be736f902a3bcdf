import { Hono } from './hono/index.js'

export default new Hono().get('/', (c) => c.text('Hello'))
