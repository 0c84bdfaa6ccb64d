// Placeholder amounts in other currencies than dollars, right to the order of magnitude and for nothing else.

/** Units of a currency for a dollar, where they are ten or more. */
const unitsPerDollar: Readonly<Record<string, number>> = {
  AOA: 1000, ARS: 1000, BDT: 100, CLP: 1000, COP: 5000, CRC: 500, CZK: 20, DZD: 100, EGP: 50, HUF: 400, IDR: 15_000,
  INR: 80, IQD: 1000, IRR: 50_000, ISK: 100, JPY: 150, KES: 100, KHR: 4000, KRW: 1500, KZT: 500, LAK: 20_000,
  LBP: 100_000, LKR: 300, MMK: 2000, MNT: 3000, MXN: 20, NGN: 1500, NPR: 100, PHP: 50, PKR: 300, PYG: 7000, RSD: 100,
  RUB: 100, THB: 30, TRY: 40, TWD: 30, TZS: 2500, UAH: 40, UGX: 3500, UYU: 40, UZS: 12_000, VND: 25_000, XAF: 600,
  XOF: 600, ZAR: 20,
} // biome-ignore format: a list to skim, not to scroll

/** A round amount in dollars, in whole units of a currency. */
export const roughAmount = (dollars: number, currency: string): number =>
  dollars * (unitsPerDollar[currency] ?? 1)
