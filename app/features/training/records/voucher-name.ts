/** What people call a voucher: its series and number, or its day where it has none. */
export function voucherName(voucher: { series: string; number: string; bookedOn: string }): string {
  const { series, number, bookedOn } = voucher;
  return `${series} ${number || bookedOn}`.trim();
}
