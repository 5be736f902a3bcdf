import { z } from 'zod'

export const ExportId = z.strictObject({ id: z.uuid() })
export type ExportId = z.output<typeof ExportId>

export const DataExport = z.strictObject({
  id: z.uuid(),
  status: z.enum(['waiting', 'gathering', 'ready', 'failed', 'gone']),
  done: z.int(),
  total: z.int(),
  bytes: z.int().nullable(),
  askedAt: z.string(),
  expiresAt: z.string().nullable(),
})
export type DataExport = z.output<typeof DataExport>

export const DataExports = z.strictObject({ exports: z.array(DataExport) })
