const headBytes = 5

export function messageReader(read: (message: Buffer) => void): (chunk: Buffer) => void {
  let held: Buffer[] = []
  let heldBytes = 0
  let wantedBytes = headBytes
  return (chunk) => {
    held.push(chunk)
    heldBytes += chunk.length
    if (heldBytes < wantedBytes) return
    const rest = readWhole(held.length === 1 ? chunk : Buffer.concat(held, heldBytes), read)
    held = rest.length > 0 ? [rest] : []
    heldBytes = rest.length
    wantedBytes = rest.length < headBytes ? headBytes : messageBytes(rest, 0)
  }
}

function readWhole(bytes: Buffer, read: (message: Buffer) => void): Buffer {
  let at = 0
  while (at + headBytes <= bytes.length) {
    const end = at + messageBytes(bytes, at)
    if (end > bytes.length) break
    read(bytes.subarray(at, end))
    at = end
  }
  return bytes.subarray(at)
}

function messageBytes(bytes: Buffer, at: number): number {
  const length = bytes.readInt32BE(at + 1)
  if (length < 4) throw new Error('This is not the Postgres protocol.')
  return length + 1
}
