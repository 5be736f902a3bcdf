import type { Ctx } from '#workers/lib/context.ts'
import { Refusal, unavailable } from '#workers/lib/errors.ts'

// Everything of one piece lies in a folder of its own. It begins with an underscore, so the route for public pictures never
// serves it; its id tells when it was begun.
export const FOLDER = '_private/media/'
export const folderOf = (id: string) => `${FOLDER}${id}/`
export const arrivingAt = (id: string) => `${folderOf(id)}arrived`
export const variantAt = (id: string, width: number) => `${folderOf(id)}${width}.webp`

// The same picture once more, in fewer bytes.
export const finerThan = (key: string) => key.replace(/\.webp$/, '.avif')

export const NO_SUCH_UPLOAD = '(10024)'
export const WRONG_PART = '(10025)'

export const saysThat = (error: unknown, code: string) => error instanceof Error && error.message.includes(code)

// When storage cannot be reached, nothing was written about it either.
export async function inStorage<T>({ log }: Ctx, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal || saysThat(error, NO_SUCH_UPLOAD) || saysThat(error, WRONG_PART)) throw error
    log.error('storage failed', { error })
    throw unavailable('We cannot reach our storage right now. What has arrived is kept; please go on in a moment.')
  }
}
