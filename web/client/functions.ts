// Generated from openapi.json by `npm run generate`; not edited by hand.

/** What each function of `/v1/quant/{area}/{name}` takes and gives. */
export interface Functions {
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
}
