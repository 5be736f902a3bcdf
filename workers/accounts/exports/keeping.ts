const PART = 8 * 1024 * 1024

// Storage wants to know the size of a stream beforehand; in parts it takes one of any size, with only one part in memory.
export async function keepStream(
  bucket: R2Bucket,
  key: string,
  stream: ReadableStream<Uint8Array>,
  contentType: string,
) {
  const upload = await bucket.createMultipartUpload(key, { httpMetadata: { contentType } })
  try {
    const parts: R2UploadedPart[] = []
    let bytes = 0
    for await (const part of inParts(stream)) {
      parts.push(await upload.uploadPart(parts.length + 1, part))
      bytes += part.byteLength
    }
    await upload.complete(parts)
    return bytes
  } catch (error) {
    await upload.abort().catch(() => {})
    throw error
  }
}

// All parts but the last have the same size, as R2 demands.
async function* inParts(stream: ReadableStream<Uint8Array>) {
  let part = new Uint8Array(PART)
  let filled = 0
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    let piece = next.value
    while (filled + piece.byteLength >= PART) {
      part.set(piece.subarray(0, PART - filled), filled)
      piece = piece.subarray(PART - filled)
      yield part
      part = new Uint8Array(PART)
      filled = 0
    }
    part.set(piece, filled)
    filled += piece.byteLength
  }
  if (filled > 0) yield part.subarray(0, filled)
}
