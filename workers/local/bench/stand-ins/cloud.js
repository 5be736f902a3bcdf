import stored from 'stored.js'

// A queue that takes everything, storage that holds one member's site and keeps nothing more, a letterbox nobody empties.
const answers = {
  '/message': () => Response.json({ metadata: { metrics: {} } }),
  '/batch': () => Response.json({ metadata: { metrics: {} } }),
}

const begun = {
  createMultipartUpload: { uploadId: 'upload' },
  uploadPart: { etag: 'part' },
}

// What storage is asked for stands before the bytes: they are read to their end into one buffer, over and over, so that
// nothing of them is weighed with the Worker.
async function store(request) {
  const size = Number(request.headers.get('CF-R2-Metadata-Size'))
  const reader = request.body.getReader({ mode: 'byob' })
  const decoder = new TextDecoder()
  let [asked, buffer] = ['', new ArrayBuffer(65536)]
  for (;;) {
    const { value, done } = await reader.read(new Uint8Array(buffer))
    if (asked.length < size && value) asked += decoder.decode(value)
    if (done) break
    buffer = value.buffer
  }
  const said = JSON.stringify(begun[JSON.parse(asked.slice(0, size)).method] ?? {})
  return new Response(said, { headers: { 'CF-R2-Metadata-Size': `${said.length}` } })
}

const GONE = { version: 1, v4code: 10007, message: 'The specified key does not exist.' }

function hand(request) {
  const { object } = JSON.parse(request.headers.get('CF-R2-Request'))
  const file = stored[object]
  if (!file) return new Response(null, { status: 404, headers: { 'CF-R2-Error': JSON.stringify(GONE) } })
  const said = JSON.stringify({
    name: object,
    version: '1',
    size: file.size,
    etag: file.etag,
    uploaded: '1763600000000',
  })
  return new Response(said + file.text, { headers: { 'CF-R2-Metadata-Size': `${said.length}` } })
}

export default {
  fetch: (request) =>
    request.headers.has('CF-R2-Request')
      ? hand(request)
      : request.headers.has('CF-R2-Metadata-Size')
        ? store(request)
        : (answers[new URL(request.url).pathname] ?? (() => new Response(null, { status: 404 })))(),
}
