// Generated from openapi.json by `npm run generate`; not edited by hand.

/** What each function of `/v1/quant/{area}/{name}` takes and gives. */
export interface Functions {
  /** Treasury bill */
  'bonds/bill': {
    question: {
      /** The discount on the face value; or else the price. Unit: per year of 360 days. */
      discountRate?: number | undefined
      /** The day of redemption, within a year or so. */
      maturity: string
      /** The price. Unit: per 100. */
      price?: number | undefined
      /** The day on which the bill is paid for. */
      settlement: string
    }
    figures: {
      /**
       * The yield of a bond with half-yearly coupons that would earn as much. Unit: per year of
       * 365 days.
       */
      bondEquivalentYield: number | null
      convention: string
      /** The days to the maturity. Unit: days. */
      days: number
      /** The discount on the face value. Unit: per year of 360 days. */
      discountRate: number | null
      inputsHash: string
      /** The simple yield on the price. Unit: per year of 360 days. */
      moneyMarketYield: number | null
      /** The price. Unit: per 100. */
      price: number | null
      reference: string
    }
  }
  /** Credit default swap */
  'bonds/cds': {
    question: {
      /** Whether the premium accrued at a default is owed. */
      accrualOnDefault?: boolean | undefined
      /**
       * Whose holidays are avoided: none, weekends, USGS (US government bonds), USNY (New York),
       * NYFD (Federal Reserve), NYSE, GBLO (London), EUTA (TARGET), FRPA, DEFR, CHZU, JPTO,
       * AUSY, NZBD, NZAU, NZWE, BRBD, CATO, CAMO, CZPR, DKCO, HUBU, MXMC, NOOS, PLWA, SEST,
       * THBA, ZAJO, or some joined by +.
       */
      calendar?: string | undefined
      /** The curve of interest. */
      curve: {
        /**
         * How the rates are compounded: continuous, simple, discount, annual, semiannual,
         * every-fourth-month, quarterly, bimonthly, monthly, biweekly, weekly, daily, or how many
         * times a year, such as 12.
         */
        compounding?: string | undefined
        /**
         * The day count that makes times of dates: act/360, act/365f, act/364, act/366,
         * act/365.25, act/365l, act/365a, act/365-canadian, act/act-isda, act/act-icma,
         * act/act-afb, nl/365, 30/360 (bond basis), 30e/360 (eurobond), 30e+/360, 30u/360 (US),
         * 30e/360-isda, 30/365, 1/1 or business/252.
         */
        dayCount?: string | undefined
        /** The discount factors at the times, instead of rates. */
        discountFactors?: readonly number[] | undefined
        /** What the curve is between the times. */
        interpolation?:
          | 'linear-zero' | 'log-linear-discount'
          | 'cubic-zero' | 'monotone-convex' | undefined
        /** One rate for all times; or else times with rates or discountFactors. Unit: per year. */
        rate?: number | undefined
        /** The zero rates at the times. Unit: per year. */
        rates?: readonly number[] | undefined
        /** The times, rising. Unit: years. */
        times?: readonly number[] | undefined
      }
      /**
       * The day count of the premium: act/360, act/365f, act/364, act/366, act/365.25, act/365l,
       * act/365a, act/365-canadian, act/act-isda, act/act-icma, act/act-afb, nl/365, 30/360
       * (bond basis), 30e/360 (eurobond), 30e+/360, 30u/360 (US), 30e/360-isda, 30/365, 1/1 or
       * business/252.
       */
      dayCount?: string | undefined
      /** Premiums per year: 1, 2, 3, 4, 6 or 12. */
      frequency?: number | undefined
      /** The rate of defaults, the same at all times, by the curve's day count. Unit: per year. */
      hazardRate?: number | undefined
      /** The day until which it runs. */
      maturity: string
      /** The notional. Unit: money. */
      notional?: number | undefined
      /** What is left of the notional at a default. */
      recovery?: number | undefined
      /** Where a date goes from a holiday. */
      roll?:
        | 'unadjusted' | 'following' | 'modifiedFollowing'
        | 'halfMonthModifiedFollowing' | 'preceding'
        | 'modifiedPreceding' | 'nearest' | undefined
      /** From which end the periods are counted. */
      rule?: 'backward' | 'forward' | undefined
      /** Who is asking. */
      side?: 'buyer' | 'seller' | undefined
      /** The premium. Unit: per year. */
      spread: number
      /** The day from which the premium runs. */
      start: string
      /** The curve of survival instead: rates are hazard rates, discountFactors probabilities. */
      survival?: {
        /**
         * How the rates are compounded: continuous, simple, discount, annual, semiannual,
         * every-fourth-month, quarterly, bimonthly, monthly, biweekly, weekly, daily, or how many
         * times a year, such as 12.
         */
        compounding?: string | undefined
        /**
         * The day count that makes times of dates: act/360, act/365f, act/364, act/366,
         * act/365.25, act/365l, act/365a, act/365-canadian, act/act-isda, act/act-icma,
         * act/act-afb, nl/365, 30/360 (bond basis), 30e/360 (eurobond), 30e+/360, 30u/360 (US),
         * 30e/360-isda, 30/365, 1/1 or business/252.
         */
        dayCount?: string | undefined
        /** The discount factors at the times, instead of rates. */
        discountFactors?: readonly number[] | undefined
        /** What the curve is between the times. */
        interpolation?:
          | 'linear-zero' | 'log-linear-discount'
          | 'cubic-zero' | 'monotone-convex' | undefined
        /** One rate for all times; or else times with rates or discountFactors. Unit: per year. */
        rate?: number | undefined
        /** The zero rates at the times. Unit: per year. */
        rates?: readonly number[] | undefined
        /** The times, rising. Unit: years. */
        times?: readonly number[] | undefined
      } | undefined
      /** The day of the curves' time 0; the start when left out. */
      valuation?: string | undefined
    }
    figures: {
      convention: string
      /** The premium at which it would be worth nothing. Unit: per year. */
      fairSpread: number | null
      /**
       * The constant hazard rate by which defaults are expected, or that the given spread
       * implies; not a number when a curve of survival is given. Unit: per year.
       */
      hazardRate: number | null
      inputsHash: string
      /** What the contract is worth to who asks. Unit: money. */
      npv: number | null
      /** What the premiums are worth, those accrued included. Unit: money. */
      premiumLeg: number | null
      /** What the protection is worth. Unit: money. */
      protectionLeg: number | null
      reference: string
      /** What 1 per year of premium is worth per 1 of notional. Unit: years. */
      riskyAnnuity: number | null
      /** The probability of survival until the maturity. */
      survival: number | null
    }
  }
  /** Bond on a curve */
  'bonds/from-curve': {
    question: {
      /**
       * Whose holidays payments avoid: none, weekends, USGS (US government bonds), USNY (New
       * York), NYFD (Federal Reserve), NYSE, GBLO (London), EUTA (TARGET), FRPA, DEFR, CHZU,
       * JPTO, AUSY, NZBD, NZAU, NZWE, BRBD, CATO, CAMO, CZPR, DKCO, HUBU, MXMC, NOOS, PLWA,
       * SEST, THBA, ZAJO, or some joined by +.
       */
      calendar?: string | undefined
      /** The price without accrued interest. Unit: per 100. */
      clean?: number | undefined
      /** The coupon. Unit: per year. */
      coupon?: number | undefined
      /** Coupons of the periods where they differ; the last one stays. Unit: per year. */
      coupons?: readonly number[] | undefined
      /** The curve of interest. */
      curve: {
        /**
         * How the rates are compounded: continuous, simple, discount, annual, semiannual,
         * every-fourth-month, quarterly, bimonthly, monthly, biweekly, weekly, daily, or how many
         * times a year, such as 12.
         */
        compounding?: string | undefined
        /**
         * The day count that makes times of dates: act/360, act/365f, act/364, act/366,
         * act/365.25, act/365l, act/365a, act/365-canadian, act/act-isda, act/act-icma,
         * act/act-afb, nl/365, 30/360 (bond basis), 30e/360 (eurobond), 30e+/360, 30u/360 (US),
         * 30e/360-isda, 30/365, 1/1 or business/252.
         */
        dayCount?: string | undefined
        /** The discount factors at the times, instead of rates. */
        discountFactors?: readonly number[] | undefined
        /** What the curve is between the times. */
        interpolation?:
          | 'linear-zero' | 'log-linear-discount'
          | 'cubic-zero' | 'monotone-convex' | undefined
        /** One rate for all times; or else times with rates or discountFactors. Unit: per year. */
        rate?: number | undefined
        /** The zero rates at the times. Unit: per year. */
        rates?: readonly number[] | undefined
        /** The times, rising. Unit: years. */
        times?: readonly number[] | undefined
      }
      /** The day of the curve's time 0; the settlement when left out. */
      curveDate?: string | undefined
      /**
       * The day count of the coupons: act/360, act/365f, act/364, act/366, act/365.25, act/365l,
       * act/365a, act/365-canadian, act/act-isda, act/act-icma, act/act-afb, nl/365, 30/360
       * (bond basis), 30e/360 (eurobond), 30e+/360, 30u/360 (US), 30e/360-isda, 30/365, 1/1 or
       * business/252.
       */
      dayCount?: string | undefined
      /** The price with accrued interest. Unit: per 100. */
      dirty?: number | undefined
      /** Whether periods from a month's last day end on last days. */
      endOfMonth?: boolean | undefined
      /** In whose business days that is counted; none: in days. */
      exCouponCalendar?: string | undefined
      /** How many days before its payment a coupon stays with the seller. Unit: days. */
      exCouponDays?: number | undefined
      /** When the first coupon period ends, where it is odd. */
      firstCoupon?: string | undefined
      /** Coupons per year: 1, 2, 3, 4, 6 or 12; 0 for none. */
      frequency?: number | undefined
      /** The day from which interest runs; see bonds/price. */
      issue?: string | undefined
      /** The day of redemption. */
      maturity: string
      /** When the last coupon period begins, where it is odd. */
      penultimateCoupon?: string | undefined
      /** What is redeemed. Unit: per 100. */
      redemption?: number | undefined
      /** Where a payment goes from a holiday. */
      roll?:
        | 'unadjusted' | 'following' | 'modifiedFollowing'
        | 'halfMonthModifiedFollowing' | 'preceding'
        | 'modifiedPreceding' | 'nearest' | undefined
      /** From which end the periods are counted. */
      rule?: 'backward' | 'forward' | undefined
      /** The day on which the bond is paid for; one before the issue is taken to be it. */
      settlement: string
      /** What is added to every zero rate; found when a price is given. Unit: per year. */
      spread?: number | undefined
      /**
       * How the zero rates are compounded that the spread is added to: compounded (as often as
       * there are coupons), continuous, simple, discount, annual, semiannual,
       * every-fourth-month, quarterly, bimonthly, monthly, biweekly, weekly, daily, or how many
       * times a year, such as 12.
       */
      spreadCompounding?: string | undefined
    }
    figures: {
      /** The interest accrued to the seller. Unit: per 100. */
      accrued: number | null
      /** What is paid, and when. */
      cashFlows: readonly ({
        /** What is paid. Unit: per 100. */
        amount: number | null
        /** The day of payment, off holidays. */
        date: string
        /** What one of money then is worth at the settlement. */
        discountFactor: number | null
        /** What the payment is worth at the settlement. Unit: per 100. */
        presentValue: number | null
        /** The time until then on the curve. Unit: years. */
        years: number | null
      })[]
      /** The price without accrued interest. Unit: per 100. */
      clean: number | null
      convention: string
      /** The price with accrued interest. Unit: per 100. */
      dirty: number | null
      /** The second change for it. Unit: per 1.00 of rate squared. */
      effectiveConvexity: number | null
      /**
       * Minus the change for a shift of all zero rates, as a part of the price. Unit: per 1.00
       * of rate.
       */
      effectiveDuration: number | null
      inputsHash: string
      /** The coupon at which the clean price would be 100. Unit: per year. */
      parCoupon: number | null
      reference: string
      /** What is added to every zero rate: the z-spread. Unit: per year. */
      spread: number | null
      /** The yield, compounded as often as there are coupons. Unit: per year. */
      yield: number | null
    }
  }
  /** Bond price from its yield */
  'bonds/price': {
    question: {
      /**
       * Whose holidays payments avoid: none, weekends, USGS (US government bonds), USNY (New
       * York), NYFD (Federal Reserve), NYSE, GBLO (London), EUTA (TARGET), FRPA, DEFR, CHZU,
       * JPTO, AUSY, NZBD, NZAU, NZWE, BRBD, CATO, CAMO, CZPR, DKCO, HUBU, MXMC, NOOS, PLWA,
       * SEST, THBA, ZAJO, or some joined by +.
       */
      calendar?: string | undefined
      /** The price without accrued interest. Unit: per 100. */
      clean?: number | undefined
      /**
       * How the yield is compounded: compounded (as often as there are coupons),
       * simple-then-compounded, continuous, simple, discount, annual, semiannual,
       * every-fourth-month, quarterly, bimonthly, monthly, biweekly, weekly, daily, or how many
       * times a year, such as 12.
       */
      compounding?: string | undefined
      /** The coupon. Unit: per year. */
      coupon?: number | undefined
      /** How a coupon is reckoned: simple (coupon·years) or annual ((1+coupon)^years−1). */
      couponCompounding?: string | undefined
      /** Coupons of the periods where they differ; the last one stays. Unit: per year. */
      coupons?: readonly number[] | undefined
      /**
       * The day count of the coupons: act/360, act/365f, act/364, act/366, act/365.25, act/365l,
       * act/365a, act/365-canadian, act/act-isda, act/act-icma, act/act-afb, nl/365, 30/360
       * (bond basis), 30e/360 (eurobond), 30e+/360, 30u/360 (US), 30e/360-isda, 30/365, 1/1 or
       * business/252.
       */
      dayCount?: string | undefined
      /** The price with accrued interest. Unit: per 100. */
      dirty?: number | undefined
      /** Whether periods from a month's last day end on last days. */
      endOfMonth?: boolean | undefined
      /** In whose business days that is counted; none: in days. */
      exCouponCalendar?: string | undefined
      /** How many days before its payment a coupon stays with the seller. Unit: days. */
      exCouponDays?: number | undefined
      /** When the first coupon period ends, where it is odd. */
      firstCoupon?: string | undefined
      /** Coupons per year: 1, 2, 3, 4, 6 or 12; 0 for none. */
      frequency?: number | undefined
      /**
       * The day from which interest runs; without it, as many whole periods before the maturity
       * as reach the settlement.
       */
      issue?: string | undefined
      /** The day of redemption. */
      maturity: string
      /** The face value for bpv. Unit: money. */
      notional?: number | undefined
      /** When the last coupon period begins, where it is odd. */
      penultimateCoupon?: string | undefined
      /** What is redeemed. Unit: per 100. */
      redemption?: number | undefined
      /** Where a payment goes from a holiday. */
      roll?:
        | 'unadjusted' | 'following' | 'modifiedFollowing'
        | 'halfMonthModifiedFollowing' | 'preceding'
        | 'modifiedPreceding' | 'nearest' | undefined
      /** From which end the periods are counted. */
      rule?: 'backward' | 'forward' | undefined
      /** The day on which the bond is paid for; one before the issue is taken to be it. */
      settlement: string
      /** The yield; or else the clean or the dirty price. Unit: per year. */
      yield?: number | undefined
      /** The day count of the yield; that of the coupons when left out. */
      yieldDayCount?: string | undefined
    }
    figures: {
      /** The interest accrued to the seller. Unit: per 100. */
      accrued: number | null
      /** The days of the accrued interest. Unit: days. */
      accruedDays: number
      /** The change of the value for one basis point more of yield. Unit: money on the notional. */
      bpv: number | null
      /**
       * The same by pricing again, with the whole of the convexity. Unit: money on the notional.
       */
      bpvRepriced: number | null
      /** What is paid, and when. */
      cashFlows: readonly ({
        /** What is paid. Unit: per 100. */
        amount: number | null
        /** The day of payment, off holidays. */
        date: string
        /** What it is worth at the settlement. Unit: per 100. */
        presentValue: number | null
        /** The time until then, by the yield's day count. Unit: years. */
        years: number | null
      })[]
      /** The price without accrued interest. Unit: per 100. */
      clean: number | null
      /** The yield, compounded continuously. Unit: per year. */
      continuousYield: number | null
      convention: string
      /** The convexity. Unit: per 1.00 of yield squared. */
      convexity: number | null
      /** The coupon over the clean price. Unit: per year. */
      currentYield: number | null
      /** The price with accrued interest. Unit: per 100. */
      dirty: number | null
      inputsHash: string
      /** Macaulay's duration. Unit: years. */
      macaulay: number | null
      /** The modified duration. Unit: per 1.00 of yield. */
      modified: number | null
      /** When the next payment is made. */
      nextPayment: string
      /** When the coupon period began in which the bond is paid for. */
      periodStart: string
      reference: string
      /** The yield to maturity. Unit: per year. */
      yield: number | null
      /** The change of the yield for 0.01 more of the price. Unit: per cent per year. */
      yieldValueOfBasisPoint: number | null
    }
  }
  /** Bond yield from its price */
  'bonds/yield': {
    question: {
      /**
       * Whose holidays payments avoid: none, weekends, USGS (US government bonds), USNY (New
       * York), NYFD (Federal Reserve), NYSE, GBLO (London), EUTA (TARGET), FRPA, DEFR, CHZU,
       * JPTO, AUSY, NZBD, NZAU, NZWE, BRBD, CATO, CAMO, CZPR, DKCO, HUBU, MXMC, NOOS, PLWA,
       * SEST, THBA, ZAJO, or some joined by +.
       */
      calendar?: string | undefined
      /** The price without accrued interest. Unit: per 100. */
      clean?: number | undefined
      /**
       * How the yield is compounded: compounded (as often as there are coupons),
       * simple-then-compounded, continuous, simple, discount, annual, semiannual,
       * every-fourth-month, quarterly, bimonthly, monthly, biweekly, weekly, daily, or how many
       * times a year, such as 12.
       */
      compounding?: string | undefined
      /** The coupon. Unit: per year. */
      coupon?: number | undefined
      /** How a coupon is reckoned: simple (coupon·years) or annual ((1+coupon)^years−1). */
      couponCompounding?: string | undefined
      /** Coupons of the periods where they differ; the last one stays. Unit: per year. */
      coupons?: readonly number[] | undefined
      /**
       * The day count of the coupons: act/360, act/365f, act/364, act/366, act/365.25, act/365l,
       * act/365a, act/365-canadian, act/act-isda, act/act-icma, act/act-afb, nl/365, 30/360
       * (bond basis), 30e/360 (eurobond), 30e+/360, 30u/360 (US), 30e/360-isda, 30/365, 1/1 or
       * business/252.
       */
      dayCount?: string | undefined
      /** The price with accrued interest. Unit: per 100. */
      dirty?: number | undefined
      /** Whether periods from a month's last day end on last days. */
      endOfMonth?: boolean | undefined
      /** In whose business days that is counted; none: in days. */
      exCouponCalendar?: string | undefined
      /** How many days before its payment a coupon stays with the seller. Unit: days. */
      exCouponDays?: number | undefined
      /** When the first coupon period ends, where it is odd. */
      firstCoupon?: string | undefined
      /** Coupons per year: 1, 2, 3, 4, 6 or 12; 0 for none. */
      frequency?: number | undefined
      /**
       * The day from which interest runs; without it, as many whole periods before the maturity
       * as reach the settlement.
       */
      issue?: string | undefined
      /** The day of redemption. */
      maturity: string
      /** The face value for bpv. Unit: money. */
      notional?: number | undefined
      /** When the last coupon period begins, where it is odd. */
      penultimateCoupon?: string | undefined
      /** What is redeemed. Unit: per 100. */
      redemption?: number | undefined
      /** Where a payment goes from a holiday. */
      roll?:
        | 'unadjusted' | 'following' | 'modifiedFollowing'
        | 'halfMonthModifiedFollowing' | 'preceding'
        | 'modifiedPreceding' | 'nearest' | undefined
      /** From which end the periods are counted. */
      rule?: 'backward' | 'forward' | undefined
      /** The day on which the bond is paid for; one before the issue is taken to be it. */
      settlement: string
      /** The yield; or else the clean or the dirty price. Unit: per year. */
      yield?: number | undefined
      /** The day count of the yield; that of the coupons when left out. */
      yieldDayCount?: string | undefined
    }
    figures: {
      /** The interest accrued to the seller. Unit: per 100. */
      accrued: number | null
      /** The days of the accrued interest. Unit: days. */
      accruedDays: number
      /** The change of the value for one basis point more of yield. Unit: money on the notional. */
      bpv: number | null
      /**
       * The same by pricing again, with the whole of the convexity. Unit: money on the notional.
       */
      bpvRepriced: number | null
      /** What is paid, and when. */
      cashFlows: readonly ({
        /** What is paid. Unit: per 100. */
        amount: number | null
        /** The day of payment, off holidays. */
        date: string
        /** What it is worth at the settlement. Unit: per 100. */
        presentValue: number | null
        /** The time until then, by the yield's day count. Unit: years. */
        years: number | null
      })[]
      /** The price without accrued interest. Unit: per 100. */
      clean: number | null
      /** The yield, compounded continuously. Unit: per year. */
      continuousYield: number | null
      convention: string
      /** The convexity. Unit: per 1.00 of yield squared. */
      convexity: number | null
      /** The coupon over the clean price. Unit: per year. */
      currentYield: number | null
      /** The price with accrued interest. Unit: per 100. */
      dirty: number | null
      inputsHash: string
      /** Macaulay's duration. Unit: years. */
      macaulay: number | null
      /** The modified duration. Unit: per 1.00 of yield. */
      modified: number | null
      /** When the next payment is made. */
      nextPayment: string
      /** When the coupon period began in which the bond is paid for. */
      periodStart: string
      reference: string
      /** The yield to maturity. Unit: per year. */
      yield: number | null
      /** The change of the yield for 0.01 more of the price. Unit: per cent per year. */
      yieldValueOfBasisPoint: number | null
    }
  }
  /** Covariance of returns */
  'covariance/estimate': {
    question: {
      /** EWMA: the weight kept from one observation to the next. */
      decay?: number | undefined
      /** Shrinkage: how far; left out, the estimate of Ledoit and Wolf. */
      intensity?: number | undefined
      /** Newey–West: how many lags; left out, 4·(n/100)^(2/9). */
      lags?: number | undefined
      /** The estimator. */
      method?:
        | 'sample' | 'population' | 'ewma' | 'ledoit-wolf'
        | 'oas' | 'shrinkage' | 'newey-west' | 'denoised' | undefined
      /** What is done with missing returns. */
      missing?: 'drop' | 'pairwise' | undefined
      /** Covariances are multiplied by it: 252 makes those of days yearly. */
      periodsPerYear?: number | undefined
      /** Returns: a row for each observation, a column for each asset; null if missing. */
      returns: readonly (readonly (number | null)[])[]
      /** Shrinkage: what is shrunk to. */
      target?:
        | 'identity' | 'diagonal' | 'constant-correlation'
        | 'single-factor' | undefined
      /** Whether means are taken to be 0; left out, only by EWMA, as RiskMetrics does. */
      zeroMean?: boolean | undefined
    }
    figures: {
      convention: string
      /** The correlations; null of an asset that does not vary. */
      correlation: readonly (readonly (number | null)[])[]
      /** The covariances. */
      covariance: readonly (readonly (number | null)[])[]
      inputsHash: string
      /** The mean return of each asset. Unit: per period. */
      mean: readonly (number | null)[]
      /** How many observations were used. */
      observations: number
      reference: string
      /** How far the sample was drawn to the target, from 0 to 1; null when it was not. */
      shrinkage: number | null
      /** The standard deviation of each asset. */
      volatilities: readonly (number | null)[]
    }
  }
  /** Nearest covariance or correlation matrix */
  'covariance/repair': {
    question: {
      /** A symmetric matrix. */
      matrix: readonly (readonly number[])[]
      /** How it is repaired. */
      method?:
        | 'eigenvalue-clip' | 'spectral'
        | 'nearest-covariance' | 'higham' | undefined
      /** The smallest eigenvalue; but by eigenvalue-clip, of the correlation. */
      minimum?: number | undefined
    }
    figures: {
      convention: string
      /** The root of the summed squared differences from the given one. */
      distance: number | null
      /** The eigenvalues of the repaired matrix, descending. */
      eigenvalues: readonly (number | null)[]
      /** The eigenvalues of the given matrix, descending. */
      eigenvaluesBefore: readonly (number | null)[]
      inputsHash: string
      /** The repaired matrix. */
      matrix: readonly (readonly (number | null)[])[]
      /** Whether the given matrix was positive semi-definite, but for rounding. */
      positiveSemidefinite: boolean
      reference: string
    }
  }
  /** Covariance shrunk by hand */
  'covariance/shrunk': {
    question: {
      /** A symmetric matrix. */
      covariance: readonly (readonly number[])[]
      /** How far it is drawn to the target. */
      shrinkage?: number | undefined
      /** What it is drawn to. */
      target?:
        | 'identity' | 'diagonal' | 'constant-correlation'
        | 'single-factor' | undefined
    }
    figures: {
      convention: string
      /** The shrunk matrix. */
      covariance: readonly (readonly (number | null)[])[]
      inputsHash: string
      reference: string
    }
  }
  /** American option */
  'pricing/american': {
    question: {
      /** The asset's yield, continuous. Unit: per year. */
      dividendYield?: number | undefined
      /** How it is priced. */
      method?:
        | 'andersen-lake' | 'baw' | 'bjerksund-stensland'
        | 'bjerksund-stensland-2002' | 'binomial'
        | 'leisen-reimer' | undefined
      /** The riskless rate, continuous. Unit: per year. */
      rate: number
      /** The asset's price. Unit: price. */
      spot: number
      /**
       * Steps of the tree, of the methods binomial and leisen-reimer; the latter takes an odd
       * number, the next one of an even. 500 and 501 when left out.
       */
      steps?: number | undefined
      /** The price at which it may be exercised. Unit: price. */
      strike: number
      /** The right to buy, or to sell. */
      type: 'call' | 'put'
      /** The standard deviation of the asset's log returns. Unit: per square root of a year. */
      volatility: number
      /** The time to expiry. Unit: years. */
      years: number
    }
    figures: {
      convention: string
      /** By the asset's price. */
      delta: number | null
      /** What the right of early exercise is worth. Unit: price. */
      earlyExercisePremium: number | null
      /** The asset's price at which it is exercised now. Unit: price. */
      exerciseBoundary: number | null
      /** Delta by the asset's price. */
      gamma: number | null
      inputsHash: string
      /** The method that gave the price. */
      method: string
      /** The option's value. Unit: price. */
      price: number | null
      reference: string
      /** By the rate. Unit: per 1.00 of rate. */
      rho: number | null
      /** As time passes. Unit: per year. */
      theta: number | null
      /** By the volatility. Unit: per 1.00 of volatility. */
      vega: number | null
    }
  }
  /** Asian option */
  'pricing/asian': {
    question: {
      /** The average so far; spot when left out. Unit: price. */
      average?: number | undefined
      /** Which average. */
      averaging?: 'geometric' | 'arithmetic' | undefined
      /** The asset's yield, continuous. Unit: per year. */
      dividendYield?: number | undefined
      /** How long continuous averaging has gone on. Unit: years. */
      elapsed?: number | undefined
      /**
       * When the first fixing is, or continuous averaging begins; years / fixings, or now, when
       * left out. Unit: years.
       */
      firstFixing?: number | undefined
      /**
       * How many prices ahead are averaged, at equal distances, the last at expiry; the average
       * is continuous when left out.
       */
      fixings?: number | undefined
      /** How it is priced. */
      method?: 'analytic' | 'monte-carlo' | undefined
      /** How many fixings it is of. */
      pastFixings?: number | undefined
      /** Simulated paths. */
      paths?: number | undefined
      /** The riskless rate, continuous. Unit: per year. */
      rate: number
      /** What the simulation's chance begins with. */
      seed?: number | undefined
      /** The asset's price. Unit: price. */
      spot: number
      /**
       * The fixed strike against the average; without it the average is the strike of the price
       * at expiry. Unit: price.
       */
      strike?: number | undefined
      /** The right to buy, or to sell. */
      type: 'call' | 'put'
      /** The standard deviation of the asset's log returns. Unit: per square root of a year. */
      volatility: number
      /** The time to expiry. Unit: years. */
      years: number
    }
    figures: {
      convention: string
      /** By the asset's price. */
      delta: number | null
      /** By the dividend yield. Unit: per 1.00 of yield. */
      dividendRho: number | null
      /** Delta by the asset's price. */
      gamma: number | null
      inputsHash: string
      /** The option's value. Unit: price. */
      price: number | null
      reference: string
      /** By the rate. Unit: per 1.00 of rate. */
      rho: number | null
      /** One standard deviation of the price, of a simulation; 0 of a formula. Unit: price. */
      standardError: number | null
      /** By the volatility. Unit: per 1.00 of volatility. */
      vega: number | null
    }
  }
  /** European option on a forward with normal changes, Bachelier */
  'pricing/bachelier': {
    question: {
      /** The forward's price. Unit: price. */
      forward: number
      /** The riskless rate that discounts, continuous. Unit: per year. */
      rate?: number | undefined
      /** The price at which it may be exercised. Unit: price. */
      strike: number
      /** The right to buy, or to sell. */
      type: 'call' | 'put'
      /** The standard deviation of the forward's changes. Unit: price per square root of a year. */
      volatility: number
      /** The time to expiry. Unit: years. */
      years: number
    }
    figures: {
      convention: string
      /** By the forward price. */
      delta: number | null
      /** The risk-neutral probability of exercise. */
      exerciseProbability: number | null
      /** Delta by the forward price. */
      gamma: number | null
      inputsHash: string
      /** The option's value. Unit: price. */
      price: number | null
      reference: string
      /** By the rate, the forward held. Unit: per 1.00 of rate. */
      rho: number | null
      /** As time passes. Unit: per year. */
      theta: number | null
      /** Delta by the volatility. */
      vanna: number | null
      /** By the volatility. Unit: per 1.00 of volatility. */
      vega: number | null
      /** Vega by the volatility; also volga. */
      vomma: number | null
    }
  }
  /** The normal volatility that a European option's price implies */
  'pricing/bachelier-implied-volatility': {
    question: {
      /** The forward's price. Unit: price. */
      forward: number
      /** The option's price. Unit: price. */
      price: number
      /** The riskless rate that discounts, continuous. Unit: per year. */
      rate?: number | undefined
      /** The price at which it may be exercised. Unit: price. */
      strike: number
      /** The right to buy, or to sell. */
      type: 'call' | 'put'
      /** The time to expiry. Unit: years. */
      years: number
    }
    figures: {
      convention: string
      inputsHash: string
      reference: string
      /** The price's derivative there. Unit: per 1.00 of volatility. */
      vega: number | null
      /** The volatility that gives the price. Unit: per square root of a year. */
      volatility: number | null
    }
  }
  /** Barrier option with rebate */
  'pricing/barrier': {
    question: {
      /** The barrier. Unit: price. */
      barrier: number
      /** The asset's yield, continuous. Unit: per year. */
      dividendYield?: number | undefined
      /** Where the barrier lies, and whether touching it ends or begins the option. */
      kind: 'downOut' | 'downIn' | 'upOut' | 'upIn'
      /** How often the asset is compared with the barrier; always when left out. Unit: per year. */
      observationsPerYear?: number | undefined
      /** The riskless rate, continuous. Unit: per year. */
      rate: number
      /**
       * What is paid when it is knocked out, at once, or at expiry when it was never knocked in.
       * Unit: price.
       */
      rebate?: number | undefined
      /** The asset's price. Unit: price. */
      spot: number
      /** The price at which it may be exercised. Unit: price. */
      strike: number
      /** The right to buy, or to sell. */
      type: 'call' | 'put'
      /** The standard deviation of the asset's log returns. Unit: per square root of a year. */
      volatility: number
      /** The time to expiry. Unit: years. */
      years: number
    }
    figures: {
      convention: string
      /** By the asset's price. */
      delta: number | null
      /** By the dividend yield. Unit: per 1.00 of yield. */
      dividendRho: number | null
      /** Delta by the asset's price. */
      gamma: number | null
      inputsHash: string
      /** The option's value. Unit: price. */
      price: number | null
      reference: string
      /** By the rate. Unit: per 1.00 of rate. */
      rho: number | null
      /** As time passes. Unit: per year. */
      theta: number | null
      /** By the volatility. Unit: per 1.00 of volatility. */
      vega: number | null
    }
  }
  /** Option price in a binomial tree */
  'pricing/binomial-tree': {
    question: {
      /** The asset's yield, continuous. Unit: per year. */
      dividendYield?: number | undefined
      /** When it may be exercised. */
      exercise?: 'american' | 'european' | undefined
      /** The riskless rate, continuous. Unit: per year. */
      rate: number
      /** The asset's price. Unit: price. */
      spot: number
      /** Steps; of Leisen and Reimer an odd number. */
      steps: number
      /** The price at which it may be exercised. Unit: price. */
      strike: number
      /** How the steps are chosen. */
      tree?:
        | 'cox-ross-rubinstein' | 'jarrow-rudd'
        | 'leisen-reimer' | undefined
      /** The right to buy, or to sell. */
      type: 'call' | 'put'
      /** The standard deviation of the asset's log returns. Unit: per square root of a year. */
      volatility: number
      /** The time to expiry. Unit: years. */
      years: number
    }
    figures: {
      convention: string
      /** By the asset's price, from the first step. */
      delta: number | null
      /** The factor of a step down. */
      down: number | null
      /** Delta by the asset's price, from the second step. */
      gamma: number | null
      inputsHash: string
      /** The option's value in the tree. Unit: price. */
      price: number | null
      /** The risk-neutral probability of a step up. */
      probability: number | null
      reference: string
      /** As time passes, from two steps up and down. Unit: per year. */
      theta: number | null
      /** The factor of a step up. */
      up: number | null
    }
  }
  /** European option on a forward or future, Black 1976 */
  'pricing/black-76': {
    question: {
      /** The forward's or future's price. Unit: price. */
      forward: number
      /** The riskless rate that discounts, continuous. Unit: per year. */
      rate?: number | undefined
      /** The price at which it may be exercised. Unit: price. */
      strike: number
      /** The right to buy, or to sell. */
      type: 'call' | 'put'
      /** The standard deviation of the forward's log returns. Unit: per square root of a year. */
      volatility: number
      /** The time to expiry. Unit: years. */
      years: number
    }
    figures: {
      convention: string
      /** By the forward price. */
      delta: number | null
      /** The risk-neutral probability of exercise. */
      exerciseProbability: number | null
      /** Delta by the forward price. */
      gamma: number | null
      inputsHash: string
      /** The option's value. Unit: price. */
      price: number | null
      reference: string
      /** By the rate, the forward held. Unit: per 1.00 of rate. */
      rho: number | null
      /** As time passes. Unit: per year. */
      theta: number | null
      /** Delta by the volatility. */
      vanna: number | null
      /** By the volatility. Unit: per 1.00 of volatility. */
      vega: number | null
      /** Vega by the volatility; also volga. */
      vomma: number | null
    }
  }
  /** European option, Black–Scholes–Merton */
  'pricing/black-scholes': {
    question: {
      /** The asset's yield, continuous. Unit: per year. */
      dividendYield?: number | undefined
      /** The riskless rate, continuous. Unit: per year. */
      rate: number
      /** The asset's price. Unit: price. */
      spot: number
      /** The price at which it may be exercised. Unit: price. */
      strike: number
      /** The right to buy, or to sell. */
      type: 'call' | 'put'
      /** The standard deviation of the asset's log returns. Unit: per square root of a year. */
      volatility: number
      /** The time to expiry. Unit: years. */
      years: number
    }
    figures: {
      /** Delta as time passes. Unit: per year. */
      charm: number | null
      /** Gamma as time passes. Unit: per year. */
      color: number | null
      convention: string
      /** By the asset's price. */
      delta: number | null
      /** By the dividend yield. Unit: per 1.00 of yield. */
      dividendRho: number | null
      /** By the strike. */
      dualDelta: number | null
      /** Dual delta by the strike. */
      dualGamma: number | null
      /** The relative change of the value for one of the asset's price; also lambda. */
      elasticity: number | null
      /** The risk-neutral probability of exercise. */
      exerciseProbability: number | null
      /** Delta by the asset's price. */
      gamma: number | null
      inputsHash: string
      /** The option's value. Unit: price. */
      price: number | null
      reference: string
      /** By the rate. Unit: per 1.00 of rate. */
      rho: number | null
      /** Gamma by the asset's price. */
      speed: number | null
      /** As time passes. Unit: per year. */
      theta: number | null
      /** Vomma by the volatility. */
      ultima: number | null
      /** Delta by the volatility. */
      vanna: number | null
      /** By the volatility. Unit: per 1.00 of volatility. */
      vega: number | null
      /** Rho by the volatility. */
      vera: number | null
      /** Vega as time passes. Unit: per year. */
      veta: number | null
      /** Vega by the volatility; also volga. */
      vomma: number | null
      /** Gamma by the volatility. */
      zomma: number | null
    }
  }
  /** Cash-or-nothing and asset-or-nothing option */
  'pricing/digital': {
    question: {
      /** The amount that a cash-or-nothing option pays. Unit: price. */
      cash?: number | undefined
      /** The asset's yield, continuous. Unit: per year. */
      dividendYield?: number | undefined
      /** What it pays. */
      kind?: 'cash-or-nothing' | 'asset-or-nothing' | undefined
      /** The riskless rate, continuous. Unit: per year. */
      rate: number
      /** The asset's price. Unit: price. */
      spot: number
      /** The price beyond which it pays. Unit: price. */
      strike: number
      /** Whether it pays above the strike, a call, or below it, a put. */
      type: 'call' | 'put'
      /** The standard deviation of the asset's log returns. Unit: per square root of a year. */
      volatility: number
      /** The time to expiry. Unit: years. */
      years: number
    }
    figures: {
      convention: string
      /** By the asset's price. */
      delta: number | null
      /** By the dividend yield. Unit: per 1.00 of yield. */
      dividendRho: number | null
      /** Delta by the asset's price. */
      gamma: number | null
      inputsHash: string
      /** The option's value. Unit: price. */
      price: number | null
      reference: string
      /** By the rate. Unit: per 1.00 of rate. */
      rho: number | null
      /** As time passes. Unit: per year. */
      theta: number | null
      /** By the volatility. Unit: per 1.00 of volatility. */
      vega: number | null
    }
  }
  /** Gap option */
  'pricing/gap': {
    question: {
      /** The asset's yield, continuous. Unit: per year. */
      dividendYield?: number | undefined
      /** The riskless rate, continuous. Unit: per year. */
      rate: number
      /** The asset's price. Unit: price. */
      spot: number
      /** The price that is paid or got. Unit: price. */
      strike: number
      /** The price beyond which it is exercised. Unit: price. */
      trigger: number
      /** The right to buy, or to sell. */
      type: 'call' | 'put'
      /** The standard deviation of the asset's log returns. Unit: per square root of a year. */
      volatility: number
      /** The time to expiry. Unit: years. */
      years: number
    }
    figures: {
      convention: string
      /** By the asset's price. */
      delta: number | null
      /** By the dividend yield. Unit: per 1.00 of yield. */
      dividendRho: number | null
      /** Delta by the asset's price. */
      gamma: number | null
      inputsHash: string
      /** The option's value. Unit: price. */
      price: number | null
      reference: string
      /** By the rate. Unit: per 1.00 of rate. */
      rho: number | null
      /** As time passes. Unit: per year. */
      theta: number | null
      /** By the volatility. Unit: per 1.00 of volatility. */
      vega: number | null
    }
  }
  /** European option in Heston's model */
  'pricing/heston': {
    question: {
      /** The asset's yield, continuous. Unit: per year. */
      dividendYield?: number | undefined
      /** The speed at which variance returns to its mean. Unit: per year. */
      kappa: number
      /** The riskless rate, continuous. Unit: per year. */
      rate: number
      /** The correlation of price and variance. */
      rho: number
      /** The volatility of variance. Unit: per square root of a year. */
      sigma: number
      /** The asset's price. Unit: price. */
      spot: number
      /** The price at which it may be exercised. Unit: price. */
      strike: number
      /** The mean to which variance returns. Unit: per year. */
      theta: number
      /** The right to buy, or to sell. */
      type: 'call' | 'put'
      /** The variance now. Unit: per year. */
      v0: number
      /** The time to expiry. Unit: years. */
      years: number
    }
    figures: {
      convention: string
      /** By the asset's price. */
      delta: number | null
      /** Whether 2·kappa·theta is above sigma², so that variance never reaches 0. */
      feller: boolean
      /** Delta by the asset's price. */
      gamma: number | null
      /** The Black–Scholes volatility that gives the price. Unit: per square root of a year. */
      impliedVolatility: number | null
      inputsHash: string
      /** The option's value. Unit: price. */
      price: number | null
      reference: string
      /** By the variance now. Unit: per 1.00 of variance. */
      varianceSensitivity: number | null
    }
  }
  /** The volatility that a European option's price implies */
  'pricing/implied-volatility': {
    question: {
      /** The asset's yield, continuous. Unit: per year. */
      dividendYield?: number | undefined
      /** The option's price. Unit: price. */
      price: number
      /** The riskless rate, continuous. Unit: per year. */
      rate: number
      /** The asset's price. Unit: price. */
      spot: number
      /** The price at which it may be exercised. Unit: price. */
      strike: number
      /** The right to buy, or to sell. */
      type: 'call' | 'put'
      /** The time to expiry. Unit: years. */
      years: number
    }
    figures: {
      convention: string
      inputsHash: string
      reference: string
      /** The price's derivative there. Unit: per 1.00 of volatility. */
      vega: number | null
      /** The volatility that gives the price. Unit: per square root of a year. */
      volatility: number | null
    }
  }
  /** Lookback option with floating or fixed strike */
  'pricing/lookback': {
    question: {
      /** The asset's yield, continuous. Unit: per year. */
      dividendYield?: number | undefined
      /** What the extreme is multiplied by, where looking ends before expiry. */
      level?: number | undefined
      /** When looking ends, of a floating strike; at expiry when left out. Unit: years. */
      lookbackEnd?: number | undefined
      /** When looking begins, of a fixed strike; now when left out. Unit: years. */
      lookbackStart?: number | undefined
      /**
       * The highest price so far, of a floating put or a fixed call; spot when left out. Unit:
       * price.
       */
      maximum?: number | undefined
      /**
       * The lowest price so far, of a floating call or a fixed put; spot when left out. Unit:
       * price.
       */
      minimum?: number | undefined
      /** The riskless rate, continuous. Unit: per year. */
      rate: number
      /** The asset's price. Unit: price. */
      spot: number
      /** The fixed strike; without it the option floats: the strike is the extreme. Unit: price. */
      strike?: number | undefined
      /** The right to buy, or to sell. */
      type: 'call' | 'put'
      /** The standard deviation of the asset's log returns. Unit: per square root of a year. */
      volatility: number
      /** The time to expiry. Unit: years. */
      years: number
    }
    figures: {
      convention: string
      /** By the asset's price. */
      delta: number | null
      /** By the dividend yield. Unit: per 1.00 of yield. */
      dividendRho: number | null
      /** Delta by the asset's price. */
      gamma: number | null
      inputsHash: string
      /** The option's value. Unit: price. */
      price: number | null
      reference: string
      /** By the rate. Unit: per 1.00 of rate. */
      rho: number | null
      /** As time passes. Unit: per year. */
      theta: number | null
      /** By the volatility. Unit: per 1.00 of volatility. */
      vega: number | null
    }
  }
  /** Implied volatility and option price in the SABR model */
  'pricing/sabr': {
    question: {
      /** The volatility's level. */
      alpha: number
      /** The exponent of the forward. */
      beta: number
      /** The forward's price or rate. Unit: price. */
      forward: number
      /** The volatility of volatility. Unit: per square root of a year. */
      nu: number
      /** The riskless rate that discounts, continuous. Unit: per year. */
      rate?: number | undefined
      /** The correlation of forward and volatility. */
      rho: number
      /** What is added to forward and strike, so that they are above 0. Unit: price. */
      shift?: number | undefined
      /** The price at which it may be exercised. Unit: price. */
      strike: number
      /** The right to buy, or to sell. */
      type?: 'call' | 'put' | undefined
      /** The time to expiry. Unit: years. */
      years: number
    }
    figures: {
      convention: string
      /** The value by the forward, the volatility held. */
      delta: number | null
      inputsHash: string
      /** Bachelier's implied volatility. Unit: price per square root of a year. */
      normalVolatility: number | null
      /** The option's value. Unit: price. */
      price: number | null
      reference: string
      /** The value by the volatility. Unit: per 1.00 of volatility. */
      vega: number | null
      /**
       * Black's implied volatility, of forward and strike with the shift. Unit: per square root
       * of a year.
       */
      volatility: number | null
    }
  }
  /** The SABR parameters of a smile */
  'pricing/sabr-calibrate': {
    question: {
      /** The exponent of the forward, which a smile alone does not tell. */
      beta?: number | undefined
      /** The forward's price or rate. Unit: price. */
      forward: number
      /** What is added to forward and strikes, so that they are above 0. Unit: price. */
      shift?: number | undefined
      /** The strikes. Unit: price. */
      strikes: readonly number[]
      /** Black's implied volatilities, one for each strike. Unit: per square root of a year. */
      volatilities: readonly number[]
      /** The time to expiry. Unit: years. */
      years: number
    }
    figures: {
      /** The volatility's level. */
      alpha: number | null
      /** The exponent of the forward, as given. */
      beta: number | null
      convention: string
      /** The volatilities that the model gives. Unit: per square root of a year. */
      fitted: readonly (number | null)[]
      inputsHash: string
      /** The volatility of volatility. Unit: per square root of a year. */
      nu: number | null
      reference: string
      /** The correlation of forward and volatility. */
      rho: number | null
      /** The root of the mean squared difference of volatilities. Unit: volatility. */
      rootMeanSquareError: number | null
    }
  }
  /** Zero curve from quotes */
  'rates/bootstrap': {
    question: {
      /** The quotes, each with an end of its own. */
      instruments: readonly ({
        /**
         * How the rate of a zero is compounded: continuous, simple, discount, annual, semiannual,
         * every-fourth-month, quarterly, bimonthly, monthly, biweekly, weekly, daily, or how many
         * times a year, such as 12.
         */
        compounding?: string | undefined
        /** What a future's rate is above the forward. Unit: per year. */
        convexityAdjustment?: number | undefined
        /** The coupon of a bond. Unit: per year. */
        coupon?: number | undefined
        /** When it ends; the time that it adds to the curve. Unit: years. */
        end: number
        /** Payments per year of a swap's fixed side or a bond. */
        frequency?: number | undefined
        /** The price: of a bond with its coupons, of a zero, or of a future, 100 − 100·rate. */
        price?: number | undefined
        /**
         * The rate: simple of a deposit or FRA, of the fixed side of a swap, of a zero. Unit: per
         * year.
         */
        rate?: number | undefined
        /** When it begins: of a FRA or a future. Unit: years. */
        start?: number | undefined
        /** What is quoted. */
        type:
          | 'deposit' | 'fra' | 'future' | 'swap' | 'bond'
          | 'zero'
      })[]
      /** What the curve is between the ends. */
      interpolation?:
        | 'linear-zero' | 'log-linear-discount'
        | 'cubic-zero' | 'monotone-convex' | undefined
    }
    figures: {
      /** The zero rates, compounded once a year. Unit: per year. */
      annualRates: readonly (number | null)[]
      convention: string
      /** What one of money at each end is worth now. */
      discountFactors: readonly (number | null)[]
      /** The rates from end to end, continuous. Unit: per year. */
      forwards: readonly (number | null)[]
      inputsHash: string
      /** The largest amount by which a quote is missed, per 1 of face value. */
      largestError: number | null
      reference: string
      /** The ends of the quotes, rising. Unit: years. */
      times: readonly (number | null)[]
      /** The zero rates, continuous. Unit: per year. */
      zeroRates: readonly (number | null)[]
    }
  }
  /** Business days and holidays */
  'rates/calendar': {
    question: {
      /** Business days to go from the date, backward when negative. */
      businessDays?: number | undefined
      /**
       * The calendar of holidays: none, weekends, USGS (US government bonds), USNY (New York),
       * NYFD (Federal Reserve), NYSE, GBLO (London), EUTA (TARGET), FRPA, DEFR, CHZU, JPTO,
       * AUSY, NZBD, NZAU, NZWE, BRBD, CATO, CAMO, CZPR, DKCO, HUBU, MXMC, NOOS, PLWA, SEST,
       * THBA, ZAJO, or some joined by +.
       */
      calendar: string
      /** Where the date goes from a holiday. */
      convention?:
        | 'unadjusted' | 'following' | 'modifiedFollowing'
        | 'halfMonthModifiedFollowing' | 'preceding'
        | 'modifiedPreceding' | 'nearest' | undefined
      /** The day. */
      date: string
      /** Until when holidays and business days are counted. */
      to?: string | undefined
    }
    figures: {
      /** The day, rolled by the convention. */
      adjusted: string
      /** Whether the day is a business day. */
      businessDay: boolean
      /** Business days from the date to the last day, which is not counted. Unit: days. */
      businessDaysBetween: number
      convention: string
      /** Holidays from the date to the last day, without Saturdays and Sundays. */
      holidays: readonly string[]
      inputsHash: string
      /** The first business day after the day. */
      next: string
      /** The last business day before the day. */
      previous: string
      reference: string
      /** The day so many business days on. */
      shifted: string
    }
  }
  /** Compounding */
  'rates/convert': {
    question: {
      /**
       * How it is compounded: continuous, simple, discount, annual, semiannual,
       * every-fourth-month, quarterly, bimonthly, monthly, biweekly, weekly, daily, or how many
       * times a year, such as 12.
       */
      from: string
      /** The rate. Unit: per year. */
      rate: number
      /** How the answer is to be compounded, likewise. */
      to: string
      /** Over what time they are equal; it matters to simple and discount rates. Unit: years. */
      years?: number | undefined
    }
    figures: {
      /** It, compounded continuously. Unit: per year. */
      continuous: number | null
      convention: string
      /** What one of money at the end of the time is worth now. */
      discountFactor: number | null
      /** It, compounded once a year. Unit: per year. */
      effectiveAnnual: number | null
      inputsHash: string
      /** The rate that gives as much. Unit: per year. */
      rate: number | null
      reference: string
    }
  }
  /** Time between two dates */
  'rates/day-count': {
    question: {
      /**
       * Whose business days are counted, for business/252: none, weekends, USGS (US government
       * bonds), USNY (New York), NYFD (Federal Reserve), NYSE, GBLO (London), EUTA (TARGET),
       * FRPA, DEFR, CHZU, JPTO, AUSY, NZBD, NZAU, NZWE, BRBD, CATO, CAMO, CZPR, DKCO, HUBU,
       * MXMC, NOOS, PLWA, SEST, THBA, ZAJO, or some joined by +.
       */
      calendar?: string | undefined
      /**
       * The day count, by any of its usual names: act/360, act/365f, act/364, act/366,
       * act/365.25, act/365l, act/365a, act/365-canadian, act/act-isda, act/act-icma,
       * act/act-afb, nl/365, 30/360 (bond basis), 30e/360 (eurobond), 30e+/360, 30u/360 (US),
       * 30e/360-isda, 30/365, 1/1 or business/252.
       */
      convention: string
      /** Coupons per year; told from the coupon period's length when left out. */
      frequency?: number | undefined
      /** The first day. */
      from: string
      /** The end of the regular coupon period. */
      referenceEnd?: string | undefined
      /** The start of the regular coupon period, for act/act-icma and act/365l. */
      referenceStart?: string | undefined
      /** The last day of the contract, for 30e/360-isda. */
      termination?: string | undefined
      /** The last day, which is not counted itself. */
      to: string
    }
    figures: {
      convention: string
      /** The days that the convention counts. Unit: days. */
      days: number
      inputsHash: string
      reference: string
      /** The time between the dates. Unit: years. */
      years: number | null
    }
  }
  /** Forward rate */
  'rates/forward': {
    question: {
      /**
       * How the forward rate is to be compounded: continuous, simple, discount, annual,
       * semiannual, every-fourth-month, quarterly, bimonthly, monthly, biweekly, weekly, daily,
       * or how many times a year, such as 12.
       */
      compounding?: string | undefined
      /** The curve. */
      curve: {
        /**
         * How the rates are compounded: continuous, simple, discount, annual, semiannual,
         * every-fourth-month, quarterly, bimonthly, monthly, biweekly, weekly, daily, or how many
         * times a year, such as 12.
         */
        compounding?: string | undefined
        /**
         * The day count that makes times of dates: act/360, act/365f, act/364, act/366,
         * act/365.25, act/365l, act/365a, act/365-canadian, act/act-isda, act/act-icma,
         * act/act-afb, nl/365, 30/360 (bond basis), 30e/360 (eurobond), 30e+/360, 30u/360 (US),
         * 30e/360-isda, 30/365, 1/1 or business/252.
         */
        dayCount?: string | undefined
        /** The discount factors at the times, instead of rates. */
        discountFactors?: readonly number[] | undefined
        /** What the curve is between the times. */
        interpolation?:
          | 'linear-zero' | 'log-linear-discount'
          | 'cubic-zero' | 'monotone-convex' | undefined
        /** One rate for all times; or else times with rates or discountFactors. Unit: per year. */
        rate?: number | undefined
        /** The zero rates at the times. Unit: per year. */
        rates?: readonly number[] | undefined
        /** The times, rising. Unit: years. */
        times?: readonly number[] | undefined
      }
      /** When it is paid back. Unit: years. */
      end: number
      /** When the money is lent. Unit: years. */
      start: number
    }
    figures: {
      convention: string
      /** What one of money at the end is worth now. */
      discountEnd: number | null
      /** What one of money at the start is worth now. */
      discountStart: number | null
      /** The rate between the times. Unit: per year. */
      forward: number | null
      inputsHash: string
      /** The rate for a moment at the end, continuous. Unit: per year. */
      instantaneous: number | null
      reference: string
      /** The zero rate to the end, continuous. Unit: per year. */
      zeroEnd: number | null
      /** The zero rate to the start, continuous. Unit: per year. */
      zeroStart: number | null
    }
  }
  /** Forward rate agreement */
  'rates/fra': {
    question: {
      /** The length of the period by its day count; end − start when left out. Unit: years. */
      accrual?: number | undefined
      /**
       * How both rates are compounded: continuous, simple, discount, annual, semiannual,
       * every-fourth-month, quarterly, bimonthly, monthly, biweekly, weekly, daily, or how many
       * times a year, such as 12.
       */
      compounding?: string | undefined
      /** The curve that discounts, and projects when no referenceRate is given. */
      curve: {
        /**
         * How the rates are compounded: continuous, simple, discount, annual, semiannual,
         * every-fourth-month, quarterly, bimonthly, monthly, biweekly, weekly, daily, or how many
         * times a year, such as 12.
         */
        compounding?: string | undefined
        /**
         * The day count that makes times of dates: act/360, act/365f, act/364, act/366,
         * act/365.25, act/365l, act/365a, act/365-canadian, act/act-isda, act/act-icma,
         * act/act-afb, nl/365, 30/360 (bond basis), 30e/360 (eurobond), 30e+/360, 30u/360 (US),
         * 30e/360-isda, 30/365, 1/1 or business/252.
         */
        dayCount?: string | undefined
        /** The discount factors at the times, instead of rates. */
        discountFactors?: readonly number[] | undefined
        /** What the curve is between the times. */
        interpolation?:
          | 'linear-zero' | 'log-linear-discount'
          | 'cubic-zero' | 'monotone-convex' | undefined
        /** One rate for all times; or else times with rates or discountFactors. Unit: per year. */
        rate?: number | undefined
        /** The zero rates at the times. Unit: per year. */
        rates?: readonly number[] | undefined
        /** The times, rising. Unit: years. */
        times?: readonly number[] | undefined
      }
      /** When it ends. Unit: years. */
      end: number
      /** The notional. Unit: money. */
      notional?: number | undefined
      /** The agreed rate. Unit: per year. */
      rate: number
      /** The rate of the period as it is fixed or projected otherwise. Unit: per year. */
      referenceRate?: number | undefined
      /** Who pays the agreed rate. */
      side?: 'payer' | 'receiver' | undefined
      /** When the period begins. Unit: years. */
      start: number
    }
    figures: {
      /** The change of the value for 0.0001 more of the reference rate. Unit: money. */
      bpv: number | null
      convention: string
      /** The rate at which it would be worth nothing. Unit: per year. */
      forward: number | null
      inputsHash: string
      /** What the difference of rates comes to at the end. Unit: money. */
      payoff: number | null
      reference: string
      /** The same, paid when the period begins. Unit: money. */
      settlement: number | null
      /** What the agreement is worth now. Unit: money. */
      value: number | null
    }
  }
  /** Nelson–Siegel and Svensson curve */
  'rates/nelson-siegel': {
    question: {
      /** The level: the rate of the longest times. Unit: per year. */
      beta0: number
      /** What the shortest rate is above it. Unit: per year. */
      beta1: number
      /** The weight of the hump. Unit: per year. */
      beta2: number
      /** Svensson's second hump. Unit: per year. */
      beta3?: number | undefined
      /** The time by which slope and hump fade. Unit: years. */
      tau1: number
      /** The time by which the second hump fades; needed with beta3. Unit: years. */
      tau2?: number | undefined
      /** For which times. Unit: years. */
      times: readonly number[]
    }
    figures: {
      convention: string
      /** What one of money is worth now, the betas being fractions. */
      discountFactors: readonly (number | null)[]
      /** The rates for a moment. Unit: as the betas. */
      forwards: readonly (number | null)[]
      inputsHash: string
      /** The zero rates, continuous. Unit: as the betas. */
      rates: readonly (number | null)[]
      reference: string
    }
  }
  /** Nelson–Siegel and Svensson curve through rates */
  'rates/nelson-siegel-fit': {
    question: {
      /** One hump, or two. */
      model?: 'nelson-siegel' | 'svensson' | undefined
      /** The zero rates at the times, continuous. Unit: per year. */
      rates: readonly number[]
      /** The times. Unit: years. */
      times: readonly number[]
    }
    figures: {
      /** The level. Unit: per year. */
      beta0: number | null
      /** What the shortest rate is above it. Unit: per year. */
      beta1: number | null
      /** The weight of the hump. Unit: per year. */
      beta2: number | null
      /** The weight of the second hump. Unit: per year. */
      beta3: number | null
      convention: string
      /** The rates of the curve at the times. Unit: per year. */
      fitted: readonly (number | null)[]
      inputsHash: string
      reference: string
      /** The root of the mean squared miss. Unit: per year. */
      rmse: number | null
      /** The time by which slope and hump fade. Unit: years. */
      tau1: number | null
      /** That of the second hump; not a number without one. Unit: years. */
      tau2: number | null
    }
  }
  /** Interest rate swap */
  'rates/swap': {
    question: {
      /**
       * Whose holidays are avoided: none, weekends, USGS (US government bonds), USNY (New York),
       * NYFD (Federal Reserve), NYSE, GBLO (London), EUTA (TARGET), FRPA, DEFR, CHZU, JPTO,
       * AUSY, NZBD, NZAU, NZWE, BRBD, CATO, CAMO, CZPR, DKCO, HUBU, MXMC, NOOS, PLWA, SEST,
       * THBA, ZAJO, or some joined by +.
       */
      calendar?: string | undefined
      /** The curve that discounts. */
      curve: {
        /**
         * How the rates are compounded: continuous, simple, discount, annual, semiannual,
         * every-fourth-month, quarterly, bimonthly, monthly, biweekly, weekly, daily, or how many
         * times a year, such as 12.
         */
        compounding?: string | undefined
        /**
         * The day count that makes times of dates: act/360, act/365f, act/364, act/366,
         * act/365.25, act/365l, act/365a, act/365-canadian, act/act-isda, act/act-icma,
         * act/act-afb, nl/365, 30/360 (bond basis), 30e/360 (eurobond), 30e+/360, 30u/360 (US),
         * 30e/360-isda, 30/365, 1/1 or business/252.
         */
        dayCount?: string | undefined
        /** The discount factors at the times, instead of rates. */
        discountFactors?: readonly number[] | undefined
        /** What the curve is between the times. */
        interpolation?:
          | 'linear-zero' | 'log-linear-discount'
          | 'cubic-zero' | 'monotone-convex' | undefined
        /** One rate for all times; or else times with rates or discountFactors. Unit: per year. */
        rate?: number | undefined
        /** The zero rates at the times. Unit: per year. */
        rates?: readonly number[] | undefined
        /** The times, rising. Unit: years. */
        times?: readonly number[] | undefined
      }
      /** Whether the fixed side's periods are rolled too, not its payments alone. */
      fixedAdjusted?: boolean | undefined
      /**
       * The fixed side's day count: act/360, act/365f, act/364, act/366, act/365.25, act/365l,
       * act/365a, act/365-canadian, act/act-isda, act/act-icma, act/act-afb, nl/365, 30/360
       * (bond basis), 30e/360 (eurobond), 30e+/360, 30u/360 (US), 30e/360-isda, 30/365, 1/1 or
       * business/252.
       */
      fixedDayCount?: string | undefined
      /** Fixed payments per year: 1, 2, 3, 4, 6 or 12. */
      fixedFrequency?: number | undefined
      /** The fixed rate. Unit: per year. */
      fixedRate: number
      /** The floating rate of a period that began before the valuation. Unit: per year. */
      fixing?: number | undefined
      /** The floating side's day count. */
      floatingDayCount?: string | undefined
      /** Floating payments per year: 1, 2, 3, 4, 6 or 12. */
      floatingFrequency?: number | undefined
      /** The day until which it runs. */
      maturity: string
      /** The notional. Unit: money. */
      notional?: number | undefined
      /** The curve that projects the floating rate; the one that discounts when left out. */
      projection?: {
        /**
         * How the rates are compounded: continuous, simple, discount, annual, semiannual,
         * every-fourth-month, quarterly, bimonthly, monthly, biweekly, weekly, daily, or how many
         * times a year, such as 12.
         */
        compounding?: string | undefined
        /**
         * The day count that makes times of dates: act/360, act/365f, act/364, act/366,
         * act/365.25, act/365l, act/365a, act/365-canadian, act/act-isda, act/act-icma,
         * act/act-afb, nl/365, 30/360 (bond basis), 30e/360 (eurobond), 30e+/360, 30u/360 (US),
         * 30e/360-isda, 30/365, 1/1 or business/252.
         */
        dayCount?: string | undefined
        /** The discount factors at the times, instead of rates. */
        discountFactors?: readonly number[] | undefined
        /** What the curve is between the times. */
        interpolation?:
          | 'linear-zero' | 'log-linear-discount'
          | 'cubic-zero' | 'monotone-convex' | undefined
        /** One rate for all times; or else times with rates or discountFactors. Unit: per year. */
        rate?: number | undefined
        /** The zero rates at the times. Unit: per year. */
        rates?: readonly number[] | undefined
        /** The times, rising. Unit: years. */
        times?: readonly number[] | undefined
      } | undefined
      /** Where a date goes from a holiday. */
      roll?:
        | 'unadjusted' | 'following' | 'modifiedFollowing'
        | 'halfMonthModifiedFollowing' | 'preceding'
        | 'modifiedPreceding' | 'nearest' | undefined
      /** From which end the periods are counted. */
      rule?: 'backward' | 'forward' | undefined
      /** Who pays the fixed rate. */
      side?: 'payer' | 'receiver' | undefined
      /** What is paid on top of the floating rate. Unit: per year. */
      spread?: number | undefined
      /** The day from which interest runs. */
      start: string
      /** The day of the curve's time 0; the start when left out. */
      valuation?: string | undefined
    }
    figures: {
      /** What 1 per year of the fixed side is worth, per 1 of notional. Unit: years. */
      annuity: number | null
      /** The change of the value when every zero rate rises by 0.0001. Unit: money. */
      bpv: number | null
      convention: string
      /** The change of the value for 0.0001 more of the fixed rate. Unit: money. */
      fixedBpv: number | null
      /** What the fixed payments are worth. Unit: money. */
      fixedLeg: number | null
      /** What the floating payments are worth. Unit: money. */
      floatingLeg: number | null
      inputsHash: string
      /** What the swap is worth. Unit: money. */
      npv: number | null
      /** The fixed rate at which it would be worth nothing. Unit: per year. */
      parRate: number | null
      /** The spread at which it would be worth nothing. Unit: per year. */
      parSpread: number | null
      reference: string
    }
  }
  /** Independence of exceptions */
  'risk/christoffersen': {
    question: {
      /** Of all days, with transitions; left out, those after another day. */
      exceptions?: number | undefined
      /** 1 for a day with an exception, 0 for one without, in the order of time. */
      hits?: readonly number[] | undefined
      /** Of all days, with transitions; left out, one more than they. */
      observations?: number | undefined
      /** How often there should be one: 1 less the confidence. */
      probability?: number | undefined
      /** At which confidence the model is rejected. */
      testLevel?: number | undefined
      /**
       * Instead: days without after without, with after without, without after with, with after
       * with.
       */
      transitions?: readonly number[] | undefined
    }
    figures: {
      convention: string
      /** What the sum must not exceed. */
      criticalValue: number | null
      /** The likelihood ratio of independence. */
      independenceLikelihoodRatio: number | null
      /** The probability of as much, were days independent. */
      independencePValue: number | null
      inputsHash: string
      /** The sum of both ratios. */
      likelihoodRatio: number | null
      /** Days without after without. */
      n00: number
      /** Days with after without. */
      n01: number
      /** Days without after with. */
      n10: number
      /** Days with after with. */
      n11: number
      /** The probability of as much, were the model right. */
      pValue: number | null
      reference: string
      /** Whether the model is rejected. */
      rejected: boolean
      /** The likelihood ratio of the proportion. */
      unconditionalLikelihoodRatio: number | null
      /** The probability of as much, were the proportion right. */
      unconditionalPValue: number | null
    }
  }
  /** Value at risk by asset */
  'risk/component-var': {
    question: {
      /** How often the loss is to be no worse. Unit: probability. */
      confidence?: number | undefined
      /** How the tail is told. */
      method?: 'gaussian' | 'historical' | 'modified' | undefined
      /** Historical: the quantile of Hyndman and Fan. */
      quantileType?: number | undefined
      /**
       * Returns: a row for each observation, a column for each asset; rows with null are left
       * out.
       */
      returns: readonly (readonly (number | null)[])[]
      /** Gaussian, modified: what the squares are divided by. */
      variance?: 'population' | 'sample' | undefined
      /** How much of each asset is held; weights give losses as returns, money as money. */
      weights: readonly number[]
    }
    figures: {
      /** Each asset's part of var; they add up to it. */
      component: readonly (number | null)[]
      /** Each asset's part of es; they add up to it. */
      componentEs: readonly (number | null)[]
      /** The parts over the whole. */
      contribution: readonly (number | null)[]
      convention: string
      /** The mean loss when it is exceeded, positive. */
      es: number | null
      /** var less that without the asset, the others as they are. */
      incremental: readonly (number | null)[]
      /** var of each asset alone. */
      individual: readonly (number | null)[]
      inputsHash: string
      /** var by each weight. */
      marginal: readonly (number | null)[]
      /** es by each weight. */
      marginalEs: readonly (number | null)[]
      /** How many observations were used. */
      observations: number
      reference: string
      /** The loss that is not exceeded with the confidence, positive. */
      var: number | null
    }
  }
  /** Volatility by asset and factor */
  'risk/decompose': {
    question: {
      /** The covariance of the assets; or the three below. */
      covariance?: readonly (readonly number[])[] | undefined
      /** By factors: a row for each asset, a column for each factor. */
      exposures?: readonly (readonly number[])[] | undefined
      /** By factors: the covariance of the factors. */
      factorCovariance?: readonly (readonly number[])[] | undefined
      /** By factors: the deviation of each asset that no factor explains. */
      specificRisk?: readonly number[] | undefined
      /** How much of each asset is held. */
      weights: readonly number[]
    }
    figures: {
      /** Each asset's part of the volatility; they add up to it. */
      component: readonly (number | null)[]
      /** The parts over the whole. */
      contribution: readonly (number | null)[]
      convention: string
      /** The weighed volatilities over the volatility: 1 when nothing diversifies. */
      diversificationRatio: number | null
      /** One over the sum of the squared contributions: how many equal risks it is like. */
      effectiveRisks: number | null
      /** Each factor's part of the volatility; with specificComponent they add up to it. */
      factorComponents: readonly (number | null)[]
      /** The portfolio's exposure to each factor; empty without factors. */
      factorExposures: readonly (number | null)[]
      /** The part of the variance that factors explain; null without factors. */
      factorShare: number | null
      inputsHash: string
      /** The volatility by each weight. */
      marginal: readonly (number | null)[]
      reference: string
      /** The part of the volatility that no factor explains; null without factors. */
      specificComponent: number | null
      /** Its square. */
      variance: number | null
      /** The standard deviation of the portfolio's return. */
      volatility: number | null
    }
  }
  /** Drawdowns */
  'risk/drawdowns': {
    question: {
      /** The last day of each period. */
      dates?: readonly string[] | undefined
      /** Returns of equal periods, in the order of time; null is no change. */
      returns: readonly (number | null)[]
      /** How many of the worst are told. */
      worst?: number | undefined
    }
    figures: {
      /** The mean depth of all, negative. Unit: return. */
      averageDrawdown: number | null
      convention: string
      /** How many there are. */
      count: number
      /** Now, negative or 0. Unit: return. */
      current: number | null
      /** The worst, deepest first. */
      drawdowns: readonly ({
        /** The depth, negative. */
        depth: number | null
        /** The period that reached the old height; −1 when none has. */
        end: number
        /** The day of start; empty without dates. */
        from: string
        /** From the first below to the old height, both counted. Unit: periods. */
        length: number
        /** The day of trough. */
        lowest: string
        /** Whether the old height was reached. */
        recovered: boolean
        /** From the lowest to the old height; −1 when not reached. Unit: periods. */
        recovery: number
        /** The first period below, from 0. */
        start: number
        /** The day of end; empty when there is none. */
        to: string
        /** From the first below to the lowest, both counted. Unit: periods. */
        toTrough: number
        /** The lowest period. */
        trough: number
      })[]
      inputsHash: string
      /** The deepest, negative. Unit: return. */
      maxDrawdown: number | null
      /** The depth after each period. */
      path: readonly (number | null)[]
      reference: string
      /** The part of periods below the highest. */
      underwater: number | null
    }
  }
  /** Factor model */
  'risk/factor-model': {
    question: {
      /** The factors' returns: as many rows, a column for each factor. */
      factors?: readonly (readonly number[])[] | undefined
      /** Returns: a row for each observation, a column for each asset. */
      returns: readonly (readonly number[])[]
      /** Instead: how many principal components to take as factors. */
      statisticalFactors?: number | undefined
    }
    figures: {
      /** The standard errors of the alphas. */
      alphaErrors: readonly (number | null)[]
      /** What each asset earns beside the factors. Unit: per period. */
      alphas: readonly (number | null)[]
      convention: string
      /** Statistical factors: the part of all variance that each explains; else empty. */
      explained: readonly (number | null)[]
      /** The standard errors of the exposures; null of statistical factors. */
      exposureErrors: readonly (readonly (number | null)[])[]
      /** A row for each asset, a column for each factor. */
      exposures: readonly (readonly (number | null)[])[]
      /** The covariance of the factors, by n − 1. */
      factorCovariance: readonly (readonly (number | null)[])[]
      /** A row for each observation, a column for each factor. */
      factorReturns: readonly (readonly (number | null)[])[]
      inputsHash: string
      /** The share of each asset's variance that factors explain. */
      rSquared: readonly (number | null)[]
      reference: string
      /** The deviation of each asset that no factor explains. Unit: per period. */
      specificRisk: readonly (number | null)[]
    }
  }
  /** Variance forecast by GARCH(1,1) */
  'risk/garch-forecast': {
    question: {
      /** The weight of the last squared return. */
      alpha: number
      /** The weight of the last variance. */
      beta: number
      /** How many days ahead. Unit: days. */
      horizon?: number | undefined
      /** The return since: when given, the variance is first brought up by it. Unit: per day. */
      lastReturn?: number | undefined
      /** The constant. Unit: per day. */
      omega: number
      /** Days of a year. */
      periodsPerYear?: number | undefined
      /** The variance now; or else the volatility. Unit: per day. */
      variance?: number | undefined
      /** The volatility now. Unit: per day. */
      volatility?: number | undefined
    }
    figures: {
      /** The volatility of an option that lasts to the horizon. Unit: per year. */
      annualisedVolatility: number | null
      /** The mean variance expected until the horizon. Unit: per day. */
      averageVariance: number | null
      convention: string
      /** The variance now, the return since counted in. Unit: per day. */
      currentVariance: number | null
      /** Its square root. Unit: per day. */
      currentVolatility: number | null
      /** When half of a difference from the long run is gone. Unit: days. */
      halfLife: number | null
      inputsHash: string
      /** What the variance is drawn to. Unit: per day. */
      longRunVariance: number | null
      /** Its square root. Unit: per day. */
      longRunVolatility: number | null
      /** alpha + beta. */
      persistence: number | null
      reference: string
      /** The volatility of options that last 1, 2, … days. Unit: per year. */
      termStructure: readonly (number | null)[]
      /**
       * How much that changes with the volatility now. Unit: per 1.00 of annualised volatility
       * now.
       */
      termVega: number | null
      /** The variance expected at the horizon. Unit: per day. */
      variance: number | null
      /** The variance expected 1, 2, … days ahead. Unit: per day. */
      variances: readonly (number | null)[]
      /** Its square root. Unit: per day. */
      volatility: number | null
    }
  }
  /** Proportion of exceptions */
  'risk/kupiec': {
    question: {
      /** On how many the loss was worse. */
      exceptions: number
      /** The day of the first one, from 1. */
      firstException?: number | undefined
      /** How many days there are. */
      observations: number
      /** How often it should be: 1 less the confidence. */
      probability?: number | undefined
      /** At which confidence the model is rejected. */
      testLevel?: number | undefined
    }
    figures: {
      convention: string
      /** What the ratio must not exceed. */
      criticalValue: number | null
      /** The probability of at most as many, by which the Basel committee sets its zones. */
      cumulativeProbability: number | null
      /** How many exceptions there should be. */
      expected: number | null
      /** The likelihood ratio of the time until the first; null when it is not given. */
      firstLikelihoodRatio: number | null
      /** The probability of as much. */
      firstPValue: number | null
      inputsHash: string
      /** The likelihood ratio of the proportion of exceptions. */
      likelihoodRatio: number | null
      /** The probability of as much, were the model right. */
      pValue: number | null
      /** Exceptions over observations. */
      rate: number | null
      reference: string
      /** Whether the model is rejected. */
      rejected: boolean
      /** Their number, standardised. */
      z: number | null
      /** The probability of as far from 0, on both sides. */
      zPValue: number | null
      /** green, yellow from 95 %, red from 99.99 %. */
      zone: string
    }
  }
  /** Value at risk by drawn scenarios */
  'risk/monte-carlo-var': {
    question: {
      /** How often the loss is to be no worse. Unit: probability. */
      confidence?: number | undefined
      /** The covariance of the factors' changes. Unit: per day. */
      covariance: readonly (readonly number[])[]
      /** How long the loss is over. Unit: days. */
      days?: number | undefined
      /** Of Student's distribution; left out, the normal one. */
      degreesOfFreedom?: number | undefined
      /**
       * The profit when a factor changes by 1: for a relative change, the position's value.
       * Unit: money.
       */
      exposures: readonly number[]
      /** The exposure's own change when its factor changes by 1. Unit: money. */
      gammas?: readonly number[] | undefined
      /** How many scenarios are drawn. */
      paths?: number | undefined
      /** Where the draws begin. */
      seed?: number | undefined
    }
    figures: {
      /** Each position's part of es; they add up to it. Unit: money. */
      componentEs: readonly (number | null)[]
      convention: string
      /** The mean loss when it is exceeded. Unit: money. */
      es: number | null
      /** The same without gammas and with the normal distribution, exact. Unit: money. */
      gaussianVar: number | null
      inputsHash: string
      reference: string
      /** The standard error of var by the draws. Unit: money. */
      standardError: number | null
      /** The loss that is not exceeded with the confidence. Unit: money. */
      var: number | null
    }
  }
  /** Returns by month and year */
  'risk/monthly-returns': {
    question: {
      /** The last day of each return, ascending. */
      dates: readonly string[]
      /** Returns in the order of time; null is no change. */
      returns: readonly (number | null)[]
    }
    figures: {
      /** The mean return of each month of the year, from January. */
      averages: readonly (number | null)[]
      /** The best month's return. */
      best: number | null
      convention: string
      inputsHash: string
      reference: string
      /** The part of months above 0. */
      winRate: number | null
      /** The worst month's return. */
      worst: number | null
      /** Each year in which there are returns. */
      years: readonly ({
        /** The return of each month from January; null of one without returns. */
        months: readonly (number | null)[]
        /** The return of the year, of what there is of it. */
        total: number | null
        /** The year. */
        year: number
      })[]
    }
  }
  /** Value at risk of positions */
  'risk/portfolio-var': {
    question: {
      /** How often the loss is to be no worse. Unit: probability. */
      confidence?: number | undefined
      /** The correlations of the returns; left out with volatilities, none. */
      correlation?: readonly (readonly number[])[] | undefined
      /** The covariances of daily returns, instead of both. Unit: per day. */
      covariance?: readonly (readonly number[])[] | undefined
      /** How long the loss is over. Unit: days. */
      days?: number | undefined
      /** The mean of each one's daily return; left out, 0. Unit: per day. */
      means?: readonly number[] | undefined
      /**
       * Each position's value, or its change by a price's relative change; short ones are
       * negative. Unit: money.
       */
      positions: readonly number[]
      /** The standard deviation of each one's daily return; with correlation. Unit: per day. */
      volatilities?: readonly number[] | undefined
      /** The normal quantile, where a textbook rounds it; left out, that of confidence. */
      z?: number | undefined
    }
    figures: {
      /** The slope of each one's return on the portfolio's; null of a portfolio worth 0. */
      beta: readonly (number | null)[]
      /** Each position's part of var; they add up to it. Unit: money. */
      component: readonly (number | null)[]
      /** The parts over the whole. */
      contribution: readonly (number | null)[]
      convention: string
      /** What diversification saves: undiversified less var. Unit: money. */
      diversification: number | null
      /** The mean loss when it is exceeded. Unit: money. */
      es: number | null
      /** var less that without the position. Unit: money. */
      incremental: readonly (number | null)[]
      /** The value at risk of each alone. Unit: money. */
      individual: readonly (number | null)[]
      inputsHash: string
      /** var by each position: what one more unit of money in it adds. */
      marginal: readonly (number | null)[]
      reference: string
      /** The deviation of the profit over the days. Unit: money. */
      standardDeviation: number | null
      /** The sum of those: nothing offsets anything. Unit: money. */
      undiversified: number | null
      /** The value of all positions. Unit: money. */
      value: number | null
      /** The loss that is not exceeded with the confidence. Unit: money. */
      var: number | null
      /** The normal quantile of the confidence. */
      z: number | null
    }
  }
  /** Probabilistic and deflated Sharpe ratio */
  'risk/probabilistic-sharpe': {
    question: {
      /** Of the minimum track record. Unit: probability. */
      confidence?: number | undefined
      /** Their kurtosis, 3 when normal. */
      kurtosis?: number | undefined
      /** How many returns it was seen in. */
      observations: number
      /** The ratio that the true one is to be above. Unit: per root of a period. */
      reference?: number | undefined
      /** The ratio that was seen. Unit: per root of a period. */
      sharpe: number
      /** The skewness of the returns. */
      skewness?: number | undefined
      /** The variance of the trials' ratios; left out, that of one ratio's error. */
      trialVariance?: number | undefined
      /** Out of how many trials it is the best; more than 1 deflates it. */
      trials?: number | undefined
    }
    figures: {
      convention: string
      /** The probability that the true ratio is above that: the deflated Sharpe ratio. */
      deflatedProbability: number | null
      /** The best ratio to expect of as many trials without worth. */
      expectedMaximum: number | null
      inputsHash: string
      /** How many returns would show it with the confidence; null of a ratio not above it. */
      minimumTrackRecord: number | null
      /** The probability that the true ratio is above the reference. */
      probability: number | null
      reference: string
      /** The standard error of the ratio. */
      standardError: number | null
    }
  }
  /** Rolling figures */
  'risk/rolling': {
    question: {
      /** The benchmark's returns of the same periods. */
      benchmark?: readonly (number | null)[] | undefined
      /** How many periods a year has: 252 days, 52 weeks, 12 months. */
      periodsPerYear?: number | undefined
      /** Returns of equal periods, in the order of time; null where one is missing. */
      returns: readonly (number | null)[]
      /** The riskless return of a period. Unit: per period. */
      riskFree?: number | undefined
      /** How many periods a window has. */
      window?: number | undefined
    }
    figures: {
      /** The compounded return, as a yearly one. Unit: per year. */
      annualReturn: readonly (number | null)[]
      /** The Sharpe ratio, yearly. Unit: per root of a year. */
      annualSharpe: readonly (number | null)[]
      /** The deviation by n − 1, yearly. Unit: per year. */
      annualVolatility: readonly (number | null)[]
      /** The slope on the benchmark; nulls without one. */
      beta: readonly (number | null)[]
      convention: string
      /** The correlation with the benchmark; nulls without one. */
      correlation: readonly (number | null)[]
      inputsHash: string
      /** The figures of the last window. */
      latest: {
        /** The compounded return, as a yearly one. Unit: per year. */
        annualReturn: number | null
        /** The Sharpe ratio, yearly. Unit: per root of a year. */
        annualSharpe: number | null
        /** The deviation by n − 1, yearly. Unit: per year. */
        annualVolatility: number | null
        /** The slope on the benchmark; null without one. */
        beta: number | null
        /** The correlation with the benchmark; null without one. */
        correlation: number | null
        /** The deepest drawdown, negative. Unit: return. */
        maxDrawdown: number | null
      }
      /** The deepest drawdown within the window, negative. Unit: return. */
      maxDrawdown: readonly (number | null)[]
      reference: string
    }
  }
  /** Performance statistics */
  'risk/statistics': {
    question: {
      /** The benchmark's returns of the same periods. */
      benchmark?: readonly (number | null)[] | undefined
      /** Of value at risk and shortfall. Unit: probability. */
      confidence?: number | undefined
      /** The order of kappa. */
      kappaOrder?: number | undefined
      /** The least return that is acceptable. Unit: per period. */
      mar?: number | undefined
      /** How many periods a year has: 252 days, 52 weeks, 12 months. */
      periodsPerYear?: number | undefined
      /** The Sharpe ratio that the probabilistic one is against. Unit: per period. */
      referenceSharpe?: number | undefined
      /** The return that omega is about; left out, the acceptable one. Unit: per year. */
      requiredReturn?: number | undefined
      /** Returns of equal periods, in the order of time; null where one is missing. */
      returns: readonly (number | null)[]
      /** The riskless return of a period. Unit: per period. */
      riskFree?: number | undefined
      /** The riskless returns of the same periods, instead of one for all. */
      riskFreeReturns?: readonly (number | null)[] | undefined
      /** What Sterling's ratio adds to the deepest drawdown. */
      sterlingExcess?: number | undefined
    }
    figures: {
      /** annualReturn less the benchmark's. Unit: per year. */
      activePremium: number | null
      /** geometricSharpe adjusted for skewness and kurtosis. Unit: per root of a year. */
      adjustedSharpe: number | null
      /** Its intercept. Unit: per period. */
      alpha: number | null
      /** jensenAlpha over systematicRisk. */
      alternativeJensen: number | null
      /** alpha compounded over a year. Unit: per year. */
      annualAlpha: number | null
      /** alpha times the periods of a year. Unit: per year. */
      annualAlphaArithmetic: number | null
      /** The same times the root of the periods of a year. Unit: per year. */
      annualDownsideDeviation: number | null
      /**
       * The constant yearly return with the same end; missing periods count as time. Unit: per
       * year.
       */
      annualReturn: number | null
      /** The mean return times the periods of a year. Unit: per year. */
      annualReturnArithmetic: number | null
      /** The same times the root of the periods of a year. Unit: per root of a year. */
      annualSharpe: number | null
      /** The same times the root of the periods of a year. Unit: per root of a year. */
      annualSortino: number | null
      /** Volatility times the root of the periods of a year, by n − 1. Unit: per year. */
      annualVolatility: number | null
      /** The same by n. Unit: per year. */
      annualVolatilityPopulation: number | null
      /** jensenAlpha over specificRiskPopulation. */
      appraisal: number | null
      /** Of each return with the one before. */
      autocorrelation: number | null
      /** The mean depth of the falls, negative. Unit: return. */
      averageDrawdown: number | null
      /** The mean number of such periods. Unit: periods. */
      averageDrawdownLength: number | null
      /** The mean of the returns above 0. Unit: per period. */
      averageGain: number | null
      /** The mean of the returns below 0, negative. Unit: per period. */
      averageLoss: number | null
      /** The part of periods that beat the benchmark. */
      battingAverage: number | null
      /** annualReturn of the benchmark. Unit: per year. */
      benchmarkAnnualReturn: number | null
      /** annualVolatility of the benchmark. Unit: per year. */
      benchmarkAnnualVolatility: number | null
      /** The gains over the losses; also profit factor, omega at 0. */
      bernardoLedoit: number | null
      /** The highest return. Unit: per period. */
      best: number | null
      /** The slope of the regression of excess returns. */
      beta: number | null
      /** beta where it is below 0. */
      betaDown: number | null
      /** beta where the benchmark's excess return is above 0. */
      betaUp: number | null
      /** Yearly excess return over the root of the summed squares of losing runs. */
      burke: number | null
      /** burke with losing runs compounded. */
      burkeCompounded: number | null
      /** annualReturn over the depth of maxDrawdown. */
      calmar: number | null
      /** upCapture over downCapture. */
      captureRatio: number | null
      /** The mean of the depths beyond their quantile at the confidence, negative. Unit: return. */
      conditionalDrawdown: number | null
      convention: string
      /** Of the excess returns. */
      correlation: number | null
      /** The return of all periods together. Unit: return. */
      cumulativeReturn: number | null
      /** Losses times their number over gains times theirs. */
      dRatio: number | null
      /**
       * The return for not being diversified: (famaBeta − beta) times the premium. Unit: per
       * year.
       */
      diversification: number | null
      /** The same where it did not rise. */
      downCapture: number | null
      /** The same as downCapture, of returns per year of such periods. */
      downCaptureAnnual: number | null
      /** The part of the benchmark's losses that were losses. */
      downNumberRatio: number | null
      /** The part of the benchmark's losses that were beaten. */
      downPercentageRatio: number | null
      /** The root mean square shortfall from mar over all periods. Unit: per period. */
      downsideDeviation: number | null
      /** The part of returns below mar. */
      downsideFrequency: number | null
      /** The mean shortfall from mar over all periods. Unit: per period. */
      downsidePotential: number | null
      /** jensenAlpha less alpha, Bacon's regression epsilon. */
      epsilon: number | null
      /** Kurtosis less 3. */
      excessKurtosis: number | null
      /** The unbiased estimator G2: 0 when normal. */
      excessKurtosisSample: number | null
      /** The deviation over the benchmark's. */
      famaBeta: number | null
      /** The mean below it. Unit: per period. */
      gaussianEs: number | null
      /** By mean and population deviation. Unit: per period. */
      gaussianVar: number | null
      /** The constant return with the same end. Unit: per period. */
      geometricMean: number | null
      /**
       * The compounded yearly excess return over its yearly volatility. Unit: per root of a
       * year.
       */
      geometricSharpe: number | null
      /** The mean return at or below it. Unit: per period. */
      historicalEs: number | null
      /** Value at risk by the quantile of type 7: a return. Unit: per period. */
      historicalVar: number | null
      /** The exponent of the rescaled range: above 0.5 trends persist. */
      hurst: number | null
      /** activePremium over trackingError. Unit: per root of a year. */
      informationRatio: number | null
      /** The mean difference over its deviation. Unit: per root of a period. */
      informationRatioArithmetic: number | null
      inputsHash: string
      /** The statistic of Jarque and Bera's test that returns are normal. */
      jarqueBera: number | null
      /** The probability of as much, were they normal. */
      jarqueBeraPValue: number | null
      /** Yearly excess return less beta times the benchmark's. Unit: per year. */
      jensenAlpha: number | null
      /** The mean return above mar over the root of the lower partial moment of the order. */
      kappa: number | null
      /** The mean excess return over its variance: the leverage of the highest growth. */
      kelly: number | null
      /** Of the population: 3 when normal. */
      kurtosis: number | null
      /** With the sample's variance, as Bacon prints it. */
      kurtosisSample: number | null
      /**
       * The most periods from a first fall to the old height again, or to the end. Unit:
       * periods.
       */
      longestDrawdown: number
      /** The return at the benchmark's volatility: Modigliani's M². Unit: per year. */
      m2: number | null
      /** m2 over the benchmark's return, geometric. Unit: per year. */
      m2Excess: number | null
      /** m2 less the benchmark's return. Unit: per year. */
      m2ExcessArithmetic: number | null
      /** annualReturn and sortino times the difference of downside deviations. Unit: per year. */
      m2Sortino: number | null
      /** Yearly excess return over ulcerIndex. */
      martin: number | null
      /** The deepest fall from a height, negative. Unit: return. */
      maxDrawdown: number | null
      /** The mean return. Unit: per period. */
      mean: number | null
      /** The mean distance from the mean. Unit: per period. */
      meanAbsoluteDeviation: number | null
      /** The middle return. Unit: per period. */
      median: number | null
      /** How many returns are missing. */
      missing: number
      /** burke times the root of the number of returns. */
      modifiedBurke: number | null
      /** The mean below it. Unit: per period. */
      modifiedEs: number | null
      /** jensenAlpha over beta. */
      modifiedJensen: number | null
      /** Yearly excess return over systematicRisk. */
      modifiedTreynor: number | null
      /** By Cornish and Fisher, also from skewness and kurtosis. Unit: per period. */
      modifiedVar: number | null
      /** jensenAlpha less diversification. Unit: per year. */
      netSelectivity: number | null
      /** Gains above the required return over losses below it. */
      omega: number | null
      /** annualReturn less 3 times both downside deviations. Unit: per year. */
      omegaExcessReturn: number | null
      /** The mean return above mar over downsidePotential. */
      omegaSharpe: number | null
      /** The mean depth over all periods, positive. Unit: return. */
      painIndex: number | null
      /** Yearly excess return over painIndex. */
      painRatio: number | null
      /** The average gain over the average loss. */
      payoffRatio: number | null
      /** How many periods there are, those with a missing return too. */
      periods: number
      /** The probability that the true ratio is above the reference. */
      probabilisticSharpe: number | null
      /** The mean with losses felt 2.25 times, less mar, over downsideDeviation. */
      prospectRatio: number | null
      /** Its square. */
      rSquared: number | null
      /** The mean of the best returns over the mean of the worst, without signs. */
      rachev: number | null
      reference: string
      /** The mean excess return over its deviation. Unit: per root of a period. */
      sharpe: number | null
      /**
       * The standard error of sharpe, for returns that are not normal. Unit: per root of a
       * period.
       */
      sharpeError: number | null
      /** Of the population. */
      skewness: number | null
      /** Skewness over kurtosis. */
      skewnessKurtosisRatio: number | null
      /** The unbiased estimator G1. */
      skewnessSample: number | null
      /** The mean return above mar over downsideDeviation. Unit: per root of a period. */
      sortino: number | null
      /** The deviation of what the regression leaves, by n − 1. Unit: per year. */
      specificRisk: number | null
      /** The same by n. Unit: per year. */
      specificRiskPopulation: number | null
      /** The share of the variance of cumulative log returns that a straight line explains. */
      stability: number | null
      /** annualReturn over that depth and sterlingExcess. */
      sterling: number | null
      /** beta times the benchmark's deviation, by n − 1. Unit: per year. */
      systematicRisk: number | null
      /** The same by n. Unit: per year. */
      systematicRiskPopulation: number | null
      /** The 95 % quantile over the 5 % quantile, without signs. */
      tailRatio: number | null
      /** betaUp over betaDown. */
      timingRatio: number | null
      /** The root of the sum of the squares of both, by n − 1. Unit: per year. */
      totalRisk: number | null
      /**
       * Of systematicRisk and specificRiskPopulation, as PerformanceAnalytics has it. Unit: per
       * year.
       */
      totalRiskMixed: number | null
      /** The same by n. Unit: per year. */
      totalRiskPopulation: number | null
      /** The deviation of the difference, by n − 1. Unit: per year. */
      trackingError: number | null
      /** The same by n. Unit: per year. */
      trackingErrorPopulation: number | null
      /** Yearly excess return over beta. Unit: per year. */
      treynor: number | null
      /** The root mean square depth over all periods. Unit: return. */
      ulcerIndex: number | null
      /** The compounded return where the benchmark rose over the benchmark's. */
      upCapture: number | null
      /** The same as upCapture, of returns per year of such periods. */
      upCaptureAnnual: number | null
      /** The part of the benchmark's gains that were gains. */
      upNumberRatio: number | null
      /** The part of the benchmark's gains that were beaten. */
      upPercentageRatio: number | null
      /** The part of returns above mar. */
      upsideFrequency: number | null
      /** The mean excess over mar over all periods. Unit: per period. */
      upsidePotential: number | null
      /** upsidePotential over downsideDeviation. */
      upsidePotentialRatio: number | null
      /** The root mean square excess over mar over all periods. Unit: per period. */
      upsideRisk: number | null
      /** Its square. Unit: per period. */
      upsideVariance: number | null
      /** Upside over downside deviation. */
      variabilitySkewness: number | null
      /** The standard deviation, by n − 1. Unit: per period. */
      volatility: number | null
      /** The standard deviation, by n. Unit: per period. */
      volatilityPopulation: number | null
      /** Upside over downside variance. */
      volatilitySkewness: number | null
      /** The part of returns above 0. */
      winRate: number | null
      /** The lowest return. Unit: per period. */
      worst: number | null
    }
  }
  /** Stress test */
  'risk/stress': {
    question: {
      /** Of value at risk over the history. Unit: probability. */
      confidence?: number | undefined
      /** The covariance of the factors, for the reverse stress. */
      covariance?: readonly (readonly number[])[] | undefined
      /**
       * The profit when a factor changes by 1: for a relative change, the position's value.
       * Unit: money.
       */
      exposures: readonly number[]
      /** The factors' names, for people. */
      factors?: readonly string[] | undefined
      /** The exposure's own change when its factor changes by 1. Unit: money. */
      gammas?: readonly number[] | undefined
      /** Changes that have been: a row for each day, a column for each factor. */
      history?: readonly (readonly number[])[] | undefined
      /** The amount that the reverse stress is to lose. Unit: money. */
      loss?: number | undefined
      /** Shocks with a name. */
      scenarios?: readonly ({
        /** What it is called. */
        name: string
        /** The change of each factor. */
        shocks: readonly number[]
      })[] | undefined
      /** How many of the worst days are told. */
      worst?: number | undefined
    }
    figures: {
      /** Each factor's part of es; without gammas they add up to it. Unit: money. */
      componentEs: readonly (number | null)[]
      convention: string
      /** The mean loss when it is exceeded, positive. Unit: money. */
      es: number | null
      inputsHash: string
      reference: string
      /** How many deviations it is away: Mahalanobis' distance. */
      reverseDistance: number | null
      /** The probability of losing as much, were factors normal. */
      reverseProbability: number | null
      /** The likeliest shock that loses the amount, to first order; empty without loss. */
      reverseShock: readonly (number | null)[]
      /** Each named shock. */
      scenarios: readonly ({
        /** Each factor's part of it. Unit: money. */
        contributions: readonly (number | null)[]
        /** The shock's name. */
        name: string
        /** The profit, negative for a loss. Unit: money. */
        profit: number | null
      })[]
      /** The loss over the history that is not exceeded, positive. Unit: money. */
      var: number | null
      /** The worst days of the history, worst first. */
      worstDays: readonly ({
        /** The profit, negative for a loss. Unit: money. */
        profit: number | null
        /** Its row in the history, from 0. */
        row: number
      })[]
      /** The name of the one that loses most; empty without shocks. */
      worstScenario: string
    }
  }
  /** Value at risk and shortfall */
  'risk/var': {
    question: {
      /** How often the loss is to be no worse. Unit: probability. */
      confidence?: number | undefined
      /**
       * Filtered historical: the weight kept of yesterday's variance; age-weighted: of
       * yesterday's return.
       */
      decay?: number | undefined
      /** Monte Carlo: of Student's distribution; left out, the normal one. */
      degreesOfFreedom?: number | undefined
      /** How many periods the loss is over. */
      horizon?: number | undefined
      /** How the tail is told. */
      method?:
        | 'historical' | 'gaussian' | 'modified'
        | 'age-weighted' | 'filtered-historical'
        | 'monte-carlo' | undefined
      /** Monte Carlo: how many are drawn. */
      paths?: number | undefined
      /** Historical: the quantile of Hyndman and Fan. */
      quantileType?: number | undefined
      /** Returns of equal periods; null where one is missing. */
      returns: readonly (number | null)[]
      /** Monte Carlo: where the draws begin. */
      seed?: number | undefined
      /** Gaussian, modified, Monte Carlo: what the squares are divided by. */
      variance?: 'population' | 'sample' | undefined
    }
    figures: {
      convention: string
      /** The mean return when it is undercut. Unit: return. */
      es: number | null
      /** The kurtosis of the population, less 3. */
      excessKurtosis: number | null
      inputsHash: string
      /** The mean. Unit: return per period. */
      mean: number | null
      /** How many returns there are. */
      observations: number
      reference: string
      /** The skewness of the population. */
      skewness: number | null
      /** The return that is not undercut with the confidence. Unit: return. */
      var: number | null
      /** The standard deviation. Unit: return per period. */
      volatility: number | null
    }
  }
  /** Exponentially weighted volatility */
  'volatility/ewma': {
    question: {
      /** The variance before the first return; its square when left out. Unit: per bar. */
      initialVariance?: number | undefined
      /** What a bar's weight keeps with each bar that passes. */
      lambda?: number | undefined
      /** Bars of a year. */
      periodsPerYear?: number | undefined
      /** Closing prices, whose log returns are taken. Unit: price. */
      prices?: readonly number[] | undefined
      /** Returns of bars, the newest last; or else prices. Unit: per bar. */
      returns?: readonly number[] | undefined
    }
    figures: {
      /** It times the square root of the bars of a year. Unit: per year. */
      annualised: number | null
      convention: string
      /** How many bars the weights amount to. */
      effectiveObservations: number | null
      inputsHash: string
      reference: string
      /** The variance for the next bar. Unit: per bar. */
      variance: number | null
      /** The variance after each return. Unit: per bar. */
      variances: readonly (number | null)[]
      /** The volatility for the next bar. Unit: per bar. */
      volatility: number | null
    }
  }
  /** GARCH(1,1) of returns */
  'volatility/garch-fit': {
    question: {
      /** Whether a mean is estimated; else it is zero. */
      mean?: boolean | undefined
      /** Bars of a year. */
      periodsPerYear?: number | undefined
      /** Closing prices, whose log returns are taken. Unit: price. */
      prices?: readonly number[] | undefined
      /** Returns of bars, the newest last; or else prices. Unit: per bar. */
      returns?: readonly number[] | undefined
      /** Whether the long-run variance is the sample's, and not estimated. */
      varianceTargeting?: boolean | undefined
    }
    figures: {
      /** Akaike's criterion, 2·parameters − 2·logLikelihood. */
      aic: number | null
      /** The weight of the last squared shock. */
      alpha: number | null
      /** That times the square root of the bars of a year. Unit: per year. */
      annualised: number | null
      /** The weight of the last variance. */
      beta: number | null
      /** Schwarz's criterion, parameters·ln(returns) − 2·logLikelihood. */
      bic: number | null
      convention: string
      /** When half of a difference from the long run is gone. Unit: bars. */
      halfLife: number | null
      inputsHash: string
      /** The logarithm of the Gaussian likelihood. */
      logLikelihood: number | null
      /** What the variance is drawn to. Unit: per bar. */
      longRunVariance: number | null
      /** Its square root. Unit: per bar. */
      longRunVolatility: number | null
      /** The mean return. Unit: per bar. */
      mean: number | null
      /** The variance of the return that comes next. Unit: per bar. */
      nextVariance: number | null
      /** The constant. Unit: per bar. */
      omega: number | null
      /** alpha + beta. */
      persistence: number | null
      reference: string
      /** Standard errors of mean, omega, alpha and beta. */
      standardErrors: readonly (number | null)[]
      /** The variance of each return, by those before it. Unit: per bar. */
      variances: readonly (number | null)[]
    }
  }
  /** Garman and Klass's volatility */
  'volatility/garman-klass': {
    question: {
      /** Last prices. Unit: price. */
      close: readonly number[]
      /** Highest prices. Unit: price. */
      high: readonly number[]
      /** Lowest prices. Unit: price. */
      low: readonly number[]
      /** First prices. Unit: price. */
      open: readonly number[]
      /** Whether the mean square from a close to the next open is added. */
      overnight?: boolean | undefined
      /** Bars of a year. */
      periodsPerYear?: number | undefined
    }
    figures: {
      /** It times the square root of the bars of a year. Unit: per year. */
      annualised: number | null
      convention: string
      inputsHash: string
      /** How many returns or bars it is measured from. */
      observations: number
      reference: string
      /** The variance of a bar's log return. Unit: per bar. */
      variance: number | null
      /** The standard deviation of a bar's log return. Unit: per bar. */
      volatility: number | null
    }
  }
  /** Parkinson's volatility, from highs and lows */
  'volatility/parkinson': {
    question: {
      /** Highest prices. Unit: price. */
      high: readonly number[]
      /** Lowest prices. Unit: price. */
      low: readonly number[]
      /** Bars of a year. */
      periodsPerYear?: number | undefined
    }
    figures: {
      /** It times the square root of the bars of a year. Unit: per year. */
      annualised: number | null
      convention: string
      inputsHash: string
      /** How many returns or bars it is measured from. */
      observations: number
      reference: string
      /** The variance of a bar's log return. Unit: per bar. */
      variance: number | null
      /** The standard deviation of a bar's log return. Unit: per bar. */
      volatility: number | null
    }
  }
  /** Realised volatility, from close to close */
  'volatility/realised': {
    question: {
      /** Bars of a year. */
      periodsPerYear?: number | undefined
      /** Closing prices, whose log returns are taken. Unit: price. */
      prices?: readonly number[] | undefined
      /** Returns of bars; or else prices. Unit: per bar. */
      returns?: readonly number[] | undefined
      /** Whether the mean is taken as zero: a mean square instead of a variance. */
      zeroMean?: boolean | undefined
    }
    figures: {
      /** It times the square root of the bars of a year. Unit: per year. */
      annualised: number | null
      convention: string
      inputsHash: string
      /** How many returns there are. */
      observations: number
      /** The sum of the squared returns: the realised variance. Unit: in all. */
      realisedVariance: number | null
      reference: string
      /** The standard error of the annualised volatility. Unit: per year. */
      standardError: number | null
      /** The variance of the returns. Unit: per bar. */
      variance: number | null
      /** The standard deviation of the returns. Unit: per bar. */
      volatility: number | null
    }
  }
  /** Rogers and Satchell's volatility */
  'volatility/rogers-satchell': {
    question: {
      /** Last prices. Unit: price. */
      close: readonly number[]
      /** Highest prices. Unit: price. */
      high: readonly number[]
      /** Lowest prices. Unit: price. */
      low: readonly number[]
      /** First prices. Unit: price. */
      open: readonly number[]
      /** Whether the mean square from a close to the next open is added. */
      overnight?: boolean | undefined
      /** Bars of a year. */
      periodsPerYear?: number | undefined
    }
    figures: {
      /** It times the square root of the bars of a year. Unit: per year. */
      annualised: number | null
      convention: string
      inputsHash: string
      /** How many returns or bars it is measured from. */
      observations: number
      reference: string
      /** The variance of a bar's log return. Unit: per bar. */
      variance: number | null
      /** The standard deviation of a bar's log return. Unit: per bar. */
      volatility: number | null
    }
  }
  /** Yang and Zhang's volatility */
  'volatility/yang-zhang': {
    question: {
      /** Last prices. Unit: price. */
      close: readonly number[]
      /** Highest prices. Unit: price. */
      high: readonly number[]
      /** Lowest prices. Unit: price. */
      low: readonly number[]
      /** First prices. Unit: price. */
      open: readonly number[]
      /** Whether the mean square from a close to the next open is added. */
      overnight?: boolean | undefined
      /** Bars of a year. */
      periodsPerYear?: number | undefined
    }
    figures: {
      /** It times the square root of the bars of a year. Unit: per year. */
      annualised: number | null
      convention: string
      inputsHash: string
      /** How many returns or bars it is measured from. */
      observations: number
      reference: string
      /** The variance of a bar's log return. Unit: per bar. */
      variance: number | null
      /** The standard deviation of a bar's log return. Unit: per bar. */
      volatility: number | null
    }
  }
}
