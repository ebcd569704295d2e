/** What people call a voucher: its series and number; its date where it has no number. */
export function voucherName(voucher: { series: string; number: string; date: string }): string {
  const { series, number, date } = voucher;
  return number ? `${series} ${number}`.trim() : `${series} ${date}`.trim();
}
