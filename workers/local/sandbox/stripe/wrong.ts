import { Wrong } from '../shelf.ts'

export const wrong = (status: number, message: string, more: { code?: string; param?: string; type?: string } = {}) =>
  new Wrong(status, { error: { type: 'invalid_request_error', message, ...more } })

export const missing = (what: string, id: string) =>
  wrong(404, `No such ${what}: '${id}'`, { code: 'resource_missing', param: 'id' })

export const needed = (param: string) =>
  wrong(400, `Missing required param: ${param}.`, { code: 'parameter_missing', param })
