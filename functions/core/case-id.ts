const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const idBytes = 16;

/**
 * A case id of 26 characters a–z and 2–7 from 128 random bits: nothing about a person or a date can be read from it, and
 * it fits in URLs, execution names and object keys. Throws RangeError when fewer than 16 random bytes are given.
 */
export function newCaseId(random: Uint8Array): string {
  if (random.length < idBytes) throw new RangeError(`A case id takes ${idBytes} random bytes`);
  let bits = random.subarray(0, idBytes).reduce((number, byte) => (number << 8n) | BigInt(byte), 0n) << 2n;
  let id = '';
  while (id.length < 26) {
    id = `${alphabet.charAt(Number(bits & 31n))}${id}`;
    bits >>= 5n;
  }
  return id;
}

/** The reference people use: `GULEN-2026-000012` from the municipality's slug, the year and the number in its series. */
export function formatCaseNumber(slug: string, year: number, n: number): string {
  return `${slug.toUpperCase()}-${year}-${String(n).padStart(6, '0')}`;
}
