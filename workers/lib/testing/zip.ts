// The files of a zip that was packed without squeezing them, by their names.
export function unzipped(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  const end = zip.lastIndexOf(END)
  let at = zip.readUInt32LE(end + 16)
  for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
    const [size, name, extra, comment] = [
      zip.readUInt32LE(at + 24),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ]
    const begins = contentAt(zip, zip.readUInt32LE(at + 42))
    files.set(zip.toString('utf8', at + 46, at + 46 + name), zip.subarray(begins, begins + size))
    at += 46 + name + extra + comment
  }
  return files
}

const END = Buffer.from('PK\x05\x06', 'latin1')

const contentAt = (zip: Buffer, entry: number) =>
  entry + 30 + zip.readUInt16LE(entry + 26) + zip.readUInt16LE(entry + 28)
