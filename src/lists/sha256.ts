/** SHA-256 (FIPS 180-4) in hexadecimal. Ours, because `crypto.subtle` is missing on pages without https. */
export function sha256(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const length = ((bytes.length + 72) >> 6) << 6;
  const padded = new DataView(new ArrayBuffer(length));
  bytes.forEach((byte, index) => padded.setUint8(index, byte));
  padded.setUint8(bytes.length, 0x80);
  padded.setUint32(length - 4, bytes.length * 8);

  let state = constants(1 / 2).slice(0, 8);
  const rounds = constants(1 / 3);
  const words = new Int32Array(64);
  for (let block = 0; block < length; block += 64) {
    let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
    for (let i = 0; i < 64; i += 1) {
      const [w15, w2] = [words[i - 15]!, words[i - 2]!];
      words[i] =
        i < 16
          ? padded.getInt32(block + i * 4)
          : words[i - 16]! +
            (rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 >>> 3)) +
            words[i - 7]! +
            (rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 >>> 10));
      const first =
        (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + rounds[i]! + words[i]!) | 0;
      const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    state = [a, b, c, d, e, f, g, h].map((value, index) => (value + state[index]!) | 0);
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The first 32 bits of the fractions of the roots of the first 64 primes. */
function constants(power: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n += 1) if (primes.every((prime) => n % prime)) primes.push(n);
  return primes.map((prime) => (prime ** power * 2 ** 32) | 0);
}
