// Storage that lives in memory and behaves as far as we use it.
export function aBucket() {
  const kept = new Map<string, Kept>()
  const uploads = new Map<string, Map<number, { etag: string; bytes: Uint8Array<ArrayBuffer> }>>()
  let puts = 0
  const keep = (key: string, bytes: Uint8Array<ArrayBuffer>, options?: Options) =>
    void kept.set(key, {
      bytes,
      etag: `${++puts}-${bytes.byteLength}`,
      contentType: options?.httpMetadata?.contentType,
      uploaded: new Date(),
    })

  const partsOf = (uploadId: string) => {
    const parts = uploads.get(uploadId)
    if (!parts) throw new Error('The specified multipart upload does not exist. (10024)')
    return parts
  }

  const upload = (key: string, uploadId: string, options?: Options) => ({
    key,
    uploadId,
    async uploadPart(partNumber: number, part: BodyInit) {
      const bytes = new Uint8Array(await new Response(part).arrayBuffer())
      const etag = `${partNumber}-${bytes.byteLength}`
      partsOf(uploadId).set(partNumber, { etag, bytes })
      return { partNumber, etag }
    },
    async complete(said: { partNumber: number; etag: string }[]) {
      const parts = partsOf(uploadId)
      const pieces = said.map(({ partNumber, etag }) => {
        const part = parts.get(partNumber)
        if (part?.etag !== etag) throw new Error('One or more of the specified parts could not be found. (10025)')
        return part.bytes
      })
      uploads.delete(uploadId)
      keep(key, new Uint8Array(await new Blob(pieces).arrayBuffer()), options)
      return { key, size: kept.get(key)?.bytes.byteLength ?? 0 }
    },
    async abort() {
      uploads.delete(uploadId)
    },
  })

  return {
    kept,
    uploads,
    async head(key: string) {
      const file = kept.get(key)
      return file ? { key, size: file.bytes.byteLength, etag: file.etag } : null
    },
    async get(key: string, { range }: { range?: { offset: number; length: number } } = {}) {
      const file = kept.get(key)
      if (!file) return null
      const bytes = range ? file.bytes.slice(range.offset, range.offset + range.length) : file.bytes
      return {
        key,
        size: file.bytes.byteLength,
        uploaded: file.uploaded,
        etag: file.etag,
        httpEtag: `"${file.etag}"`,
        body: new Blob([bytes]).stream(),
        arrayBuffer: async () => bytes.slice().buffer,
        text: async () => new TextDecoder().decode(bytes),
        json: async () => JSON.parse(new TextDecoder().decode(bytes)),
        writeHttpMetadata: (headers: Headers) => headers.set('Content-Type', file.contentType ?? ''),
      }
    },
    // Nothing is kept, and null told, where what lies there is not what `onlyIf` expects.
    async put(key: string, body: BodyInit, options?: Options) {
      const now = kept.get(key)?.etag
      const match = options?.onlyIf?.get('If-Match')
      if (match && match !== `"${now}"`) return null
      if (options?.onlyIf?.get('If-None-Match') === '*' && now !== undefined) return null
      keep(key, new Uint8Array(await new Response(body).arrayBuffer()), options)
      return { key, size: kept.get(key)?.bytes.byteLength ?? 0 }
    },
    async delete(keys: string | string[]) {
      for (const key of [keys].flat()) kept.delete(key)
    },
    async list({ prefix = '', startAfter = '' } = {}) {
      const objects = [...kept.keys()]
        .filter((key) => key.startsWith(prefix) && key > startAfter)
        .sort()
        .map((key) => ({ key, uploaded: kept.get(key)?.uploaded ?? new Date() }))
      return { objects, truncated: false }
    },
    async createMultipartUpload(key: string, options?: Options) {
      const uploadId = crypto.randomUUID()
      uploads.set(uploadId, new Map())
      return upload(key, uploadId, options)
    },
    resumeMultipartUpload: (key: string, uploadId: string) => upload(key, uploadId),
  }
}

type Kept = { bytes: Uint8Array<ArrayBuffer>; etag: string; contentType: string | undefined; uploaded: Date }
type Options = {
  httpMetadata?: { contentType?: string }
  onlyIf?: Headers
}
