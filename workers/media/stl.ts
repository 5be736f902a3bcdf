const HEADER = 80
const TRIANGLE = 50

// A model in triangles, in numbers or in words. It has no sign of its own to begin with, so all that can be counted has to be
// right; and what begins like a program or an archive is none, for its header may hold anything.
export const isStl = (head: Uint8Array<ArrayBuffer>, bytes: number) =>
  !BEGINS_OTHERWISE.test(latin(head, 0, 4)) && (isInNumbers(head, bytes) || isInWords(head))

const BEGINS_OTHERWISE =
  /^(?:MZ|PK|#!|\x7fELF|\xca\xfe\xba\xbe|\xfe\xed\xfa[\xce\xcf]|[\xce\xcf]\xfa\xed\xfe|Rar!|7z\xbc\xaf)/

function isInNumbers(head: Uint8Array<ArrayBuffer>, bytes: number): boolean {
  if (head.length < HEADER + 4 + TRIANGLE) return false
  const numbers = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const triangles = numbers.getUint32(HEADER, true)
  return bytes === HEADER + 4 + TRIANGLE * triangles && areTriangles(numbers)
}

// Each is its direction, which some programs leave open, three corners, and two bytes.
function areTriangles(numbers: DataView): boolean {
  for (let at = HEADER + 4; at + TRIANGLE <= numbers.byteLength; at += TRIANGLE)
    for (let n = 3; n < 12; n++) if (!Number.isFinite(numbers.getFloat32(at + 4 * n, true))) return false
  return true
}

const isInWords = (head: Uint8Array<ArrayBuffer>) =>
  /^\s*solid\b[^\n]*\n\s*facet\s+normal\s+[-+\d.n]/i.test(latin(head, 0, 1000))

const latin = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.slice(from, to)).toString('latin1')
