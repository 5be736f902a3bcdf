import { fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'

// Something that protects an account was changed: its member is told by mail, whoever did it.
export const changeOf = ({ visit, requestId }: Ctx, name: string, named?: string) =>
  fact(name, { what: name, device: visit.device, occasion: requestId, ...(named && { named }) })
