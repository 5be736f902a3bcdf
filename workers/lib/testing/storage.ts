// Storage that lives in memory and behaves as far as we use it.
export function aBucket() {
  const kept = new Map<string, { bytes: Uint8Array<ArrayBuffer>; contentType: string | undefined; uploaded: Date }>()
  const keep = (key: string, bytes: Uint8Array<ArrayBuffer>, options?: Options) =>
    void kept.set(key, { bytes, contentType: options?.httpMetadata?.contentType, uploaded: new Date() })
  return {
    kept,
    async head(key: string) {
      const file = kept.get(key)
      return file ? { key, size: file.bytes.byteLength } : null
    },
    async get(key: string) {
      const file = kept.get(key)
      if (!file) return null
      return {
        key,
        size: file.bytes.byteLength,
        uploaded: file.uploaded,
        httpEtag: `"${file.bytes.byteLength}"`,
        body: new Blob([file.bytes]).stream(),
        arrayBuffer: async () => file.bytes.slice().buffer,
        writeHttpMetadata: (headers: Headers) => headers.set('Content-Type', file.contentType ?? ''),
      }
    },
    async put(key: string, body: BodyInit, options?: Options) {
      keep(key, new Uint8Array(await new Response(body).arrayBuffer()), options)
      return { key }
    },
    async delete(keys: string | string[]) {
      for (const key of [keys].flat()) kept.delete(key)
    },
    async list({ prefix = '' } = {}) {
      const objects = [...kept.keys()].filter((key) => key.startsWith(prefix)).map((key) => ({ key }))
      return { objects, truncated: false }
    },
    async createMultipartUpload(key: string, options?: Options) {
      const parts: Uint8Array[] = []
      return {
        async uploadPart(partNumber: number, part: Uint8Array) {
          parts[partNumber - 1] = part.slice()
          return { partNumber, etag: String(partNumber) }
        },
        async complete() {
          keep(key, new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer()), options)
        },
        async abort() {},
      }
    },
  }
}

type Options = { httpMetadata?: { contentType?: string } }
