package io.ratel.quant.bond;

import io.ratel.quant.function.Result;
import java.time.LocalDate;
import java.util.List;

/** What there is to say of a bond at one yield. */
record BondFigures(
    @Result(value = "The yield to maturity.", unit = "per year") double yield,
    @Result(value = "The price without accrued interest.", unit = "per 100") double clean,
    @Result(value = "The price with accrued interest.", unit = "per 100") double dirty,
    @Result(value = "The interest accrued to the seller.", unit = "per 100") double accrued,
    @Result(value = "The days of the accrued interest.", unit = "days") long accruedDays,
    @Result(value = "Macaulay's duration.", unit = "years") double macaulay,
    @Result(value = "The modified duration.", unit = "per 1.00 of yield") double modified,
    @Result(value = "The convexity.", unit = "per 1.00 of yield squared") double convexity,
    @Result(
            value = "The change of the value for one basis point more of yield.",
            unit = "money on the notional")
        double bpv,
    @Result(
            value = "The same by pricing again, with the whole of the convexity.",
            unit = "money on the notional")
        double bpvRepriced,
    @Result(
            value = "The change of the yield for 0.01 more of the price.",
            unit = "per cent per year")
        double yieldValueOfBasisPoint,
    @Result(value = "The coupon over the clean price.", unit = "per year") double currentYield,
    @Result(value = "The yield, compounded continuously.", unit = "per year")
        double continuousYield,
    @Result("When the coupon period began in which the bond is paid for.") LocalDate periodStart,
    @Result("When the next payment is made.") LocalDate nextPayment,
    @Result("What is paid, and when.") List<CashFlow> cashFlows) {
  /** One payment. */
  record CashFlow(
      @Result("The day of payment, off holidays.") LocalDate date,
      @Result(value = "What is paid.", unit = "per 100") double amount,
      @Result(value = "The time until then, by the yield's day count.", unit = "years")
          double years,
      @Result(value = "What it is worth at the settlement.", unit = "per 100")
          double presentValue) {}
}
