/** Kronor as the database keeps money: whole öre. */
export function oreOfKronor(kronor: number): bigint {
  return BigInt(Math.round(kronor * 100));
}
