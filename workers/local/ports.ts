import { once } from 'node:events'
import { createServer } from 'node:net'
import { Plain } from './plain.ts'

export async function insistOnFree(port: number, name: string) {
  const server = createServer()
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  } catch {
    throw new Plain(
      `Port ${port} is in use by another program. Stop that program, or choose another port: ${name}=${port + 100} npm start`,
    )
  }
  server.close()
  await once(server, 'close')
}
