package io.ratel.quant.kernel;

import io.ratel.quant.pricing.vanilla.BlackScholes;
import io.ratel.quant.pricing.vanilla.Greeks;

/** One row after the other. */
final class ScalarKernel implements Kernel {
  @Override
  public void price(Options o, double[] price, int from, int to) {
    for (int i = from; i < to; i++) {
      price[i] =
          BlackScholes.price(
              (int) o.sign()[i],
              o.strike()[i],
              o.spot()[i],
              o.dividendYield()[i],
              o.rate()[i],
              o.years()[i],
              o.volatility()[i]);
    }
  }

  @Override
  public void sensitivities(Options o, Sensitivities out, int from, int to) {
    for (int i = from; i < to; i++) {
      Greeks greeks =
          BlackScholes.greeks(
              (int) o.sign()[i],
              o.strike()[i],
              o.spot()[i],
              o.dividendYield()[i],
              o.rate()[i],
              o.years()[i],
              o.volatility()[i]);
      out.price()[i] = greeks.price();
      out.delta()[i] = greeks.delta();
      out.gamma()[i] = greeks.gamma();
      out.vega()[i] = greeks.vega();
      out.theta()[i] = greeks.theta();
      out.rho()[i] = greeks.rho();
    }
  }

  @Override
  public double dot(double[] a, double[] b, int size) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Override
  public void addScaled(double factor, double[] x, double[] y, int size) {
    for (int i = 0; i < size; i++) {
      y[i] += factor * x[i];
    }
  }
}
