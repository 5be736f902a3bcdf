// e^x and logarithms from sums, products and quotients alone, which every runtime rounds alike: those of Math may differ in
// the last bit from one engine to the next.
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
const [MOST, LEAST] = [709.782712893384, -745.1332191019411]

// x = k ln 2 + r, e^x = 2^k (1 + r + r c / (2 - c)) with c = r - r² P(r²).
export function exp(x: number): number {
  if (!(x <= MOST)) return x > MOST ? Number.POSITIVE_INFINITY : Number.NaN
  if (x < LEAST) return 0
  const k = Math.round(x / Math.LN2)
  const high = x - k * LN2_HIGH
  const low = k * LN2_LOW
  const r = high - low
  const t = r * r
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))))
  const y = 1 - (low - (r * c) / (2 - c) - high)
  return k > -1000
    ? y * powerOfTwo(Math.min(k, 1000)) * powerOfTwo(Math.max(0, k - 1000))
    : y * powerOfTwo(k + 1000) * powerOfTwo(-1000)
}

const bits = new DataView(new ArrayBuffer(8))

function powerOfTwo(k: number): number {
  bits.setUint32(0, (k + 1023) << 20)
  bits.setUint32(4, 0)
  return bits.getFloat64(0)
}

// x = 2^k m with m from √½ to √2, log x = k ln 2 + log m, log m = 2 artanh s with s = (m - 1) / (m + 1).
export function log(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) return x === 0 ? Number.NEGATIVE_INFINITY : x < 0 ? Number.NaN : x
  if (x < 2 ** -1022) return log(x * 2 ** 54) - 54 * Math.LN2
  bits.setFloat64(0, x)
  const word = bits.getUint32(0)
  const isAbove = (word & 0xfffff) > 0x6a09e
  bits.setUint32(0, (word & 0xfffff) | (isAbove ? 0x3fe00000 : 0x3ff00000))
  const k = (word >>> 20) - 1023 + (isAbove ? 1 : 0)
  const f = bits.getFloat64(0) - 1
  const s = f / (2 + f)
  const half = (f * f) / 2
  return k * LN2_HIGH - (half - (s * (half + tailOf(s * s)) + k * LN2_LOW) - f)
}

const tailOf = (z: number) =>
  z *
  (0.6666666666666735 +
    z *
      (0.3999999999940942 +
        z *
          (0.2857142874366239 +
            z *
              (0.22222198432149784 + z * (0.1818357216161805 + z * (0.15313837699209373 + z * 0.14798198605116586))))))

// log(1 + x), where 1 + x would have forgotten a small x.
export function log1p(x: number): number {
  const u = 1 + x
  return u === 1 ? x : u === Number.POSITIVE_INFINITY ? u : log(u) + (x - (u - 1)) / u
}
